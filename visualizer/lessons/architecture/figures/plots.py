"""Two bar charts over the same layers: their parameters, and their multiply-adds."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from visualizer.figures.colors import Palette, palette
from visualizer.figures.lettering import FONT
from visualizer.lessons.architecture.figures.layout import NARROW
from visualizer.lessons.architecture.figures.traces import kind_color

_BAR = 26  # pixels for each layer
_TITLE = 56  # pixels for a title
_LETTER = 8.2  # about how many pixels a letter of a title is wide
_TEXT_ROOM = 1.45  # how much longer the axis is than the longest bar, to leave room for its number


@dataclass(frozen=True)
class Bars:
    """One chart: its title, and for each layer a value, that value as text, and a hover text."""

    title: str
    values: Sequence[float]
    texts: Sequence[str]
    hovers: Sequence[str]


def cost_figure(
    names: Sequence[str],
    kinds: Sequence[str],
    parameters: Bars,
    work: Bars,
    *,
    dark: bool,
    width: int = 1000,
) -> go.Figure:
    """Draw the two charts side by side, or stacked below a width of NARROW pixels.

    names: the layers', first to last; kinds: "conv" or "fc" for each layer, which gives its colour.
    """
    colors = palette(dark)
    stacked = width < NARROW
    part = _TITLE + _BAR * len(names)
    height = part * (2 if stacked else 1) + 8
    traces, layout_axes, notes = [], {}, []
    for index, bars in enumerate((parameters, work)):
        suffix = "" if index == 0 else "2"
        room = _TITLE / height
        top = 1 - index * (part + 4) / height if stacked else 1.0
        bottom = top - part / height if stacked else 0.0
        across = [0.0, 1.0] if stacked else [0.52 * index, 0.52 * index + 0.48]
        traces.append(_trace(names, kinds, bars, suffix, colors))
        layout_axes[f"xaxis{suffix}"] = {
            "domain": across,
            "anchor": f"y{suffix}",
            "visible": False,
            "fixedrange": True,
            "range": [0, _TEXT_ROOM * max([*bars.values, 1])],
        }
        layout_axes[f"yaxis{suffix}"] = {
            "domain": [max(bottom, 0.0), top - room],
            "anchor": f"x{suffix}",
            "autorange": "reversed",
            "type": "category",
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "ticks": "",
            "automargin": True,
            "color": colors.ink,
        }
        notes.append(
            {
                "xref": "paper",
                "yref": "paper",
                "x": across[0],
                "y": top - room / 4,
                "text": f"<b>{_wrapped(bars.title, (width - 64) * (across[1] - across[0]))}</b>",
                "showarrow": False,
                "xanchor": "left",
                "yanchor": "top",
                "align": "left",
                "font": {"size": 14},
            }
        )
    layout = {
        "height": height,
        "margin": {"l": 56, "r": 8, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": 13},
        "showlegend": False,
        "dragmode": False,
        "bargap": 0.25,
        "annotations": notes,
        **layout_axes,
    }
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


def _wrapped(title: str, room: float) -> str:
    return "<br>".join(textwrap.wrap(title, max(12, int(room / _LETTER))))


def _trace(
    names: Sequence[str], kinds: Sequence[str], bars: Bars, suffix: str, colors: Palette
) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(bars.values),
        "y": list(names),
        "xaxis": f"x{suffix}",
        "yaxis": f"y{suffix}",
        "text": list(bars.texts),
        "textposition": "outside",
        "cliponaxis": False,
        "textfont": {"color": colors.ink, "size": 12},
        "marker": {"color": [kind_color(kind, colors) for kind in kinds]},
        "hovertext": list(bars.hovers),
        "hoverinfo": "text",
    }
