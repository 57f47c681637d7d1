"""Mosaics and maps of a layer: what lies where, and that every number drawn is the one given."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.figures.colors import diverging
from visualizer.lessons.alexnet.figures.maps import (
    columns_for,
    filters,
    map_figure,
    mosaic,
    mosaic_figure,
)

DARK = pytest.mark.parametrize("dark", [False, True])


@DARK
def test_a_mosaic_shows_each_map_in_its_place(dark: bool) -> None:
    maps = np.random.default_rng(0).normal(size=(20, 5, 4))
    order = list(range(19, -1, -1))
    shown = mosaic(maps, order, 3.0, dark)
    for place in (0, 7, 19):
        left, top, right, bottom = (int(edge) for edge in shown.box(place))
        tile = shown.pixels[top : bottom - 1, left : right - 1]
        np.testing.assert_array_equal(tile, diverging(maps[order[place]], 3.0, dark))


def test_a_scale_of_its_own_makes_a_weak_map_visible() -> None:
    maps = np.stack([np.ones((2, 2)), np.full((2, 2), 0.01)])
    apart = mosaic(maps, [0, 1], np.array([1.0, 0.01]), False)
    together = mosaic(maps, [0, 1], 1.0, False)
    np.testing.assert_array_equal(apart.pixels[0, 0], apart.pixels[0, 3])
    assert (together.pixels[0, 0] != together.pixels[0, 3]).any()


def test_units_without_places_lie_side_by_side() -> None:
    shown = mosaic(np.zeros((4096, 1, 1)), range(4096), 1.0, False)
    assert shown.pixels.shape == (32, 128, 3)
    assert shown.box(129) == (1, 1, 2, 2)


@DARK
def test_a_click_names_the_channel_and_the_chosen_one_is_outlined(dark: bool) -> None:
    shown = mosaic(np.ones((6, 3, 3)), [5, 4, 3, 2, 1, 0], 1.0, dark)
    figure = mosaic_figure(shown, ["word"] * 6, 4, dark=dark)
    assert list(figure.data[0].customdata) == [5, 4, 3, 2, 1, 0]
    mark = figure.layout.shapes[0]
    assert (mark.x0, mark.y0) == shown.box(1)[:2]


def test_a_click_on_a_map_names_the_cell() -> None:
    figure = map_figure(np.arange(12.0).reshape(3, 4), 11.0, (2, 1), ["w"] * 12, dark=False)
    assert list(figure.data[0].customdata) == list(range(12))
    assert (figure.data[0].x[9], figure.data[0].y[9]) == (1.5, 2.5)
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].y0) == (1, 2)


@pytest.mark.parametrize("count", [1, 64, 192, 384, 1000, 4096])
def test_mosaics_are_wide(count: int) -> None:
    columns = columns_for(count)
    assert columns >= -(-count // columns)


def test_filters_use_their_whole_range() -> None:
    shown = filters(np.random.default_rng(2).normal(size=(64, 3, 11, 11)) * 1e-3, False)
    tile = shown.pixels[:11, :11]
    assert tile.min() == 0
    assert tile.max() == 255
