"""Mosaics and maps of a layer: what lies where, and that every number drawn is the one given."""

from __future__ import annotations

import base64
import io

import numpy as np
import pytest
from PIL import Image

from visualizer.figures.colors import diverging
from visualizer.lessons.alexnet.figures.maps import (
    Mosaic,
    cells,
    columns_for,
    filters,
    mosaic,
)

DARK = pytest.mark.parametrize("dark", [False, True])


def pixels(shown: Mosaic) -> np.ndarray:
    """Return the bytes (H, W, 3) of a mosaic's picture."""
    data = base64.b64decode(shown.picture.partition(",")[2])
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


@DARK
def test_a_mosaic_shows_each_map_in_its_place(dark: bool) -> None:
    maps = np.random.default_rng(0).normal(size=(20, 5, 4))
    order = list(range(19, -1, -1))
    shown = mosaic(maps, order, 3.0, dark)
    for place in (0, 7, 19):
        left, top, right, bottom = (int(edge) for edge in shown.box(place))
        tile = pixels(shown)[top : bottom - 1, left : right - 1]
        np.testing.assert_array_equal(tile, diverging(maps[order[place]], 3.0, dark))


def test_a_scale_of_its_own_makes_a_weak_map_visible() -> None:
    maps = np.stack([np.ones((2, 2)), np.full((2, 2), 0.01)])
    apart = mosaic(maps, [0, 1], np.array([1.0, 0.01]), False)
    together = mosaic(maps, [0, 1], 1.0, False)
    np.testing.assert_array_equal(pixels(apart)[0, 0], pixels(apart)[0, 3])
    assert (pixels(together)[0, 0] != pixels(together)[0, 3]).any()


def test_units_without_places_lie_side_by_side() -> None:
    shown = mosaic(np.zeros((4096, 1, 1)), range(4096), 1.0, False)
    assert pixels(shown).shape == (32, 128, 3)
    assert shown.box(129) == (1, 1, 2, 2)


def test_a_map_is_a_place_for_each_cell() -> None:
    values = np.arange(12.0).reshape(3, 4)
    shown = cells(values, 11.0, False)
    assert shown.channels == tuple(range(12))
    assert (shown.columns, shown.box(9)) == (4, (1, 2, 2, 3))
    np.testing.assert_array_equal(pixels(shown), diverging(values, 11.0, False))


@pytest.mark.parametrize("count", [1, 64, 192, 384, 1000, 4096])
def test_mosaics_are_wide(count: int) -> None:
    columns = columns_for(count)
    assert columns >= -(-count // columns)


def test_filters_use_their_whole_range() -> None:
    shown = filters(np.random.default_rng(2).normal(size=(64, 3, 11, 11)) * 1e-3, False)
    tile = pixels(shown)[:11, :11]
    assert tile.min() == 0
    assert tile.max() == 255
