from collections.abc import Callable

import numpy as np
import pytest
import torch
import torch.nn.functional as torch_nn
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.cases import MANY, Case, agree, pairs, poolings, tensor
from visualizer.engine import EngineError, avg_pool2d, global_avg_pool2d, max_pool2d


@MANY
@given(case=poolings(), dilation=pairs(1, 3))
def test_max_pool2d_is_torch_to_the_last_index(case: Case, dilation: int | tuple[int, int]) -> None:
    agree(
        lambda: max_pool2d(**case, dilation=dilation, return_indices=True),
        lambda: tuple(
            part.numpy()
            for part in torch_nn.max_pool2d(
                **{**case, "input": tensor(case["input"])}, dilation=dilation, return_indices=True
            )
        ),
    )


@MANY
@given(case=poolings(), count_include_pad=st.booleans())
def test_avg_pool2d_is_torch(case: Case, count_include_pad: bool) -> None:
    agree(
        lambda: avg_pool2d(**case, count_include_pad=count_include_pad),
        lambda: torch_nn.avg_pool2d(
            **{**case, "input": tensor(case["input"])}, count_include_pad=count_include_pad
        ).numpy(),
    )


def test_the_lecture_numbers() -> None:
    image = [[[1, 2, 3, 0], [4, 5, 1, 8], [7, 0, 2, 2], [1, 3, 2, 2]]]
    assert max_pool2d(image, 2).tolist() == [[[5.0, 8.0], [7.0, 2.0]]]
    assert avg_pool2d(image, 2)[0, 0, 0] == 3.0


def test_overlapping_windows_as_in_alexnet() -> None:
    assert max_pool2d(np.zeros((1, 55, 55)), 3, stride=2).shape == (1, 27, 27)


def test_of_equals_the_first_wins_and_of_nans_the_last() -> None:
    assert max_pool2d([[[2, 2], [2, 2]]], 2, return_indices=True)[1].tolist() == [[[0]]]
    nan = [[[np.nan, 1], [np.nan, 9]]]
    assert max_pool2d(nan, 2, return_indices=True)[1].tolist() == [[[2]]]


def test_minus_infinity_does_not_lose_to_padding() -> None:
    image = np.full((1, 2, 2), -np.inf)
    _, indices = max_pool2d(image, 2, padding=1, return_indices=True)
    expected = torch_nn.max_pool2d(torch.tensor(image), 2, padding=1, return_indices=True)[1]
    assert indices.tolist() == expected.tolist()


def test_global_average() -> None:
    image = np.random.default_rng(0).normal(size=(3, 4, 5))
    np.testing.assert_allclose(
        global_avg_pool2d(image), image.mean(axis=(1, 2), keepdims=True), rtol=1e-12
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"kernel_size": 9}, "kernel_too_large"),
        ({"kernel_size": 3, "padding": 2}, "pool_padding_too_wide"),
        ({"kernel_size": 0}, "below_minimum"),
        ({"kernel_size": 2, "ceil_mode": 1}, "not_a_flag"),
        ({"kernel_size": 2.0}, "not_an_integer"),
        ({"kernel_size": (2, 2, 2)}, "not_a_pair"),
    ],
)
@pytest.mark.parametrize("pool", [max_pool2d, avg_pool2d])
def test_a_refusal_has_its_code(
    pool: Callable[..., np.ndarray], arguments: Case, code: str
) -> None:
    with pytest.raises(EngineError) as caught:
        pool(np.ones((1, 4, 4)), **arguments)
    assert caught.value.code == code
