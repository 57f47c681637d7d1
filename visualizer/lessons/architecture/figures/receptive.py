"""The receptive field on the picture: a rectangle that grows from layer to layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from visualizer.engine.network.region import Region
from visualizer.figures.colors import Palette, palette, rgb
from visualizer.figures.lettering import FONT
from visualizer.figures.packing import plain_figure

_LABEL = 28  # pixels above the picture, for the label


@dataclass(frozen=True)
class Growth:
    """One layer's field: its region on the input, the layer's name, and the label to show."""

    region: Region
    name: str
    label: str


def field_figure(
    size: tuple[int, int],
    fields: Sequence[Growth],
    outside: str,
    *,
    dark: bool,
    step: int | None = None,
    picture: str | None = None,
    width: int = 560,
) -> go.Figure:
    """Draw an input of ``size`` (rows, columns) and the field of one value after each layer.

    step: which of the fields is shown at first, by default the last. picture: a data URI that is
    drawn below the fields, else they lie on a plain area. outside: the hover text outside of it.
    The browser's script plays the figure's frames, which change only the two moving traces.
    """
    colors = palette(dark)
    now = len(fields) - 1 if step is None else max(0, min(step, len(fields) - 1))
    whole = _frame_of(size, fields)
    traces = [_outside(whole, colors, outside), _all_outlines(fields, colors)]
    corner = (whole.left, whole.top)
    traces += _moving(fields[now], corner, colors)
    across, down = whole.width, whole.height
    drawn = round(min(width * down / across, 1.2 * width))
    layout: dict[str, Any] = {
        "height": drawn + _LABEL + 4,
        "margin": {"l": 0, "r": 0, "t": _LABEL, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": 13},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "images": _image(picture, size),
        "shapes": [_paper(size, picture, colors)],
        "xaxis": _axis([whole.left, whole.right + 1]),
        "yaxis": {**_axis([whole.bottom + 1, whole.top]), "scaleanchor": "x"},
    }
    return plain_figure(traces, layout, field_frames(size, fields, dark=dark))


def field_frames(
    size: tuple[int, int], fields: Sequence[Growth], *, dark: bool
) -> list[dict[str, Any]]:
    """Return a Plotly frame for each layer, which moves the last two traces of `field_figure`."""
    colors = palette(dark)
    whole = _frame_of(size, fields)
    corner = (whole.left, whole.top)
    return [
        {"name": str(index), "data": _moving(growth, corner, colors), "traces": [2, 3]}
        for index, growth in enumerate(fields)
    ]


def _frame_of(size: tuple[int, int], fields: Sequence[Growth]) -> Region:
    """Return the area to show: the input, and the fields where they reach beyond it."""
    regions = [Region(0, 0, size[0] - 1, size[1] - 1), *(growth.region for growth in fields)]
    margin = max(1, round(0.02 * max(size)))
    # A field may be many times larger than the input: show half of the input's size around it.
    most_down, most_across = size[0] // 2 + margin, size[1] // 2 + margin
    return Region(
        max(min(r.top for r in regions) - margin, -most_down),
        max(min(r.left for r in regions) - margin, -most_across),
        min(max(r.bottom for r in regions) + margin, size[0] - 1 + most_down),
        min(max(r.right for r in regions) + margin, size[1] - 1 + most_across),
    )


def outline(region: Region) -> tuple[list[float | None], list[float | None]]:
    """Return the x and y of a region's outline, along the edges of its cells."""
    left, right, top, bottom = region.left, region.right + 1, region.top, region.bottom + 1
    return [left, right, right, left, left], [top, top, bottom, bottom, top]


def _moving(growth: Growth, corner: tuple[int, int], colors: Palette) -> list[dict[str, Any]]:
    x, y = outline(growth.region)
    red, green, blue = rgb(colors.accent)
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": x,
            "y": y,
            "fill": "toself",
            "fillcolor": f"rgba({red},{green},{blue},0.22)",
            "line": {"color": colors.accent, "width": 3, "simplify": False},
            "hoverinfo": "skip",
            "name": "field",
        },
        {
            "type": "scatter",
            "mode": "text",
            "x": [corner[0]],
            "y": [corner[1]],
            "text": [f"<b>{growth.label}</b>"],
            "textposition": "top right",
            "cliponaxis": False,
            "textfont": {"size": 14, "color": colors.ink},
            "hoverinfo": "skip",
            "name": "label",
        },
    ]


def _all_outlines(fields: Sequence[Growth], colors: Palette) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for growth in fields:
        x, y = outline(growth.region)
        xs += [*x, None]
        ys += [*y, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colors.faint, "width": 1, "dash": "dot", "simplify": False},
        "hoverinfo": "skip",
        "name": "all",
    }


def _outside(whole: Region, colors: Palette, words: str) -> dict[str, Any]:
    x, y = outline(whole)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": colors.line, "width": 0},
        "hoverinfo": "text",
        "hovertext": words,
        "name": "outside",
    }


def _paper(size: tuple[int, int], picture: str | None, colors: Palette) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": 0,
        "y0": 0,
        "x1": size[1],
        "y1": size[0],
        "line": {"color": colors.faint, "width": 1},
        "fillcolor": "rgba(0,0,0,0)" if picture else colors.padding,
        "layer": "below",
    }


def _image(picture: str | None, size: tuple[int, int]) -> list[dict[str, Any]]:
    if picture is None:
        return []
    return [
        {
            "source": picture,
            "xref": "x",
            "yref": "y",
            "x": 0,
            "y": 0,
            "sizex": size[1],
            "sizey": size[0],
            "sizing": "stretch",
            "layer": "below",
        }
    ]


def _axis(ends: list[float]) -> dict[str, Any]:
    return {"visible": False, "fixedrange": True, "range": ends, "constrain": "domain"}
