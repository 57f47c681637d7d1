"""The dense lesson's numbers: flattening, both ways of computing, what it takes, counts."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from tests.lessons.dense.cases import example_of
from tests.settings.cases import settled
from visualizer import engine
from visualizer.lessons import convolution
from visualizer.lessons.convolution.example import build as build_convolution
from visualizer.lessons.convolution.example import default_map
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.example import build, capped, convolution_parameters, parameters_of
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.settings.grids import encode


@given(settled(LESSON))
def test_both_ways_agree(settings: DenseSettings) -> None:
    now = build(settings)
    assert 0 <= settings.output < len(now.y)
    assert now.x.size <= 18
    np.testing.assert_allclose(now.trace.output.ravel(), now.y, atol=1e-9)
    np.testing.assert_allclose(
        engine.conv2d(now.map, now.kernels, now.bias).ravel(), now.y, atol=1e-9
    )


def test_inputs_stand_channel_by_channel_row_by_row() -> None:
    now = example_of(map="random", channels=2, size=3)
    for i, value in enumerate(now.x):
        channel, row, col = now.place(i)
        assert i == 9 * channel + 3 * row + col
        assert now.map[channel, row, col] == value


def test_the_map_is_what_the_convolution_lesson_makes() -> None:
    np.testing.assert_array_equal(example_of().map, capped(default_map()))
    settings, _ = convolution.LESSON.parse(
        {"conv_size": "12", "conv_filters": "4", "conv_input": "circle"}
    )
    grid = capped(build_convolution(settings).trace.activated)
    assert grid.shape == (2, 3, 3)
    np.testing.assert_allclose(example_of(data=encode(grid)).map, grid)


def test_any_map_is_capped_to_what_an_address_holds() -> None:
    assert capped(np.full((4, 30, 1), 5000.0)).shape == (2, 3, 1)
    assert capped(np.full((1, 30, 30), -5000.0)).min() == -999
    assert capped(np.full((1, 9, 2), 1 / 3)).tolist()[0][0] == [0.33, 0.33]


def test_the_chosen_output_is_one_of_those_there_are() -> None:
    settings, notices = LESSON.parse({"dense_outputs": "2", "dense_output": "4"})
    assert settings.output == 1
    assert [notice.parameter for notice in notices] == ["dense_output"]


def test_the_first_dense_layer_of_alexnet() -> None:
    assert parameters_of(6) == 9216 * 4096 + 4096 == 37_752_832
    assert convolution_parameters() == 590_080
    assert example_of().parameters == 9 * 3 + 3
