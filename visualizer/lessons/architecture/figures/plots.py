"""A bar chart over the layers: their parameters, or their multiply-adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from visualizer.figures.colors import Palette, palette
from visualizer.figures.lettering import FONT
from visualizer.figures.packing import plain_figure
from visualizer.lessons.architecture.figures.traces import kind_color

_BAR = 26  # pixels for each layer
_TEXT_ROOM = 1.5  # how much longer the axis is than the longest bar, to leave room for its number


@dataclass(frozen=True)
class Bars:
    """One chart: its title, and for each layer a value, that value as text, and a hover text."""

    title: str
    values: Sequence[float]
    texts: Sequence[str]
    hovers: Sequence[str]


def cost_figure(names: Sequence[str], kinds: Sequence[str], bars: Bars, *, dark: bool) -> go.Figure:
    """Draw a chart with a bar for each layer, in any width from 300 pixels on.

    names: the layers', first to last; kinds: "conv" or "fc" for each layer, which gives its colour.
    The title is left to the page, where it finds its own lines.
    """
    colors = palette(dark)
    layout = {
        "height": _BAR * len(names) + 12,
        "margin": {"l": 56, "r": 8, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": 13},
        "showlegend": False,
        "dragmode": False,
        "bargap": 0.25,
        "xaxis": {
            "visible": False,
            "fixedrange": True,
            "range": [0, _TEXT_ROOM * max([*bars.values, 1])],
        },
        "yaxis": {
            "autorange": "reversed",
            "type": "category",
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
            "automargin": True,
            "color": colors.ink,
        },
    }
    return plain_figure([_trace(names, kinds, bars, colors)], layout)  # fmt: skip


def _trace(
    names: Sequence[str], kinds: Sequence[str], bars: Bars, colors: Palette
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(bars.values),
        "y": list(names),
        "text": list(bars.texts),
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": colors.ink, "size": 12},
        "marker": {"color": [kind_color(kind, colors) for kind in kinds]},
        "hovertext": list(bars.hovers),
        "hoverinfo": "text",
    }
