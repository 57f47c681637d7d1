"""The code to copy computes what the stage shows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from tests.lessons.cases import output_of
from tests.settings.cases import settled
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.code import numpy_code, torch_code
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.proof import convolution_by_torch
from visualizer.lessons.convolution.settings import ConvolutionSettings


def check(example: Example, loops: bool = True) -> None:
    expected = example.trace.activated
    np.testing.assert_allclose(output_of(torch_code(example)), expected, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(convolution_by_torch(example), expected, rtol=1e-9, atol=1e-9)
    if loops:
        np.testing.assert_allclose(output_of(numpy_code(example)), expected, rtol=1e-9, atol=1e-9)


@given(settled(LESSON))
def test_both_codes_and_the_proof_compute_what_the_stage_shows(
    settings: ConvolutionSettings,
) -> None:
    example = build(settings)
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
    settings, notices = LESSON.parse(query)
    assert notices == []
    check(build(settings))


def test_the_code_is_complete_and_narrow() -> None:
    settings, _ = LESSON.parse({"conv_size": "32", "conv_channels": "3", "conv_stride": "2"})
    for code in (torch_code(build(settings)), numpy_code(build(settings))):
        assert code.startswith("import ")
        assert max(map(len, code.splitlines())) <= 100
        assert "print(y)" in code
