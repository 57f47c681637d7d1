"""y = Wx + b as a picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import diverging, inks, limit_of, palette
from visualizer.figures.lettering import FONT, longest_number
from visualizer.figures.links import plain_layout
from visualizer.figures.packing import plain_figure
from visualizer.figures.panels import font_size
from visualizer.figures.picture import cell_picture
from visualizer.figures.scene import box_path
from visualizer.notation import number


def matrix(
    weight: np.ndarray,
    x: np.ndarray,
    bias: np.ndarray,
    y: np.ndarray,
    chosen: int,
    *,
    place: str,
    dark: bool,
    cell: float,
) -> go.Figure:
    """Draw y = Wx + b with every number where a cell of ``cell`` pixels can hold it.

    A number that is NaN is not shown; where the chosen output is, there is a question mark.

    place: the hover's words for row and column, ``{row}`` and ``{column}`` standing for themselves.
    """
    c = palette(dark)
    outputs, inputs = weight.shape
    middle = max(inputs, outputs) / 2
    gap = 1.2
    blocks = [("y", y[:, None]), ("W", weight), ("x", x[:, None]), ("b", bias[:, None])]
    left, images, traces, notes = 0.0, [], [], []
    paths: list[Any] = []
    for (name, values), sign in zip(blocks, ("", "=", "·", "+"), strict=True):
        top = middle - len(values) / 2
        if sign:
            notes.append(_sign(sign, left - gap / 2, middle, c.faint))
        known = np.nan_to_num(values)
        colors = diverging(known, max(limit_of(known), 1.0), dark)
        rows, cols = values.shape
        images.append(
            {"source": cell_picture(colors, line=c.line), "xref": "x", "yref": "y", "x": left,
             "y": top, "sizex": cols, "sizey": rows, "sizing": "stretch", "layer": "below",
             "xanchor": "left", "yanchor": "top"}
        )  # fmt: skip
        at = [(r, k) for r in range(rows) for k in range(cols)]
        written = [_number(float(value), i == chosen) for i, value in enumerate(values.ravel())]
        font = font_size(cell, longest_number(known))
        traces.append(
            {"type": "scatter", "mode": "text", "name": name,
             "x": [left + k + 0.5 for _, k in at], "y": [top + r + 0.5 for r, _ in at],
             "text": written if font else [""] * len(written),
             "textfont": {"size": font or 9, "color": inks(colors.reshape(-1, 3)), "family": FONT},
             "hovertext": [f"{name}: {place.format(row=r + 1, column=k + 1)}: <b>{t}</b>"
                           for (r, k), t in zip(at, written, strict=True)],
             "hovertemplate": "%{hovertext}<extra></extra>"}
        )  # fmt: skip
        notes.append(_title(f"<i>{name}</i>", left + cols / 2, top, "", c.ink))
        if name != "x":
            paths.append(box_path(top + chosen, left, top + chosen + 1, left + cols))
        left += cols + gap
    for across, down in paths:
        traces.append(
            {"type": "scatter", "mode": "lines", "x": across, "y": down, "name": "chosen",
             "hoverinfo": "skip", "line": {"color": c.accent, "width": 3, "simplify": False}}
        )  # fmt: skip
    hidden = {"visible": False, "fixedrange": True, "constrain": "domain"}
    layout = {
        **plain_layout(dark),
        "height": matrix_height(weight.shape, cell),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "images": images,
        "annotations": notes,
        "xaxis": {**hidden, "range": [-0.1, left - gap + 0.1]},
        "yaxis": {**hidden, "range": [2 * middle + 0.1, -1.0], "scaleanchor": "x"},
    }
    return plain_figure(traces, layout)


def _number(value: float, asked: bool) -> str:
    return number(value) if np.isfinite(value) else "?" if asked else ""


def matrix_cell(shape: tuple[int, ...], width: float) -> float:
    """Return a cell's side in pixels when y = Wx + b of a weight of ``shape`` is ``width`` wide."""
    return min(40.0, width / (shape[1] + 3 + 3 * 1.2 + 0.2))


def matrix_height(shape: tuple[int, ...], cell: float) -> int:
    """Return the height in pixels of the picture with cells of ``cell`` pixels."""
    return int((max(shape) + 1.1) * cell) + 4


def _title(words: str, x: float, y: float, axes: str, color: str) -> dict[str, Any]:
    return {
        "text": words, "x": x, "y": y, "xref": "x" + axes, "yref": "y" + axes, "showarrow": False,
        "yanchor": "bottom", "font": {"size": 14, "color": color},
    }  # fmt: skip


def _sign(sign: str, x: float, y: float, color: str) -> dict[str, Any]:
    return {**_title(sign, x, y, "", color), "yanchor": "middle", "font": {"size": 22}}
