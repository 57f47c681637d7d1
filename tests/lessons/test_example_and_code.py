"""The example holds what the settings say, and the code to copy computes the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from PIL import Image

from tests.lessons.cases import settings_
from visualizer.lessons.convolution.code import numpy_code, torch_code
from visualizer.lessons.convolution.example import Example, build, with_input, with_weights
from visualizer.lessons.convolution.settings import LESSON
from visualizer.settings.parameters import Values

SMALL = {"conv_size": 4, "conv_width": 5, "conv_kernel": 2, "conv_filters": 2, "conv_channels": 2}


def run(code: str) -> np.ndarray:
    space: dict[str, Any] = {"print": lambda *_: None}
    exec(compile(code, "<copied>", "exec"), space)
    return np.asarray(space["y"])


def check(example: Example, loops: bool = True) -> None:
    expected = example.trace.activated
    np.testing.assert_allclose(run(torch_code(example)), expected, rtol=1e-9, atol=1e-9)
    if loops:
        np.testing.assert_allclose(run(numpy_code(example)), expected, rtol=1e-9, atol=1e-9)


@given(settings_())
@settings(deadline=None, max_examples=60)
def test_both_codes_compute_what_the_stage_shows(values: Values) -> None:
    example = build(values)
    check(example, loops=example.trace.multiply_adds < 30_000)


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"conv_pad_kind": "same", "conv_kernel": "4", "conv_mode": "reflect"},
        {"conv_pad_kind": "same", "conv_kernel": "4"},
        {"conv_padding": "2", "conv_mode": "circular", "conv_activation": "sigmoid"},
        {"conv_padding": "1", "conv_mode": "replicate", "conv_stride": "2"},
        {"conv_channels": "3", "conv_filters": "3", "conv_groups": "3", "conv_preset": "random"},
        {"conv_transposed": "1", "conv_stride": "2", "conv_padding": "1", "conv_channels": "2"},
        {
            "conv_transposed": "1",
            "conv_stride": "3",
            "conv_output_padding": "1",
            "conv_filters": "4",
            "conv_channels": "2",
            "conv_groups": "2",
            "conv_preset": "random",
            "conv_activation": "leaky_relu",
        },
        {"conv_width": "7", "conv_kernel_w": "2", "conv_dilation_w": "3", "conv_bias": "0"},
        {"conv_size": "16", "conv_input": "digit", "conv_activation": "tanh"},
    ],
    ids=lambda query: "-".join(query) or "default",
)
def test_the_codes_of_every_kind_of_call(query: dict[str, str]) -> None:
    values, notices = LESSON.parse(query)
    assert notices == []
    check(build(values))


def test_the_code_is_complete_and_narrow() -> None:
    values, _ = LESSON.parse({"conv_size": "32", "conv_channels": "3", "conv_stride": "2"})
    for code in (torch_code(build(values)), numpy_code(build(values))):
        assert code.startswith("import ")
        assert max(map(len, code.splitlines())) <= 100
        assert "print(y)" in code


def test_a_transposed_weight_has_the_layout_of_torch() -> None:
    values, _ = LESSON.parse({"conv_transposed": "1", "conv_filters": "3", "conv_channels": "2"})
    example = build(values)
    assert example.weight.shape == (3, 2, 3, 3)
    np.testing.assert_array_equal(example.torch_weight, example.weight.swapaxes(0, 1))
    expected = torch.conv_transpose2d(
        torch.tensor(example.input)[None],
        torch.tensor(example.torch_weight),
        torch.tensor(example.bias),
    )
    np.testing.assert_allclose(example.trace.output, expected[0], rtol=1e-9)


def test_each_filter_has_its_own_kernel_and_bias() -> None:
    values, _ = LESSON.parse({"conv_filters": "3", "conv_bias_value": "2.5"})
    example = build(values)
    assert example.kernel_names == ("sobel_x", "sobel_y", "laplacian")
    assert example.bias is not None
    assert example.bias.tolist() == [2.5, 1.5, 0.5]
    values, _ = LESSON.parse({"conv_bias": "0"})
    assert build(values).bias is None


def test_editing_keeps_every_number_and_says_custom() -> None:
    values, _ = LESSON.parse({"conv_preset": "gaussian", "conv_filters": "2", "conv_channels": "2"})
    example = build(values)
    grid = example.input.copy()
    grid[0, 1, 1] = -7.25
    values, notices = LESSON.settle(with_weights(with_input(values, grid), example.weight))
    assert notices == []
    assert (values["conv_input"], values["conv_preset"]) == ("custom", "custom")
    values, _ = LESSON.parse(LESSON.format(values))
    np.testing.assert_array_equal(build(values).input, grid)
    np.testing.assert_allclose(build(values).weight, example.weight, atol=5e-7)


def test_an_uploaded_picture_travels_as_numbers() -> None:
    picture = Image.fromarray(np.arange(64, dtype=np.uint8).reshape(8, 8) * 3)
    values, _ = LESSON.settle({"conv_input": "upload", "conv_size": 8})
    shown = build(values, picture)
    np.testing.assert_array_equal(shown.input[0], np.arange(64).reshape(8, 8) * 3)
    values, _ = LESSON.settle(with_input(values, shown.input, "upload"))
    there, notices = LESSON.parse(LESSON.format(values))
    assert notices == []
    np.testing.assert_array_equal(build(there).input, shown.input)
