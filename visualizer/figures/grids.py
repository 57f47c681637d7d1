"""A grid of numbers as a small figure that does not move."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from visualizer.figures.colors import Bytes, Floats, diverging, diverging_colorscale, inks, palette
from visualizer.figures.lettering import FONT, text_width
from visualizer.figures.packing import Plain
from visualizer.notation import number

_HEIGHT = 230  # pixels: four such grids fit side by side while the sidebar is open
_TITLE = 30  # pixels for the title


def grid_figure(
    values: Floats,
    title: str,
    *,
    limit: float,
    dark: bool,
    marked: np.ndarray | None = None,
    height: int = _HEIGHT,
    write: Callable[[float], str] = number,
    colored: Bytes | None = None,
) -> Plain:
    """Draw numbers (rows, cols) as square cells, coloured on the scale from −limit to limit.

    colored: (rows, cols, 3) the cells' own colours instead, where the grid is a photo.
    marked: booleans (rows, cols); the cells that are True get an outline. height: pixels.
    write: how a number is written. Numbers are written on the cells if they can be read there; on
    hover they always are.
    """
    rows, cols = values.shape
    colors = palette(dark)
    scale = diverging_colorscale(dark, 41)
    texts = [[write(v) for v in row] for row in values.tolist()]
    longest = max(text_width(t, 1) for row in texts for t in row)
    cell = min(58.0, (height - _TITLE - 6) / max(rows, cols))
    font = int(min(16.0, cell * 0.5, cell * 0.92 / longest))
    x, y = (i.ravel().tolist() for i in np.meshgrid(np.arange(1, cols + 1), np.arange(1, rows + 1)))
    painted = diverging(values, limit, dark) if colored is None else colored
    written: dict[str, Any] = {
        "type": "scatter", "mode": "text", "x": x, "y": y, "hoverinfo": "skip", "cliponaxis": False,
        "text": [t for row in texts for t in row],
        "textfont": {
            "size": font, "family": FONT,
            "color": inks(painted.reshape(-1, 3)),
        },
    }  # fmt: skip
    heat: dict[str, Any] = {
        "type": "heatmap", "z": values.tolist(), "text": texts, "showscale": False,
        "x": list(range(1, cols + 1)), "y": list(range(1, rows + 1)),
        "zmin": -(limit or 1.0), "zmax": limit or 1.0, "colorscale": scale, "xgap": 1, "ygap": 1,
        "hovertemplate": "%{y}, %{x}<br><b>%{text}</b><extra></extra>",
    }  # fmt: skip
    if colored is not None:
        heat = {
            "type": "image", "z": colored.tolist(), "x0": 1, "dx": 1, "y0": 1, "dy": 1,
            "text": texts, "hovertemplate": heat["hovertemplate"],
        }  # fmt: skip
    shapes = [_rectangle(0.5, 0.5, cols + 0.5, rows + 0.5, colors.line, 1)]
    if marked is not None:
        for row, col in np.argwhere(marked).tolist():
            shapes.append(_rectangle(col + 0.5, row + 0.5, col + 1.5, row + 1.5, colors.ink, 2))
    side = cell * max(rows, cols)
    layout: dict[str, Any] = {
        "height": round(_TITLE + cell * rows + 6 if side < height - _TITLE - 7 else height),
        "margin": {"l": 1, "r": 1, "t": _TITLE, "b": 3},
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": colors.line, "showlegend": False,
        "font": {"family": FONT, "color": colors.ink, "size": 13}, "dragmode": False,
        "title": {
            "text": title, "font": {"size": 14, "color": colors.ink}, "x": 0.5,
            "xanchor": "center", "y": 1, "yanchor": "top", "pad": {"t": 6},
        },
        "xaxis": {"visible": False, "fixedrange": True, "range": [0.5, cols + 0.5],
                  "constrain": "domain"},
        "yaxis": {"visible": False, "fixedrange": True, "range": [rows + 0.5, 0.5],
                  "scaleanchor": "x", "constrain": "domain"},
        "shapes": shapes,
    }  # fmt: skip
    return {"data": [heat, written] if font >= 9 else [heat], "layout": layout}


def _rectangle(
    x0: float, y0: float, x1: float, y1: float, color: str, width: int
) -> dict[str, Any]:
    line = {"color": color, "width": width}
    return {"type": "rect", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": line}
