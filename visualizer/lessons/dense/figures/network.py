"""A map laid out flat and linked to every output, and the classes whose scores the outputs are.

The links of one weight are one trace: a browser draws a dozen lines of paths, not hundreds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import diverging, inks, limit_of, palette
from visualizer.figures.lettering import FONT, text_width
from visualizer.figures.links import link_color, plain_layout
from visualizer.figures.packing import plain_figure
from visualizer.figures.picture import cell_picture
from visualizer.lessons.dense.figures.places import LARGE, LETTERS, RING, Places, places, spread
from visualizer.notation import number

_IN, _OUT = 0.0, 1.0
_BAR = (5, 13)  # pixels below an output's height between which the bar of its class lies


def connections(
    grid: np.ndarray,
    weight: np.ndarray,
    outputs: np.ndarray,
    *,
    titles: Mapping[str, str | Sequence[str]],
    classes: Sequence[tuple[str, float | None]],
    hover: Sequence[str] = (),
    hover_outputs: Sequence[str] = (),
    dark: bool,
    narrow: bool = False,
    chosen: int | None = 0,
    chosen_input: int | None = None,
    lit: Sequence[int] = (),
) -> go.Figure:
    """Draw the map (C, H, W), its cells as a column of inputs, and the links to all outputs.

    titles: "map" (one for each channel), "flat", "outputs", "classes". classes: for each output
    what its class is called and its probability, None for no bar; nothing for a drawing without
    them. hover: a text
    for each input; none where the player says it, as a label covers what it tells of. narrow: made
    for a phone. An output that is NaN has a question mark. chosen: the output whose links are drawn
    strong, None for none; the browser's script strengthens any other's. chosen_input: an input
    that is chosen as well, or instead, on the way back. lit: the inputs that are marked, with their
    cells.
    """
    c = palette(dark)
    inputs, count = grid.size, len(outputs)
    at = places(grid.shape, count, narrow)
    limit = max(limit_of(grid), 1.0)
    colors = diverging(grid, limit, dark)
    column = _column(grid.ravel(), limit, dark, _IN, inputs)
    column.update(name="inputs", hovertext=list(hover), textposition="middle left")
    ends = _column(outputs, max(limit_of(np.nan_to_num(outputs)), 1.0), dark, _OUT, inputs)
    ends.update(name="outputs", hovertext=list(hover_outputs), textposition="middle right")
    ends["marker"] = {**ends["marker"], "size": 26}
    for part in (column, ends):
        part["textfont"] = {"size": LETTERS, "color": c.ink, "family": FONT}
    heights = [float(v) for v in spread(count, inputs)]
    # Above its bar, where it has one.
    above = "middle right" if all(share is None for _, share in classes) else "top right"
    traces = [
        *_links(weight, inputs, dark, (chosen, chosen_input)),
        _cells(grid, colors, at, hover),
        column,
        ends,
        {**_around(lit, grid.shape, at), "line": {"color": c.ink, "width": 3, "simplify": False}},
        {"x": [_IN] * len(lit) or [None], "y": list(lit) or [None], "name": "light-nodes",
         "mode": "markers", "marker": _ring(c.ink, 22), "hoverinfo": "skip"},
        {"x": [None if chosen is None else _OUT], "y": [heights[chosen or 0]], "mode": "markers",
         "name": "chosen", "hoverinfo": "skip", "marker": _ring(c.accent, RING, 4)},
        {"x": [0.0] * len(classes), "y": heights[: len(classes)], "mode": "text",
         "name": "classes", "hoverinfo": "skip",
         "text": [name for name, _ in classes], "textposition": above, "cliponaxis": False,
         "textfont": {"size": LETTERS, "color": c.ink, "family": FONT}},
    ]  # fmt: skip
    if chosen_input is not None:
        line = {"color": c.accent, "width": 3, "simplify": False}
        traces += [
            {**_around([chosen_input], grid.shape, at), "name": "chosen-cell", "line": line},
            {"x": [_IN], "y": [chosen_input], "mode": "markers", "name": "chosen-input",
             "hoverinfo": "skip", "marker": _ring(c.accent, 24)},
        ]  # fmt: skip
    for trace in traces:
        trace["type"] = "scatter"
        axes = _AXES.get(trace["name"], "2")
        trace.update({"xaxis": f"x{axes}", "yaxis": f"y{axes}"})
        if trace.get("hovertext"):
            trace["hovertemplate"] = "%{hovertext}<extra></extra>"
        else:
            trace["hoverinfo"] = "skip"
    layout = {
        **plain_layout(dark),
        "height": round(at.height) + 8,
        "margin": {"l": 4, "r": 4, "t": 4, "b": 4},
        "images": _images(grid.shape, colors, at, c.line),
        "annotations": _titles(titles, grid.shape, heights, at, c.ink),
        "shapes": _bars([share for _, share in classes], heights, at, (c.line, c.probability)),
        **_axes(at, inputs),
    }
    return plain_figure(traces, layout)


_AXES = {"cells": "", "light-cells": "", "chosen-cell": "", "classes": "3"}


def _axes(at: Places, inputs: int) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    across, down = at.cells
    height = [inputs - 1 + at.bottom / at.step, -at.top / at.step]
    found: dict[str, Any] = {
        "xaxis": {**hidden, "domain": at.map[:2], "range": [-0.1, across + 0.1],
                  "constrain": "domain"},
        "yaxis": {**hidden, "domain": at.map[2:], "range": [down + 0.1, -0.1 - at.title / at.cell],
                  "scaleanchor": "x", "constrain": "domain"},
    }  # fmt: skip
    for suffix, domain, reach in (
        ("2", at.links, [_IN - at.reach[0], _OUT + at.reach[1]]),
        ("3", at.classes, [0, 1]),
    ):
        found[f"xaxis{suffix}"] = {
            **hidden, "domain": domain[:2], "range": reach, "anchor": f"y{suffix}",
        }  # fmt: skip
        found[f"yaxis{suffix}"] = {
            **hidden, "domain": domain[2:], "range": height, "anchor": f"x{suffix}",
        }  # fmt: skip
    return found


def _images(shape: tuple[int, ...], colors: Any, at: Places, line: str) -> list[dict[str, Any]]:
    _, height, width = shape
    return [
        {"source": cell_picture(colors[i], line=line), "xref": "x", "yref": "y", "x": x, "y": y,
         "sizex": width, "sizey": height, "sizing": "stretch", "layer": "below", "xanchor": "left",
         "yanchor": "top"}
        for i, (x, y) in enumerate(at.corners)
    ]  # fmt: skip


def _cells(grid: np.ndarray, colors: Any, at: Places, hover: Sequence[str]) -> dict[str, Any]:
    """Return the numbers on the map; where they do not fit, the inputs and the hover tell them."""
    channel, row, col = (part.ravel() for part in np.indices(grid.shape))
    written = [number(float(value)) for value in grid.ravel()]
    widest = max(text_width(text, 1) for text in written)
    size = LARGE if widest * LARGE <= 0.7 * at.cell else LETTERS
    fits = widest * size <= at.cell
    return {
        "x": [at.corners[a][0] + b + 0.5 for a, b in zip(channel, col, strict=True)],
        "y": [at.corners[a][1] + b + 0.5 for a, b in zip(channel, row, strict=True)],
        "mode": "text",
        "text": written if fits else [""] * grid.size,
        "textfont": {"size": size, "color": inks(colors.reshape(-1, 3)), "family": FONT},
        "customdata": list(range(grid.size)),
        "hovertext": list(hover),
        "name": "cells",
    }


def _titles(
    titles: Mapping[str, str | Sequence[str]],
    shape: tuple[int, ...],
    heights: Sequence[float],
    at: Places,
    color: str,
) -> list[dict[str, Any]]:
    above = heights[0] - (RING / 2 + 5) / at.step
    return [
        *(_title(title, x + shape[2] / 2, y, "", color)
          for title, (x, y) in zip(titles["map"], at.corners, strict=True)),
        _title(str(titles["flat"]), _IN, -12 / at.step, "2", color),
        _title(str(titles["outputs"]), _OUT, above, "2", color),
        {**_title(str(titles["classes"]), 0, above, "3", color), "xanchor": "left"},
    ]  # fmt: skip


def _bars(
    shares: Sequence[float | None], heights: Sequence[float], at: Places, colors: tuple[str, str]
) -> list[dict[str, Any]]:
    """Draw each probability as part of a whole, in one hue."""
    found = []
    for share, height in zip(shares, heights, strict=False):  # or none at all
        if share is None:
            continue
        top, bottom = (height + part / at.step for part in _BAR)
        for length, color in zip((1.0, share), colors, strict=True):
            found.append(
                {"type": "rect", "xref": "x3", "yref": "y3", "x0": 0, "x1": float(length),
                 "y0": top, "y1": bottom, "fillcolor": color, "line": {"width": 0},
                 "layer": "below"}
            )  # fmt: skip
    return found


def _links(
    weight: np.ndarray, inputs: int, dark: bool, chosen: tuple[int | None, int | None]
) -> list[dict[str, Any]]:
    """All links pale by weight, then those of the chosen output, input, or both again, strong.

    A weight's sign is its colour, its size the width of a strong line, in whatever state the line
    is: the browser's script moves strong lines, and has none of its own.
    """
    found = []
    limit, ends = max(limit_of(weight), 1.0), spread(len(weight), inputs)
    for strong in (False, True):
        for value in np.unique(weight):
            x: list[float | None] = []
            y: list[float | None] = []
            for j, i in np.argwhere(weight == value):
                if not strong or _belongs(int(j), int(i), chosen):
                    x += [_IN, _OUT, None]
                    y += [float(i), float(ends[j]), None]
            line = {
                "color": link_color(float(value), limit, dark),
                "width": (1.2 + 2.8 * abs(float(value)) / limit) if strong else 1,
                "dash": "dot" if value == 0 else "solid",
                "simplify": False,
            }
            found.append(
                {"x": x or [None], "y": y or [None], "mode": "lines", "line": line,
                 "opacity": 1 if strong else 0.3, "hoverinfo": "skip",
                 "name": f"{'strong' if strong else 'pale'}:{value:g}"}
            )  # fmt: skip
    return found


def _belongs(output: int, input_: int, chosen: tuple[int | None, int | None]) -> bool:
    """Tell whether a link belongs to what is chosen: (output, input), None for any; of two, one."""
    return chosen != (None, None) and all(
        wanted in (None, end) for wanted, end in zip(chosen, (output, input_), strict=True)
    )


def _column(values: np.ndarray, limit: float, dark: bool, at: float, inputs: int) -> dict[str, Any]:
    c = palette(dark)
    heights = np.arange(inputs) if at == _IN else spread(len(values), inputs)
    colors = diverging(np.nan_to_num(values), limit, dark)
    written = ["?" if np.isnan(value) else number(float(value)) for value in values]
    return {
        "x": [at] * len(values),
        "y": [float(v) for v in heights],
        "mode": "markers+text",
        "text": [f"{shown}  " if at == _IN else f"  {shown}" for shown in written],
        "customdata": list(range(len(values))),
        "cliponaxis": False,
        "marker": {
            "size": 16,
            "color": ["#" + bytes(color).hex() for color in colors],
            "line": {"color": c.faint, "width": 1.5},
            "opacity": 1,
        },
    }  # fmt: skip


def _around(lit: Sequence[int], shape: tuple[int, ...], at: Places) -> dict[str, Any]:
    """Return the outlines of the cells of some inputs."""
    x: list[float | None] = []
    y: list[float | None] = []
    for channel, row, col in zip(*np.unravel_index(list(lit), shape), strict=True) if lit else ():
        left, top = at.corners[channel][0] + float(col), at.corners[channel][1] + float(row)
        x += [left, left + 1, left + 1, left, left, None]
        y += [top, top, top + 1, top + 1, top, None]
    return {"x": x or [None], "y": y or [None], "mode": "lines", "name": "light-cells",
            "hoverinfo": "skip"}  # fmt: skip


def _ring(color: str, size: int, width: float = 3) -> dict[str, Any]:
    line = {"color": color, "width": width}
    return {"size": size, "color": color, "symbol": "circle-open", "line": line, "opacity": 1}


def _title(words: str, x: float, y: float, axes: str, color: str) -> dict[str, Any]:
    return {
        "text": words, "x": x, "y": y, "xref": "x" + axes, "yref": "y" + axes, "showarrow": False,
        "yanchor": "bottom", "font": {"size": LETTERS, "color": color},
    }  # fmt: skip
