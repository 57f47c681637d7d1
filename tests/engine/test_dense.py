from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as torch_nn
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.cases import arrays
from visualizer.engine import EngineError, conv2d, linear

LENGTH = st.integers(1, 6)


@given(
    lead=st.lists(st.integers(0, 3), max_size=2), inputs=LENGTH, outputs=LENGTH, bias=st.booleans()
)
def test_linear_is_torch(lead: list[int], inputs: int, outputs: int, bias: bool) -> None:
    x, weight = arrays(*lead, inputs, seed=1), arrays(outputs, inputs, seed=2)
    shift = arrays(outputs, seed=3) if bias else None
    expected = torch_nn.linear(
        torch.tensor(x), torch.tensor(weight), None if shift is None else torch.tensor(shift)
    )
    np.testing.assert_allclose(linear(x, weight, shift), expected.numpy(), rtol=1e-9, atol=1e-12)


def test_one_output_without_an_axis() -> None:
    assert linear([1, 2], [3, 4], 1.0).tolist() == 12.0


def test_a_dense_layer_is_a_convolution_over_the_whole_input() -> None:
    image, weight = arrays(2, 3, 4, seed=0), arrays(5, 24, seed=1)
    as_kernel = conv2d(image, weight.reshape(5, 2, 3, 4))
    np.testing.assert_allclose(as_kernel.reshape(-1), linear(image.reshape(-1), weight), rtol=1e-9)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (([1, 2], [[1, 2, 3]]), "features_mismatch"),
        ((1.0, [[1]]), "wrong_axes"),
        (([1], [[[1]]]), "wrong_axes"),
        (([1], [[1]], [1, 2]), "bias_length"),
        (([1], [1], [1]), "wrong_axes"),
        ((["1"], [[1]]), "not_real_numbers"),
    ],
)
def test_linear_refuses(arguments: tuple[Any, ...], code: str) -> None:
    with pytest.raises(EngineError) as caught:
        linear(*arguments)
    assert caught.value.code == code
