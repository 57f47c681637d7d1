"""The example holds what the settings say."""

from __future__ import annotations

import numpy as np
import torch

from tests.lessons.convolution.cases import example_of
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build, with_weights
from visualizer.settings.inputs import with_typed


def test_a_transposed_weight_has_the_layout_of_torch() -> None:
    example = example_of(transposed="1", filters="3", channels="2")
    assert example.weight.shape == (3, 2, 3, 3)
    np.testing.assert_array_equal(example.torch_weight, example.weight.swapaxes(0, 1))
    expected = torch.conv_transpose2d(
        torch.tensor(example.input)[None],
        torch.tensor(example.torch_weight),
        torch.tensor(example.bias),
    )
    np.testing.assert_allclose(example.trace.output, expected[0], rtol=1e-9)


def test_each_filter_has_its_own_kernel_and_bias() -> None:
    example = example_of(filters="3", bias_value="2.5")
    assert example.kernel_names == ("sobel_x", "sobel_y", "laplacian")
    assert example.bias is not None
    assert example.bias.tolist() == [2.5, 1.5, 0.5]
    assert example_of(bias="0").bias is None


def test_editing_keeps_every_number_and_says_custom() -> None:
    settings, _ = LESSON.parse(
        {"conv_preset": "gaussian", "conv_filters": "2", "conv_channels": "2"}
    )
    example = build(settings)
    grid = example.input.copy()
    grid[0, 1, 1] = -7.25
    edited, notices = LESSON.settle(with_weights(with_typed(settings, grid), example.weight))
    assert notices == []
    assert (edited.input, edited.preset) == ("custom", "custom")
    there, _ = LESSON.parse(LESSON.format(edited))
    np.testing.assert_array_equal(build(there).input, grid)
    np.testing.assert_allclose(build(there).weight, example.weight, atol=5e-7)
