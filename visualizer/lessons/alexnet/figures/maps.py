"""Pictures of a layer: all its maps side by side, one map large, and the first layer's filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import Bytes, Floats, diverging, palette, rgb
from visualizer.figures.lettering import FONT
from visualizer.figures.picture import data_uri

_GAP = 1  # pixels between two maps; a pixel is one cell


@dataclass(frozen=True)
class Mosaic:
    """A picture of many maps, one pixel for each cell.

    pixels: bytes (H, W, 3). channels: the channel shown at each place. columns: how many maps stand
    side by side. tile: a map's (height, width). gap: pixels between two maps.
    """

    pixels: Bytes
    channels: tuple[int, ...]
    columns: int
    tile: tuple[int, int]
    gap: int

    @property
    def ratio(self) -> float:
        """The picture's width divided by its height."""
        height, width = self.pixels.shape[:2]
        return float(width / height)

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


def mosaic_figure(
    shown: Mosaic, words: Sequence[str], chosen: int | None, *, dark: bool
) -> go.Figure:
    """Draw a mosaic that can be clicked: a clicked point's ``customdata`` is its channel.

    words: the hover text of each place. chosen: the channel that gets an outline, if it is shown.
    """
    boxes = [shown.box(place) for place in range(len(shown.channels))]
    points = _points(
        [(left + right) / 2 for left, _, right, _ in boxes],
        [(top + bottom) / 2 for _, top, _, bottom in boxes],
        list(shown.channels),
        words,
    )
    marks = []
    if chosen in shown.channels:
        marks.append(_outline(boxes[shown.channels.index(chosen)], palette(dark).accent))
    return _picture_figure(shown.pixels, [points], marks)


def map_figure(
    values: Floats, limit: float, chosen: tuple[int, int], words: Sequence[str], *, dark: bool
) -> go.Figure:
    """Draw one map (H, W) large; a clicked point's ``customdata`` is row · W + column.

    limit: the colours run from −limit to limit. chosen: (row, column) of the cell that gets an
    outline. words: the hover text of each cell, row by row.
    """
    rows, cols = values.shape
    y, x = (axis.ravel() + 0.5 for axis in np.indices(values.shape))
    points = _points(x.tolist(), y.tolist(), list(range(rows * cols)), words)
    row, col = chosen
    mark = _outline((col, row, col + 1, row + 1), palette(dark).accent)
    return _picture_figure(diverging(values, limit, dark), [points], [mark])


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
    return Mosaic(canvas, tuple(int(c) for c in order), columns, (height, width), gap)


def _points(
    x: Sequence[float], y: Sequence[float], data: Sequence[int], words: Sequence[str]
) -> dict[str, Any]:
    """Return invisible points that answer to hover and click, also after one has been clicked."""
    unseen = {"marker": {"opacity": 0}}
    return {
        "type": "scatter", "mode": "markers", "x": list(x), "y": list(y), "name": "places",
        "marker": {"opacity": 0, "size": 6}, "selected": unseen, "unselected": unseen,
        "customdata": list(data), "text": list(words),
        "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip


def _outline(box: tuple[float, float, float, float], color: str) -> dict[str, Any]:
    left, top, right, bottom = box
    return {
        "type": "rect", "x0": left, "y0": top, "x1": right, "y1": bottom,
        "line": {"color": color, "width": 3},
    }  # fmt: skip


def _picture_figure(
    pixels: Bytes, traces: list[dict[str, Any]], shapes: list[dict[str, Any]]
) -> go.Figure:
    height, width = pixels.shape[:2]
    picture = {
        "source": data_uri(pixels), "xref": "x", "yref": "y", "x": 0, "y": 0, "sizex": width,
        "sizey": height, "sizing": "stretch", "layer": "below",
    }  # fmt: skip
    axis = {"visible": False, "fixedrange": True, "constrain": "domain"}
    layout: dict[str, Any] = {
        "margin": {"l": 2, "r": 2, "t": 2, "b": 2}, "showlegend": False, "images": [picture],
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "dragmode": False,
        "hovermode": "closest", "hoverdistance": 40, "clickmode": "event+select",
        "xaxis": {**axis, "range": [0, width]}, "shapes": shapes, "font": {"family": FONT},
        "yaxis": {**axis, "range": [height, 0], "scaleanchor": "x"},
    }  # fmt: skip
    return go.Figure({"data": traces, "layout": layout}, _validate=False)
