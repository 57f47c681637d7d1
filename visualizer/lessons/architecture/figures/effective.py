"""How much a unit depends on each cell of the picture, and the field that it could depend on."""

from __future__ import annotations

from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from visualizer.engine.network.region import Region
from visualizer.figures.colors import palette, rgb
from visualizer.figures.lettering import FONT
from visualizer.figures.packing import plain_figure
from visualizer.figures.picture import data_uri
from visualizer.lessons.architecture.figures.receptive import outline

Floats = NDArray[np.float64]


def effective_figure(
    strength: Floats,
    field: Region,
    middle: Region,
    names: tuple[str, str],
    *,
    dark: bool,
    photo: Floats | None = None,
    width: int = 560,
) -> go.Figure:
    """Draw a unit's dependence on the cells of its input, above the input itself.

    strength: (H, W), 0 to 1; field: what the unit could depend on; middle: the part that holds half
    of the strength; names: of field and middle, for their labels. photo: (C, H, W), 0 to 255, of
    one channel or three.
    """
    colors = palette(dark)
    height, across = strength.shape
    down = round(min(width * height / across, 1.2 * width))
    traces = [
        _outline(field, names[0], colors.ink, "dot"),
        _outline(middle, names[1], colors.accent, "solid"),
    ]
    layout: dict[str, Any] = {
        "height": down + 40,
        "margin": {"l": 0, "r": 0, "t": 36, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": 13},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": 13}},
        "showlegend": True,
        "dragmode": False,
        "hovermode": False,
        "images": [
            {
                "source": data_uri(_blended(strength, photo, dark)),
                "xref": "x",
                "yref": "y",
                "x": 0,
                "y": 0,
                "sizex": across,
                "sizey": height,
                "sizing": "stretch",
                "layer": "below",
            }
        ],
        "xaxis": _axis([0, across]),
        "yaxis": {**_axis([height, 0]), "scaleanchor": "x"},
    }
    return plain_figure(traces, layout)


def profile_figure(
    strength: Floats, row: int, field: Region, axes: tuple[str, str], *, dark: bool
) -> go.Figure:
    """Plot the strength along a row of the input, within a box as wide as the field.

    axes: the titles of the columns' axis and of the strength's.
    """
    colors = palette(dark)
    red, green, blue = rgb(colors.accent)
    columns = [col + 0.5 for col in range(strength.shape[1])]
    peak = float(strength[row].max()) or 1.0
    left, right = field.left, field.right + 1
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [left, left, right, right],
            "y": [0, peak, peak, 0],
            "line": {"color": colors.ink, "width": 1.5, "dash": "dot"},
            "hoverinfo": "skip",
            "name": "field",
        },
        {
            "type": "scatter",
            "mode": "lines",
            "x": columns,
            "y": [round(value, 4) for value in strength[row].tolist()],
            "fill": "tozeroy",
            "fillcolor": f"rgba({red},{green},{blue},0.25)",
            "line": {"color": colors.accent, "width": 2},
            "hoverinfo": "skip",
            "name": "strength",
        },
    ]
    axis = {"fixedrange": True, "showgrid": False, "zeroline": False, "color": colors.ink}
    layout = {
        "height": 190,
        "margin": {"l": 48, "r": 8, "t": 8, "b": 44},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": 13},
        "showlegend": False,
        "dragmode": False,
        "hovermode": False,
        "xaxis": {**axis, "range": [0, strength.shape[1]], "title": {"text": axes[0]}},
        "yaxis": {**axis, "range": [0, peak * 1.08], "title": {"text": axes[1]}},
    }
    return plain_figure(traces, layout)


def _blended(strength: Floats, photo: Floats | None, dark: bool) -> NDArray[np.uint8]:
    """Return pixels (H, W, 3): the photo in gray, and the accent's colour where strength is."""
    colors = palette(dark)
    if photo is None:
        ground = np.broadcast_to(rgb(colors.background).astype(np.float64), (*strength.shape, 3))
    else:
        gray = photo.mean(axis=0)[..., None]
        # Pale, so that the colour stands out, and towards the page's own background.
        ground = 0.35 * gray + 0.65 * rgb(colors.background)
    # A square root lets weak cells be seen; the profile shows the true proportions.
    part = np.sqrt(np.clip(strength, 0, 1))[..., None]
    mixed = ground * (1 - part) + rgb(colors.accent) * part
    return np.asarray(np.rint(mixed), dtype=np.uint8)


def _outline(region: Region, name: str, color: str, dash: str) -> dict[str, Any]:
    x, y = outline(region)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": color, "width": 2, "dash": dash, "simplify": False},
        "hoverinfo": "skip",
        "name": name,
    }


def _axis(ends: list[float]) -> dict[str, Any]:
    return {"visible": False, "fixedrange": True, "range": ends, "constrain": "domain"}
