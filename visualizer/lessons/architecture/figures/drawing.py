"""A network drawn as boxes to scale, as lectures draw AlexNet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import Palette, palette
from visualizer.figures.lettering import FONT
from visualizer.lessons.architecture.figures.layout import (
    NARROW,
    DrawnBox,
    PlacedBoxes,
    boxes,
    place_boxes,
)
from visualizer.lessons.architecture.figures.traces import Trace, faces, hover_points, links


@dataclass(frozen=True)
class Captions:
    """All words of the drawing. Index 0 is the input, index i + 1 is step i of the walk.

    names: ``conv1``; shapes: ``96×55×55``; details: the layer in short, ``11×11<br>stride 4`` or
    ``ReLU``; hovers: the hover texts. ``<br>`` begins a new line.
    failure: name and hover text of the layer that cannot work, None if all do.
    """

    names: tuple[str, ...]
    shapes: tuple[str, ...]
    details: tuple[str, ...]
    hovers: tuple[str, ...]
    failure: tuple[str, str] | None = None


def network_figure(
    walk: Walk, captions: Captions, *, dark: bool, width: int = 1000, selected: int | None = None
) -> go.Figure:
    """Draw a walk ``width`` pixels wide: in rows, or below NARROW from top to bottom.

    selected: the step whose box is marked. The ``customdata`` of a clicked point is the step, or −1
    for the input.
    """
    colors = palette(dark)
    found = boxes(walk)
    texts = [_caption(box, captions, width < NARROW) for box in found]
    arranged = place_boxes(found, width, [len(lines) for lines in texts])
    traces: list[Trace] = []
    for box in found:
        marked = selected is not None and (box.step == selected or selected in box.followers)
        for stream in range(box.streams):
            traces += faces(box, stream, colors, marked)
    if not arranged.narrow:
        for before, after in pairwise(found):
            traces += links(walk, before, after, colors)
    traces += [hover_points(box, captions.hovers) for box in found]
    notes = [_note(box, lines, arranged.narrow) for box, lines in zip(found, texts, strict=True)]
    height = arranged.height
    if captions.failure is not None:
        traces.append(_failure(captions.failure, arranged, colors))
        height += _FAILURE_ROOM
    layout = {
        "width": None,
        "height": round(height) + 8,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": 12},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 16,
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "dragmode": False,
        "annotations": notes,
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, arranged.width]},
        "yaxis": {
            "visible": False,
            "fixedrange": True,
            "range": [arranged.height - height, arranged.height],
            # Boxes keep their proportions, however wide the page is.
            "scaleanchor": "x",
        },
    }
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


_FAILURE_ROOM = 40  # pixels below the boxes


def _caption(box: DrawnBox, captions: Captions, narrow: bool) -> list[str]:
    """Return the lines of a box's caption; in a narrow picture it stands beside the box."""
    at = box.step + 1
    name, shape = f"<b>{captions.names[at]}</b>", captions.shapes[at]
    own = [part for part in captions.details[at].split("<br>") if part]
    followers = [captions.details[follower + 1] for follower in box.followers]
    if not narrow:
        return [name, shape, *own, *followers]
    return [line for line in (f"{name}  {shape}", ", ".join(own), ", ".join(followers)) if line]


def _note(box: DrawnBox, lines: list[str], narrow: bool) -> dict[str, Any]:
    x, y = box.caption
    return {
        "x": x,
        "y": y,
        "text": "<br>".join(lines),
        "showarrow": False,
        "xanchor": "left" if narrow else "center",
        "yanchor": "middle" if narrow else "top",
        "align": "left" if narrow else "center",
        "font": {"size": 12 if narrow else 11},
    }


def _failure(failure: tuple[str, str], arranged: PlacedBoxes, colors: Palette) -> Trace:
    name, hover = failure
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [24],
        "y": [-_FAILURE_ROOM / 2],
        "marker": {"symbol": "x", "size": 14, "color": colors.negative},
        "text": [f"  {name}"],
        "textposition": "middle right",
        "textfont": {"color": colors.ink, "size": 13},
        "hovertext": hover,
        "hoverinfo": "text",
        "name": "failure",
    }
