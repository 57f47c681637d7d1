"""Cases that people reported or that a walk found, with their right values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer import engine
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.proof import convolution_by_torch
from visualizer.lessons.convolution.rules import same_with_stride
from visualizer.lessons.convolution.shape import cells_reaching, shape_story
from visualizer.settings.messages import notice_sentence


def test_a_dilated_transposed_convolution_is_reached_by_three_cells_not_seven() -> None:
    settings, notices = LESSON.parse(
        {
            "conv_transposed": "1",
            "conv_size": "4",
            "conv_dilation": "3",
            "conv_output_padding": "2",
            "conv_padding": "2",
        }
    )
    assert not notices
    field = shape_story(build(settings), "en").facts[-1]
    assert field.value == "3×3"


@given(st.integers(1, 5), st.integers(1, 6), st.integers(1, 6))
def test_cells_reaching_an_output_are_counted_by_brute_force(k: int, s: int, d: int) -> None:
    size = d * (k - 1) + 3  # long enough for an output cell that the padding does not touch
    kernel = np.ones((1, 1, k, 1))
    reached = []
    for row in range(size):
        image = np.zeros((1, size, 1))
        image[0, row] = 1
        made = engine.conv_transpose2d(image, kernel, stride=(s, 1), dilation=(d, 1))
        reached.append(made[0, :, 0] != 0)
    assert int(np.sum(reached, axis=0).max()) == cells_reaching(k, s, d)


def test_three_channels_meet_six_filters_depthwise() -> None:
    query = {"conv_channels": "3", "conv_filters": "6", "conv_groups": "3", "conv_seed": "5"}
    settings, notices = LESSON.parse(query)
    assert not notices
    example = build(settings)
    assert example.trace.output.shape[0] == 6
    np.testing.assert_allclose(example.trace.activated, convolution_by_torch(example), atol=1e-9)


@pytest.mark.parametrize("size", range(3, 12))
@pytest.mark.parametrize("stride", [2, 3, 4])
def test_same_with_a_stride_says_what_tensorflow_does(size: int, stride: int) -> None:
    told = same_with_stride(size, 3, stride)
    assert told["places"] == -(-size // stride)
    padded = size + told["before"] + told["after"]
    assert (padded - 3) // stride + 1 == told["places"]
    assert engine.conv_output_size(size, 3, stride, told["after"]) == told["by_number"]
    query = {"conv_size": str(size), "conv_pad_kind": "same", "conv_stride": str(stride)}
    settings, notices = LESSON.parse(query)
    assert settings.stride == 1
    (notice,) = notices
    for lang in ("en", "ko"):
        sentence = notice_sentence(notice, lang)
        assert "TensorFlow" in sentence
        assert str(told["places"]) in sentence
