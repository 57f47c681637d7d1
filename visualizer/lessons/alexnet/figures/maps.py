"""Pictures of a layer: all its maps side by side, one map large, and the first layer's filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from visualizer.figures.colors import Bytes, Floats, diverging, palette, rgb
from visualizer.figures.picture import in_place

_GAP = 1  # pixels between two maps; a pixel is one cell


@dataclass(frozen=True)
class Mosaic:
    """A picture of many maps, one pixel for each cell.

    picture: a data URI. channels: the channel shown at each place. columns: how many maps stand
    side by side. tile: a map's (height, width). gap: pixels between two maps.
    """

    picture: str
    channels: tuple[int, ...]
    columns: int
    tile: tuple[int, int]
    gap: int

    def box(self, place: int) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the map at a place, in pixels of the picture."""
        row, col = divmod(place, self.columns)
        height, width = self.tile
        left, top = col * (width + self.gap), row * (height + self.gap)
        return left, top, left + width + self.gap, top + height + self.gap


def columns_for(count: int) -> int:
    """Return how many of ``count`` maps stand side by side, so that the picture is a wide one."""
    if count <= 64:
        return min(count, 16)
    if count <= 512:
        return 24
    return 50 if count <= 2000 else 128


def mosaic(
    maps: Floats, order: Sequence[int], limits: float | Floats, dark: bool, columns: int = 0
) -> Mosaic:
    """Lay maps (N, H, W) side by side, coloured from −limit to limit.

    order: the maps' numbers in the order to show them. limits: one for all, or one for each map,
    (N,). columns: how many maps stand side by side; 0 lets `columns_for` choose. The units of a
    fully connected layer are maps of one cell, which have no lines between them.
    """
    chosen = maps[list(order)]
    ends = np.broadcast_to(np.asarray(limits, dtype=np.float64), (len(maps),))[list(order)]
    scaled = chosen / np.where(ends > 0, ends, 1.0)[:, None, None]
    return _lay(diverging(scaled, 1.0, dark), order, columns or columns_for(len(order)), dark)


def filters(weights: Floats, dark: bool) -> Mosaic:
    """Show filters (N, 3, k, k) in colour: the range of each is stretched to 0…255."""
    low = weights.min(axis=(1, 2, 3), keepdims=True)
    high = weights.max(axis=(1, 2, 3), keepdims=True)
    stretched = (weights - low) / np.where(high > low, high - low, 1.0)
    tiles = np.rint(stretched * 255).astype(np.uint8).transpose(0, 2, 3, 1)
    return _lay(tiles, range(len(tiles)), 16, dark)


def cells(values: Floats, limit: float, dark: bool) -> Mosaic:
    """Show one map (H, W): each cell is a place, row by row, coloured from −limit to limit."""
    colors = diverging(values, limit, dark)
    return Mosaic(in_place(colors), tuple(range(values.size)), values.shape[1], (1, 1), 0)


def _lay(tiles: Bytes, order: Sequence[int], columns: int, dark: bool) -> Mosaic:
    count, height, width, _ = tiles.shape
    rows = -(-count // columns)
    gap = 0 if (height, width) == (1, 1) else _GAP
    canvas = np.empty((rows * (height + gap), columns * (width + gap), 3), dtype=np.uint8)
    canvas[:] = rgb(palette(dark).line)
    for place, tile in enumerate(tiles):
        row, col = divmod(place, columns)
        top, left = row * (height + gap), col * (width + gap)
        canvas[top : top + height, left : left + width] = tile
    return Mosaic(in_place(canvas), tuple(int(c) for c in order), columns, (height, width), gap)
