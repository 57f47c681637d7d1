"""Pictures of the activation lesson: the curve with its point, gradients in a chain, softmax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.colors import Floats, palette
from visualizer.figures.packing import plain_figure
from visualizer.figures.stage import FONT

CLASS_COLORS = {False: ("#1a5fb4", "#c2560a", "#2b7a3f"), True: ("#6cb2ff", "#ff9d4f", "#7ccf92")}


def curve(
    x: Floats, y: Floats, slope: Floats, at: int, names: tuple[str, str], dark: bool
) -> go.Figure:
    """Draw a function and its derivative over x, with a point on each at index ``at``.

    The traces "point" and "tangent" are moved by the browser (assets/point/point.js).
    """
    c = palette(dark)
    low, high = float(min(y.min(), slope.min())), float(max(y.max(), slope.max()))
    high = min(high, 3.0) if high > 2 else high
    low = max(low, -3.0)
    room = 0.12 * (high - low)
    thin = slice(None, None, 4)
    a, b = float(x[at]), float(y[at])
    reach = 1.2
    tangent = [b - reach * float(slope[at]), b + reach * float(slope[at])]
    traces: list[dict[str, Any]] = [
        _line(x[thin], y[thin], names[0], c.positive, width=3),
        _line(x[thin], slope[thin], names[1], c.negative, width=3, dash="dash"),
        {**_line([a - reach, a + reach], tangent, "tangent", c.accent, width=2),
         "showlegend": False, "hoverinfo": "skip"},
        {"type": "scatter", "mode": "markers", "name": "point", "x": [a, a],
         "y": [b, float(slope[at])], "showlegend": False, "hoverinfo": "skip",
         "marker": {"size": 13, "color": c.accent, "line": {"width": 2, "color": c.background}}},
    ]  # fmt: skip
    layout = _layout(dark, 400)
    layout["xaxis"].update(range=[-6.2, 6.2], title=_title("x"), dtick=2)
    layout["yaxis"].update(range=[low - room, high + room])
    return plain_figure(traces, layout)


def chain(
    products: Sequence[tuple[str, Floats]], chosen: int, axes: tuple[str, str], dark: bool
) -> go.Figure:
    """Draw the gradient left after each layer, one line a function, on a logarithmic scale."""
    c = palette(dark)
    colors = ("#c2560a", "#8a6d00", "#1a5fb4", "#0f7c85", "#6b7280")
    bright = ("#ff9d4f", "#e0c14a", "#6cb2ff", "#5fd0d8", "#9aa4b1")
    traces = []
    for i, (name, values) in enumerate(products):
        layers = np.arange(1, len(values) + 1)
        line = _line(layers, values, name, (bright if dark else colors)[i % 5],
                     width=4 if i == chosen else 2, dash="dash" if i == 3 else "solid")  # fmt: skip
        line.update(
            mode="lines+markers", hovertemplate=f"{name} · %{{x}}: %{{y:.2e}}<extra></extra>"
        )
        traces.append(line)
    layout = _layout(dark, 340)
    layout["xaxis"].update(title=_title(axes[0]), rangemode="tozero")
    layout["yaxis"].update(type="log", title=_title(axes[1]), exponentformat="power", dtick=None)
    layout["font"]["color"] = c.ink
    return plain_figure(traces, layout)


def shares(names: Sequence[str], values: Floats, written: Sequence[str], dark: bool) -> go.Figure:
    """Draw softmax's shares as bars, each class in its own colour; together they fill 1.

    written: each share in percent, as it is to be read.
    """
    colors = CLASS_COLORS[dark]
    traces = [
        {
            "type": "bar", "orientation": "h", "x": [100 * float(values[i])], "y": [name],
            "marker": {"color": colors[i]}, "name": name, "showlegend": False,
            "text": [f"{written[i]}%"], "textposition": "auto",
            "textfont": {"size": 16}, "hoverinfo": "skip", "cliponaxis": False,
        }
        for i, name in enumerate(names)
    ]  # fmt: skip
    layout = _layout(dark, 220)
    layout["xaxis"].update(range=[0, 112], ticksuffix="%", tickvals=[0, 25, 50, 75, 100])
    layout["yaxis"].update(autorange="reversed", zeroline=False, tickfont={"size": 16})
    layout["bargap"] = 0.25
    return plain_figure(traces, layout)


def unknown(at: float, side: int | None, dark: bool) -> go.Figure:
    """Draw the axes with ``at`` marked and a question mark for the value, without any curve.

    side: which half is shaded: 0 left of 0, 1 right of it; None for neither.
    """
    c = palette(dark)
    traces: list[dict[str, Any]] = [
        {"type": "scatter", "mode": "lines", "x": [at, at], "y": [-3.3, 3.3], "hoverinfo": "skip",
         "showlegend": False, "line": {"color": c.accent, "width": 2, "dash": "dot"}},
        {"type": "scatter", "mode": "text", "x": [at], "y": [1.5], "text": ["?"],
         "textposition": "middle right" if at < 4 else "middle left", "hoverinfo": "skip",
         "showlegend": False, "textfont": {"size": 28, "color": c.accent}},
    ]  # fmt: skip
    layout = _layout(dark, 300)
    layout["xaxis"].update(range=[-6.2, 6.2], title=_title("x"), dtick=2)
    layout["yaxis"].update(range=[-3.3, 3.3], title=_title("f(x)"), dtick=1)
    layout["shapes"] = [] if side is None else [_half(side, c.accent)]
    return plain_figure(traces, layout)


def steepness(
    x: Floats, y: Floats, at: float | None, name: str, dark: bool,
    *, side: int | None = None, top: float | None = None,
) -> go.Figure:  # fmt: skip
    """Draw one line over x, and a point on it at ``at``; nothing tells how steep it is there.

    at: None for no point; side: as for `unknown`; top: where a level line is drawn, None for none.
    """
    c = palette(dark)
    thin = slice(None, None, 4)
    traces = [_line(x[thin], y[thin], name, c.positive, width=3)]
    if at is not None:
        traces.append(
            {"type": "scatter", "mode": "markers", "x": [at], "y": [float(np.interp(at, x, y))],
             "hoverinfo": "skip", "showlegend": False, "marker": {"size": 13, "color": c.accent}}
        )  # fmt: skip
    if top is not None:
        traces.append(
            {"type": "scatter", "mode": "lines", "x": [-6.2, 6.2], "y": [top, top],
             "hoverinfo": "skip", "showlegend": False,
             "line": {"color": c.accent, "width": 2, "dash": "dot"}}
        )  # fmt: skip
    layout = _layout(dark, 300)
    layout["showlegend"] = True
    layout["xaxis"].update(range=[-6.2, 6.2], title=_title("x"), dtick=2)
    low, high = max(float(y.min()), -3.0), min(float(y.max()), 3.0)
    layout["yaxis"].update(range=[low - 0.1 * (high - low), high + 0.1 * (high - low)])
    layout["shapes"] = [] if side is None else [_half(side, c.accent)]
    return plain_figure(traces, layout)


def _half(side: int, color: str) -> dict[str, Any]:
    ends = (0, 6.2) if side else (-6.2, 0)
    return {"type": "rect", "xref": "x", "yref": "paper", "x0": ends[0], "x1": ends[1], "y0": 0,
            "y1": 1, "fillcolor": color, "opacity": 0.12, "line": {"width": 0},
            "layer": "below"}  # fmt: skip


def bars(
    names: Sequence[str], values: Floats, written: Sequence[str], lit: Sequence[int], dark: bool
) -> go.Figure:
    """Draw a number of each class as a bar; those of ``lit`` get an outline."""
    c = palette(dark)
    # What is too large would leave the others no length; the number beside the bar is exact.
    ends = np.clip(values, -20.0, 20.0)
    traces = [
        {
            "type": "bar", "orientation": "h", "x": [float(ends[i])], "y": [name], "name": name,
            "marker": {"color": CLASS_COLORS[dark][i],
                       "line": {"color": c.ink, "width": 3 if i in lit else 0}},
            "showlegend": False, "hoverinfo": "skip",
        }
        for i, name in enumerate(names)
    ]  # fmt: skip
    notes = [
        {"x": 1, "xref": "paper", "xanchor": "right", "y": name, "text": written[i],
         "showarrow": False, "font": {"size": 16, "color": c.ink}}
        for i, name in enumerate(names)
    ]  # fmt: skip
    low, high = min(0.0, float(ends.min())), max(0.0, float(ends.max()))
    room = max(high - low, 1.0)
    layout = _layout(dark, 190)
    layout["margin"]["t"] = 8
    layout["xaxis"].update(range=[low - 0.02 * room, high + 0.3 * room], visible=False)
    layout["yaxis"].update(autorange="reversed", zeroline=False, tickfont={"size": 16})
    layout.update(bargap=0.25, annotations=notes)
    return plain_figure(traces, layout)


def no_single_curve(
    lines: Sequence[tuple[str, Floats, Floats]], at: float, axis: str, dark: bool
) -> go.Figure:
    """Draw the first class's share against its own logit, one line for each set of the others."""
    c = palette(dark)
    tones = (c.positive, c.faint, c.negative)
    dashes = ("solid", "dash", "dot")
    traces = []
    for i, (name, x, y) in enumerate(lines):
        traces.append(_line(x, y, name, tones[i], width=3 if i == 0 else 2, dash=dashes[i]))
    here = [float(np.interp(at, x, y)) for _, x, y in lines]
    traces.append(
        {"type": "scatter", "mode": "markers", "x": [at] * len(here), "y": here,
         "hoverinfo": "skip", "showlegend": False, "marker": {"size": 11, "color": c.accent}}
    )  # fmt: skip
    layout = _layout(dark, 320)
    layout["xaxis"].update(title=_title(axis))
    layout["yaxis"].update(range=[-0.03, 1.05])
    return plain_figure(traces, layout)


def lines(x: Floats, drawn: Sequence[tuple[str, Floats]], dark: bool) -> go.Figure:
    """Draw functions (name, values) over the same x: the first broken, so that both are seen."""
    c = palette(dark)
    traces = [
        _line(x, y, name, (c.positive, c.negative)[i % 2], width=3, dash="solid" if i else "dash")
        for i, (name, y) in enumerate(drawn)
    ]
    layout = _layout(dark, 300)
    layout["xaxis"].update(title=_title("x"), dtick=1)
    layout["yaxis"].update(title=_title("y"))
    return plain_figure(traces, layout)


def _title(written: str) -> dict[str, Any]:
    return {"text": written, "font": {"size": 14}, "standoff": 8}


def _line(
    x: Any, y: Any, name: str, color: str, *, width: float = 2, dash: str = "solid"
) -> dict[str, Any]:
    return {
        "type": "scatter", "mode": "lines", "name": name, "x": np.round(x, 6).tolist(),
        "y": [float(f"{v:.7g}") for v in np.asarray(y).tolist()],
        "line": {"color": color, "width": width, "dash": dash},
        "hovertemplate": "%{x:.2f}: <b>%{y:.4f}</b><extra></extra>",
    }  # fmt: skip


def _layout(dark: bool, height: int) -> dict[str, Any]:
    c = palette(dark)
    axis = {"gridcolor": c.line, "gridwidth": 0.5, "zerolinecolor": c.faint, "fixedrange": True,
            "color": c.ink, "automargin": True}  # fmt: skip
    return {
        "height": height, "margin": {"l": 44, "r": 8, "t": 34, "b": 40}, "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "hovermode": "closest",
        "font": {"family": FONT, "color": c.ink, "size": 14},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        "xaxis": dict(axis), "yaxis": dict(axis),
    }  # fmt: skip
