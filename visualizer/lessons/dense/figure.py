"""A map laid out flat and linked to every output; y = Wx + b as a picture; the count of parameters.

The links of one weight are one trace: a browser draws a dozen lines of paths, not hundreds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import diverging, inks, limit_of, palette
from visualizer.figures.links import link_color, plain_layout
from visualizer.figures.panels import font_size
from visualizer.figures.picture import cell_picture
from visualizer.figures.scene import box_path
from visualizer.figures.stage import FONT, longest_number
from visualizer.notation import number

_IN, _OUT = 0.0, 1.0


def connections(
    grid: np.ndarray,
    weight: np.ndarray,
    outputs: np.ndarray,
    *,
    titles: Mapping[str, str | Sequence[str]],
    hover: Sequence[str],
    hover_outputs: Sequence[str],
    dark: bool,
) -> go.Figure:
    """Draw the map (C, H, W), its cells as a column of inputs, and the links to all outputs.

    titles: "map" (one for each channel), "flat", "outputs". hover: a text for each input. The
    first output's links are drawn strong; the browser's script strengthens any other's.
    """
    c = palette(dark)
    channels, height, width = grid.shape
    inputs, count = grid.size, len(outputs)
    tall = channels * (height + 0.7)
    rows = [(channel * (height + 0.7)) for channel in range(channels)]
    limit = max(limit_of(grid), 1.0)
    colors = diverging(grid, limit, dark)
    images = [
        {"source": cell_picture(colors[i], line=c.line), "xref": "x", "yref": "y", "x": 0, "y": top,
         "sizex": width, "sizey": height, "sizing": "stretch", "layer": "below", "xanchor": "left",
         "yanchor": "top"}
        for i, top in enumerate(rows)
    ]  # fmt: skip
    channel, row, col = (part.ravel() for part in np.indices(grid.shape))
    cells = {
        "x": (col + 0.5).tolist(),
        "y": [rows[a] + b + 0.5 for a, b in zip(channel, row, strict=True)],
        "mode": "text",
        "text": [number(float(value)) for value in grid.ravel()],
        "textfont": {"size": 12, "color": inks(colors.reshape(-1, 3)), "family": FONT},
        "customdata": list(range(inputs)),
        "hovertext": list(hover),
        "name": "cells",
    }
    column = _column(grid.ravel(), limit, dark, _IN, inputs)
    column.update(name="inputs", hovertext=list(hover), textposition="middle left")
    column["textfont"] = {"size": 12, "color": c.ink, "family": FONT}
    ends = _column(outputs, max(limit_of(outputs), 1.0), dark, _OUT, inputs)
    ends.update(name="outputs", hovertext=list(hover_outputs), textposition="middle right")
    ends["marker"] = {**ends["marker"], "size": 26}
    ends["textfont"] = {"size": 13.5, "color": c.ink, "family": FONT}
    first = [float(v) for v in spread(count, inputs)]
    traces = [
        *_links(weight, inputs, dark),
        {**_nothing("light-lines"), "line": {"color": c.ink, "width": 2.5, "simplify": False}},
        cells,
        column,
        ends,
        {**_nothing("light-cells"), "line": {"color": c.ink, "width": 3, "simplify": False}},
        {**_nothing("light-nodes"), "mode": "markers", "marker": _ring(c.ink, 22)},
        {"x": [_OUT], "y": [first[0]], "mode": "markers", "name": "chosen", "hoverinfo": "skip",
         "marker": _ring(c.accent, 34, 4)},
    ]  # fmt: skip
    for trace in traces:
        trace["type"] = "scatter"
        network = trace["name"] not in ("cells", "light-cells")
        trace.update({"xaxis": "x2", "yaxis": "y2"} if network else {"xaxis": "x", "yaxis": "y"})
        if "hovertext" in trace:
            trace["hovertemplate"] = "%{hovertext}<extra></extra>"
    notes = [
        _title(title, width / 2, rows[i], "", c.faint) for i, title in enumerate(titles["map"])
    ]
    notes.append(_title(str(titles["flat"]), _IN, -0.4, "2", c.faint))
    notes.append(_title(str(titles["outputs"]), _OUT, first[0] - 1.0, "2", c.faint))
    hidden = {"visible": False, "fixedrange": True}
    layout = {
        **plain_layout(dark),
        "height": max(300, inputs * 27 + 50),
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "images": images,
        "annotations": notes,
        "xaxis": {**hidden, "domain": [0, 0.32], "range": [-0.2, width + 0.2],
                  "constrain": "domain"},
        "yaxis": {**hidden, "range": [tall, -0.8], "scaleanchor": "x", "constrain": "domain"},
        "xaxis2": {**hidden, "domain": [0.34, 1], "range": [-0.28, 1.45], "anchor": "y2"},
        "yaxis2": {**hidden, "range": [inputs, -1.1], "anchor": "x2"},
    }  # fmt: skip
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


def spread(count: int, inputs: int) -> np.ndarray:
    """Return the heights of ``count`` outputs beside ``inputs`` inputs, evenly spread."""
    gap = inputs / count
    return np.arange(count) * gap + gap / 2 - 0.5 + 0.0


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
        colors = diverging(values, max(limit_of(values), 1.0), dark)
        rows, cols = values.shape
        images.append(
            {"source": cell_picture(colors, line=c.line), "xref": "x", "yref": "y", "x": left,
             "y": top, "sizex": cols, "sizey": rows, "sizing": "stretch", "layer": "below",
             "xanchor": "left", "yanchor": "top"}
        )  # fmt: skip
        at = [(r, k) for r in range(rows) for k in range(cols)]
        written = [number(float(value)) for value in values.ravel()]
        font = font_size(cell, longest_number(values))
        traces.append(
            {"type": "scatter", "mode": "text", "name": name,
             "x": [left + k + 0.5 for _, k in at], "y": [top + r + 0.5 for r, _ in at],
             "text": written if font else [""] * len(written),
             "textfont": {"size": font or 9, "color": inks(colors.reshape(-1, 3)), "family": FONT},
             "hovertext": [f"{name}: {place.format(row=r + 1, column=k + 1)}: <b>{t}</b>"
                           for (r, k), t in zip(at, written, strict=True)],
             "hovertemplate": "%{hovertext}<extra></extra>"}
        )  # fmt: skip
        notes.append(_title(f"<i>{name}</i>", left + cols / 2, top, "", c.faint))
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
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


def matrix_cell(shape: tuple[int, ...], width: float) -> float:
    """Return a cell's side in pixels when y = Wx + b of a weight of ``shape`` is ``width`` wide."""
    return min(40.0, width / (shape[1] + 3 + 3 * 1.2 + 0.2))


def matrix_height(shape: tuple[int, ...], cell: float) -> int:
    """Return the height in pixels of the picture with cells of ``cell`` pixels."""
    return int((max(shape) + 1.1) * cell) + 4


def counts(
    sides: Sequence[int],
    dense: Sequence[int],
    convolution: int,
    chosen: int,
    *,
    names: tuple[str, str],
    axis: str,
    dark: bool,
) -> go.Figure:
    """Plot how a dense layer's parameters grow with the side, beside a convolution's."""
    c = palette(dark)
    at = list(sides).index(chosen)
    lines: list[dict[str, Any]] = [
        {"x": list(sides), "y": list(dense), "name": names[0], "mode": "lines+markers",
         "line": {"color": c.positive, "width": 2.5}},
        {"x": list(sides), "y": [convolution] * len(sides), "name": names[1], "mode": "lines",
         "line": {"color": c.negative, "width": 2.5, "dash": "dash"}},
        {"x": [chosen], "y": [dense[at]], "mode": "markers+text", "showlegend": False,
         "text": [f"{dense[at]:,}"], "textposition": "top left" if at > 3 else "top right",
         "textfont": {"size": 15, "color": c.ink}, "cliponaxis": False, "hoverinfo": "skip",
         "marker": {"size": 13, "color": c.accent}},
    ]  # fmt: skip
    shared = {"gridcolor": c.line, "zeroline": False, "fixedrange": True, "color": c.ink}
    layout = {
        **plain_layout(dark),
        "height": 340,
        "margin": {"l": 64, "r": 12, "t": 60, "b": 48},
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1.22, "font": {"size": 13}},
        "xaxis": {**shared, "title": {"text": "s", "font": {"size": 13}}, "dtick": 2},
        "yaxis": {**shared, "title": _beside(axis), "rangemode": "tozero", "automargin": True},
    }
    for line in lines[:2]:
        line["hovertemplate"] = "s = %{x}: %{y:,}<extra></extra>"
    traces = [{"type": "scatter", **line} for line in lines]
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


def _beside(words: str) -> dict[str, Any]:
    return {"text": words, "standoff": 12, "font": {"size": 13}}


def _links(weight: np.ndarray, inputs: int, dark: bool) -> list[dict[str, Any]]:
    """All links pale by weight, then the first output's again, strong."""
    found = []
    limit, ends = max(limit_of(weight), 1.0), spread(len(weight), inputs)
    for strong in (False, True):
        for value in np.unique(weight):
            x: list[float | None] = []
            y: list[float | None] = []
            for j, i in np.argwhere(weight == value):
                if not strong or j == 0:
                    x += [_IN, _OUT, None]
                    y += [float(i), float(ends[j]), None]
            line = {
                "color": link_color(float(value), limit, dark),
                "width": (1.5 + 1.5 * abs(float(value)) / limit) if strong else 1,
                "dash": "dot" if value == 0 else "solid",
                "simplify": False,
            }
            found.append(
                {"x": x or [None], "y": y or [None], "mode": "lines", "line": line,
                 "opacity": 1 if strong else 0.3, "hoverinfo": "skip",
                 "name": f"{'strong' if strong else 'pale'}:{value:g}"}
            )  # fmt: skip
    return found


def _column(values: np.ndarray, limit: float, dark: bool, at: float, inputs: int) -> dict[str, Any]:
    c = palette(dark)
    heights = np.arange(inputs) if at == _IN else spread(len(values), inputs)
    colors = diverging(values, limit, dark)
    return {
        "x": [at] * len(values),
        "y": [float(v) for v in heights],
        "mode": "markers+text",
        "text": [f"{number(float(value))}  " if at == _IN else f" {number(float(value))}"
                 for value in values],
        "customdata": list(range(len(values))),
        "cliponaxis": False,
        "marker": {
            "size": 16,
            "color": ["#" + bytes(color).hex() for color in colors],
            "line": {"color": c.faint, "width": 1.5},
            "opacity": 1,
        },
    }  # fmt: skip


def _nothing(name: str) -> dict[str, Any]:
    return {"x": [None], "y": [None], "mode": "lines", "name": name, "hoverinfo": "skip"}


def _ring(color: str, size: int, width: float = 3) -> dict[str, Any]:
    line = {"color": color, "width": width}
    return {"size": size, "color": color, "symbol": "circle-open", "line": line, "opacity": 1}


def _title(words: str, x: float, y: float, axes: str, color: str) -> dict[str, Any]:
    return {
        "text": words, "x": x, "y": y, "xref": "x" + axes, "yref": "y" + axes, "showarrow": False,
        "yanchor": "bottom", "font": {"size": 13, "color": color},
    }  # fmt: skip


def _sign(sign: str, x: float, y: float, color: str) -> dict[str, Any]:
    return {**_title(sign, x, y, "", color), "yanchor": "middle", "font": {"size": 22}}
