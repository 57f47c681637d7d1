"""A small network drawn whole or with dropped neurons, and the mean of many draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import diverging, inks, limit_of, palette
from visualizer.figures.links import link_color, plain_layout
from visualizer.figures.packing import plain_figure
from visualizer.figures.stage import FONT
from visualizer.notation import number

Layers = Sequence[np.ndarray]

_NEURON = 44  # pixels across
_SPACING = 56


def network(
    values: Layers,
    weights: Layers,
    masks: Sequence[np.ndarray] | None,
    *,
    names: Sequence[str],
    hover: Sequence[Sequence[str]],
    limit: float,
    dark: bool,
    ringed: Sequence[tuple[int, int]] = (),
) -> go.Figure:
    """Draw a fully connected network from left to right.

    values: one (neurons,) array for each layer, NaN where a number is not to be shown. weights:
    (after, before) between them. masks: one boolean (neurons,) for each hidden layer, False where a
    neuron is dropped, or None. names: the titles of the layers; hover: a text for every neuron of
    every layer; limit: the end of the colour scale of the values. ringed: the (layer, neuron) that
    get a ring, and a question mark where the number is not shown.
    """
    kept = _kept(values, masks)
    tallest = max(len(layer) for layer in values)
    places = [
        [(i, _height(j, len(v), tallest)) for j in range(len(v))] for i, v in enumerate(values)
    ]
    traces = _lines(places, weights, kept, dark)
    traces += _neurons(places, values, kept, hover, limit, dark)
    c = palette(dark)
    if ringed:
        traces.append(
            _rings(
                [places[layer][j] for layer, j in ringed],
                [bool(np.isnan(values[layer][j])) for layer, j in ringed],
                c.accent,
            )
        )
    notes = [
        {"x": i, "y": -0.85, "text": _on_two_lines(name), "showarrow": False,
         "font": {"size": 14, "color": c.ink}, "yanchor": "middle"}
        for i, name in enumerate(names)
    ]  # fmt: skip
    layout = {
        **plain_layout(dark),
        "height": int(tallest * _SPACING + 56),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "annotations": notes,
        "xaxis": {"visible": False, "fixedrange": True, "range": [-0.45, len(values) - 0.55]},
        "yaxis": {"visible": False, "fixedrange": True, "range": [tallest - 0.4, -1.2]},
    }
    return plain_figure(traces, layout)


def _on_two_lines(name: str) -> str:
    """Break a title of three words, or those of neighbouring layers would touch on a phone."""
    return name.replace(" ", "<br>", 1) if name.count(" ") > 1 else name


def averages(
    mean: np.ndarray, target: float, *, names: tuple[str, str], axes: tuple[str, str], dark: bool
) -> go.Figure:
    """Plot a running mean (draws,) and the value it should come to.

    names: of the mean and of the target, for the legend; axes: titles across and up.
    """
    c = palette(dark)
    draws = np.arange(1, len(mean) + 1)
    few = "lines+markers" if len(mean) < 40 else "lines"
    lines: list[dict[str, Any]] = [
        {"x": [1, max(2, len(mean))], "y": [target, target], "name": names[1],
         "line": {"color": c.negative, "width": 2, "dash": "dash"}, "mode": "lines",
         "hoverinfo": "skip"},
        {"x": draws.tolist(), "y": np.round(mean, 6).tolist(), "name": names[0], "mode": few,
         "line": {"color": c.positive, "width": 2},
         "hovertemplate": "%{x}: %{y:.2f}<extra></extra>"},
    ]  # fmt: skip
    axis = {"gridcolor": c.line, "zeroline": False, "fixedrange": True, "color": c.ink}
    layout = {
        **plain_layout(dark),
        "height": 300,
        "margin": {"l": 56, "r": 12, "t": 36, "b": 48},
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1.16, "font": {"size": 13}},
        "xaxis": {
            **axis,
            "title": {"text": axes[0], "font": {"size": 13}},
            "range": [0, max(2, len(mean)) * 1.02],
        },
        "yaxis": {
            **axis,
            "title": {"text": axes[1], "standoff": 12, "font": {"size": 13}},
            "rangemode": "tozero",
            "automargin": True,
        },
    }
    traces = [{"type": "scatter", **line} for line in lines]
    return plain_figure(traces, layout)


def value_limit(*runs: Layers) -> float:
    """Return the end of one colour scale for every neuron of several runs."""
    return limit_of(*(layer for run in runs for layer in run))


def _height(index: int, count: int, tallest: int) -> float:
    return index + (tallest - count) / 2


def _kept(values: Layers, masks: Sequence[np.ndarray] | None) -> list[np.ndarray]:
    kept = [np.ones(len(layer), dtype=bool) for layer in values]
    for index, mask in enumerate(masks or ()):
        kept[index + 1] = mask
    return kept


def _lines(
    places: list[list[tuple[int, float]]], weights: Layers, kept: list[np.ndarray], dark: bool
) -> list[dict[str, Any]]:
    """Lines of one colour are one trace; a line at a dropped neuron carries nothing: not drawn."""
    end = limit_of(*weights)
    by_weight: dict[float, tuple[list[Any], list[Any]]] = {}
    for layer, weight in enumerate(weights):
        for after, before in np.ndindex(weight.shape):
            if kept[layer][before] and kept[layer + 1][after]:
                x, y = by_weight.setdefault(float(weight[after, before]), ([], []))
                (x0, y0), (x1, y1) = places[layer][before], places[layer + 1][after]
                x += [x0, x1, None]
                y += [y0, y1, None]
    traces = []
    for value, (x, y) in sorted(by_weight.items()):
        line = {
            "color": link_color(value, end, dark),
            "width": 1 + abs(value) / end,
            "simplify": False,
        }
        if value == 0:
            line["dash"] = "dot"
        traces.append(
            {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip",
             "name": f"link:{number(value)}"}
        )  # fmt: skip
    return traces


def _rings(
    spots: Sequence[tuple[int, float]], unknown: Sequence[bool], color: str
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "markers+text", "name": "ringed", "hoverinfo": "skip",
        "x": [x for x, _ in spots], "y": [y for _, y in spots],
        "text": ["?" if hidden else "" for hidden in unknown],
        "textfont": {"color": color, "size": 22, "family": FONT},
        "marker": {"size": _NEURON + 6, "color": color, "symbol": "circle-open", "opacity": 1,
                   "line": {"color": color, "width": 4}},
    }  # fmt: skip


def _neurons(
    places: list[list[tuple[int, float]]],
    values: Layers,
    kept: list[np.ndarray],
    hover: Sequence[Sequence[str]],
    limit: float,
    dark: bool,
) -> list[dict[str, Any]]:
    c = palette(dark)
    flat = np.concatenate(values)
    alive = np.concatenate(kept)
    spots = [spot for layer in places for spot in layer]
    texts = [text for layer in hover for text in layer]
    unknown = np.isnan(flat)
    colors = diverging(np.where(unknown, 0.0, flat), limit, dark)
    written = ["" if hidden else number(v) for v, hidden in zip(flat, unknown, strict=True)]

    def some(which: np.ndarray, **parts: Any) -> dict[str, Any]:
        chosen = np.flatnonzero(which)
        return {
            "type": "scatter",
            "x": [spots[i][0] for i in chosen],
            "y": [spots[i][1] for i in chosen],
            "hovertext": [texts[i] for i in chosen],
            "hovertemplate": "%{hovertext}<extra></extra>",
            **parts,
        }

    on = np.flatnonzero(alive)
    ink = inks(colors[on])
    sizes = [max(9, min(15, int(_NEURON * 1.55 / max(1, len(written[i]))))) for i in on]
    # Drawn as text over the marker, so that each number has its own ink and size.
    full = some(
        alive,
        mode="markers+text",
        text=[written[i] for i in on],
        textfont={"color": ink, "size": sizes, "family": FONT},
        marker={
            "size": _NEURON,
            "color": ["#" + bytes(color).hex() for color in colors[on]],
            "line": {"color": c.faint, "width": 1.5},
            "opacity": 1,
        },
        name="kept",
    )
    gone = some(
        ~alive,
        mode="markers+text",
        text=["✕"] * int((~alive).sum()),
        textfont={"color": c.faint, "size": 24, "family": FONT},
        marker={
            "size": _NEURON,
            "color": c.background,
            "line": {"color": c.line, "width": 1.5},
            "opacity": 1,
        },
        name="dropped",
    )
    return [full, gone] if (~alive).any() else [full]
