"""A layer's maps as a small picture: one byte for each cell, coloured by the picture's palette."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from PIL import Image

from visualizer.figures.colors import Bytes, Floats, diverging, palette, rgb
from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.maps import columns_for

MANY, FEW = 64, 32  # maps of one sheet, and of one whose maps are large
_CELLS: Final = 100_000  # of a sheet: more would take an answer too long to travel
_STEPS: Final = 127  # colours from zero to either end
_LINE: Final = 255  # the palette's last colour


@dataclass(frozen=True)
class Sheet:
    """Some of a layer's maps side by side.

    picture: a PNG as a data URI, one pixel a cell. columns: how many maps stand side by side.
    tile: (width, height) of each with the line beside it. first, count: the channels shown.
    step: how many a sheet of this layer has at most. channels: how many the layer has.
    """

    picture: str
    columns: int
    tile: tuple[int, int]
    first: int
    count: int
    step: int
    channels: int


def step_of(shape: tuple[int, ...]) -> int:
    """Return how many maps of an output (C, H, W) a sheet has; of (F,) it has all units."""
    if len(shape) == 1:
        return shape[0]
    cells: int = MANY * shape[1] * shape[2]
    return MANY if cells <= _CELLS else FEW


def sheet(output: Floats, first: int, limit: float | None, dark: bool) -> Sheet:
    """Draw maps of an output (C, H, W), or the units of one (F,), in the page's colours.

    first: the first channel wanted; the sheet that has it is drawn, the last one where there is no
    such channel. limit: where the scale ends for all maps; None gives each map its own.
    """
    step = step_of(output.shape)
    channels = len(output)
    start = min(first, channels - 1) // step * step
    single = output.ndim == 1
    maps = (output.reshape(-1, 1, 1) if single else output)[start : start + step]
    ends = np.abs(maps).max(axis=(1, 2)) if limit is None else np.full(len(maps), limit)
    scaled = maps / np.where(ends > 0, ends, 1.0)[:, None, None]
    signed = np.nan_to_num(np.clip(scaled, -1.0, 1.0) * _STEPS)
    tiles = (np.rint(signed) + _STEPS).astype(np.uint8)
    count, height, width = tiles.shape
    gap = 0 if single else 1
    columns = columns_for(count)
    rows = -(-count // columns)
    places = np.full((rows * columns, height + gap, width + gap), _LINE, np.uint8)
    places[:count, :height, :width] = tiles
    laid = places.reshape(rows, columns, height + gap, width + gap).transpose(0, 2, 1, 3)
    pixels = laid.reshape(rows * (height + gap), columns * (width + gap))
    image = Image.frombytes("P", (pixels.shape[1], pixels.shape[0]), pixels.tobytes())
    image.putpalette(_colors(dark).tobytes())
    picture = in_place(image, "PNG", compress_level=1)
    return Sheet(picture, columns, (width + gap, height + gap), start, count, step, channels)


@lru_cache(maxsize=2)
def _colors(dark: bool) -> Bytes:
    """Return the palette (256, 3): the scale from −1 to 1, and last the line between maps."""
    scale = diverging(np.arange(-_STEPS, _STEPS + 1) / _STEPS, 1.0, dark)
    return np.concatenate([scale, rgb(palette(dark).line)[None]])
