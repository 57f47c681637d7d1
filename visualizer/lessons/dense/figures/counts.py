"""The count of parameters over the size of the maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from visualizer.figures.colors import palette
from visualizer.figures.links import plain_layout
from visualizer.figures.packing import plain_figure


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
    return plain_figure(traces, layout)


def _beside(words: str) -> dict[str, Any]:
    return {"text": words, "standoff": 12, "font": {"size": 13}}
