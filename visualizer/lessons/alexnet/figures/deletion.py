"""The deletion curve: a class's probability while the marked squares of a picture go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import Floats, palette
from visualizer.figures.lettering import FONT
from visualizer.figures.packing import plain_figure


@dataclass(frozen=True)
class Line:
    """A curve with its name; values from 0 to 1, as many as shares of the picture are gone."""

    name: str
    values: Floats


def deletion_curves(
    shares: Floats,
    lines: Sequence[Line],
    chance: Sequence[Floats],
    words: tuple[str, str, str],
    *,
    dark: bool,
) -> go.Figure:
    """Draw one or two methods' curves over random order: its mean, and a band from least to most.

    shares: from 0 to 1, what is gone; chance: a curve for each random order; words: the name of
    random order, the titles of the two axes.
    """
    c = palette(dark)
    many = np.stack(list(chance))
    across = 100 * np.concatenate([shares, shares[::-1]])
    around = 100 * np.concatenate([many.max(axis=0), many.min(axis=0)[::-1]])
    traces: list[dict[str, Any]] = [
        {"type": "scatter", "mode": "lines", "x": across, "y": around, "fill": "toself",
         "fillcolor": _faint(c.faint), "line": {"width": 0}, "hoverinfo": "skip",
         "showlegend": False, "name": "band"},
        _line(shares, many.mean(axis=0), words[0], c.faint, "dot"),
    ]  # fmt: skip
    for each, color, dash in zip(lines, (c.positive, c.negative), ("solid", "dash"), strict=False):
        traces.append(_line(shares, each.values, each.name, color, dash))
    title = {"size": 14, "color": c.ink}
    top = 100 * max(float(many.max()), *(float(each.values.max()) for each in lines), 0.001)
    axis = {
        "fixedrange": True, "gridcolor": c.line, "zeroline": False, "tickfont": {"size": 13},
    }  # fmt: skip
    layout: dict[str, Any] = {
        "height": 340, "margin": {"l": 62, "r": 12, "t": 8, "b": 52}, "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": c.ink, "size": 14}, "hovermode": "x unified",
        "hoverlabel": {"bgcolor": c.background, "font": {"color": c.ink}},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        "xaxis": {**axis, **_ticks(100), "range": [-2, 102],
                  "title": {"text": words[1], "font": title}},
        "yaxis": {**axis, **_ticks(top), "range": [0, 1.04 * top],
                  "title": {"text": words[2], "font": title}},
    }  # fmt: skip
    return plain_figure(traces, layout)


def _ticks(top: float) -> dict[str, Any]:
    """Return where an axis of percent has its numbers: few, and round ones."""
    step = next(each for each in (0.025, 0.1, 0.25, 1, 2.5, 5, 10, 25) if top <= 5 * each)
    values = [step * place for place in range(int(top / step) + 1)]
    return {"tickvals": values, "ticktext": [f"{value:g}%" for value in values]}


def _line(shares: Floats, values: Floats, name: str, color: str, dash: str) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "x": 100 * shares, "y": 100 * values, "name": name,
        "line": {"color": color, "width": 3, "dash": dash},
        "hovertemplate": "%{y:.1f}%",
    }  # fmt: skip


def _faint(color: str) -> str:
    red, green, blue = bytes.fromhex(color[1:])
    return f"rgba({red},{green},{blue},0.22)"
