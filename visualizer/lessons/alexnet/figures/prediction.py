"""Bar charts of an answer: the probabilities of the best classes, and the time of each layer."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from visualizer.figures.colors import palette
from visualizer.figures.lettering import FONT
from visualizer.figures.packing import plain_figure
from visualizer.notation import precise

_ROW = 52  # pixels for each class: its name stands above its bar, so that no name is cut off


def probability_bars(
    names: Sequence[str], probabilities: Sequence[float], written: Sequence[str], *, dark: bool
) -> go.Figure:
    """Draw a bar for each of the best classes, the best on top.

    probabilities: 0 to 1; written: each probability as text.
    """
    # A name may be a stranger's, and Plotly reads some HTML in texts.
    names = [escape(name, quote=False) for name in names]
    colors = palette(dark)
    rows = list(range(len(names)))
    longest = max([*probabilities, 0.01])
    bars: dict[str, Any] = {
        "type": "bar", "orientation": "h", "x": list(probabilities), "y": rows, "width": 0.4,
        "marker": {"color": colors.probability, "line": {"width": 0}}, "text": list(written),
        "textposition": "outside", "cliponaxis": False,
        "textfont": {"size": 16, "color": colors.ink, "family": FONT}, "name": "probability",
        "customdata": list(names), "hovertemplate": "%{customdata}: %{text}<extra></extra>",
    }  # fmt: skip
    labels = [
        {"x": 0, "y": row, "xref": "paper", "yref": "y", "text": name, "showarrow": False,
         "xanchor": "left", "yanchor": "bottom", "yshift": 9,
         "font": {"size": 18 if row == 0 else 16, "color": colors.ink, "family": FONT}}
        for row, name in enumerate(names)
    ]  # fmt: skip
    layout = _layout(colors.ink, _ROW * len(names) + 8)
    layout |= {
        "annotations": labels,
        # Room on the right for the number of the longest bar, however narrow the chart is.
        "margin": {"l": 2, "r": 72, "t": 2, "b": 2},
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, longest]},
        "yaxis": {"visible": False, "fixedrange": True, "range": [len(names) - 0.6, -0.75]},
    }
    return plain_figure([bars], layout)


def time_bars(names: Sequence[str], seconds: Sequence[float], *, dark: bool) -> go.Figure:
    """Draw how many milliseconds each layer took, the first layer on top."""
    colors = palette(dark)
    spent = [1000 * second for second in seconds]
    bars: dict[str, Any] = {
        "type": "bar", "orientation": "h", "x": spent, "y": list(names), "name": "time",
        "marker": {"color": colors.probability, "line": {"width": 0}},
        "text": [f"{precise(ms, 1)} ms" for ms in spent], "textposition": "outside",
        "cliponaxis": False, "textfont": {"size": 12, "color": colors.ink}, "hoverinfo": "skip",
    }  # fmt: skip
    layout = _layout(colors.ink, 22 * len(names) + 8)
    layout["margin"] = {"l": 66, "r": 8, "t": 2, "b": 2}
    layout |= {
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, max([*spent, 0.1]) * 1.25]},
        "yaxis": {
            "fixedrange": True, "autorange": "reversed", "type": "category", "showgrid": False,
            "tickfont": {"size": 13, "color": colors.ink}, "ticklen": 0, "dtick": 1,
        },
    }  # fmt: skip
    return plain_figure([bars], layout)


def _layout(ink: str, height: int) -> dict[str, Any]:
    return {
        "height": height, "margin": {"l": 2, "r": 2, "t": 2, "b": 2}, "showlegend": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "dragmode": False,
        "font": {"family": FONT, "color": ink, "size": 14},
    }  # fmt: skip
