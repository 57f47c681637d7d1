"""A network drawn as boxes to scale, as lectures draw AlexNet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import Palette, palette
from visualizer.figures.lettering import FONT, text_width
from visualizer.figures.packing import plain_figure
from visualizer.lessons.architecture.figures.graph import picture
from visualizer.lessons.architecture.figures.layout import DRAWING, NARROW, Size, place_boxes
from visualizer.lessons.architecture.figures.nodes import DrawnBox, Nodes, nodes
from visualizer.lessons.architecture.figures.traces import Trace, faces, hover_points, links

WIDTHS = (800, 460, 340)
"""The widths in pixels that a page has a drawing made for; it shows the widest that fits."""
WIDE = 920
"""The one besides where layers branch: the wider, the fewer arcs are torn by the end of a row."""


def widths(walk: Walk) -> tuple[int, ...]:
    """Return the widths in pixels to draw a walk for, the widest first."""
    return (WIDE, *WIDTHS) if nodes(walk).branched else WIDTHS


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
    walk: Walk,
    captions: Captions,
    *,
    dark: bool,
    width: int = 1000,
    selected: int | Collection[int] | None = None,
) -> go.Figure:
    """Draw a walk ``width`` pixels wide: in rows, or below NARROW from top to bottom.

    selected: the step whose box is marked, or several. The ``customdata`` of a clicked point is the
    step, or −1 for the input.
    """
    colors = palette(dark)
    found = nodes(walk)
    chosen = {selected} if isinstance(selected, int) else set(selected or ())
    draw = _graph if found.branched else _stack
    traces, notes, high = draw(walk, found, captions, width, chosen, colors)
    height = high
    if captions.failure is not None:
        trace, room = _failure(captions.failure, width, colors)
        traces.append(trace)
        height += room
    layout = {
        "width": None,
        "height": round(height) + 8,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": colors.ink, "size": LETTERS},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 16,
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
        "dragmode": False,
        "annotations": notes,
        "xaxis": {"visible": False, "fixedrange": True, "range": [0, width]},
        "yaxis": {
            "visible": False,
            "fixedrange": True,
            "range": [high - height, high],
            # Boxes keep their proportions, however wide the page is.
            "scaleanchor": "x",
        },
    }
    return plain_figure(traces, layout)


Drawn = tuple[list[Trace], list[dict[str, Any]], float]
"""Traces, annotations, and the height that they take."""


def _stack(
    walk: Walk, found: Nodes, captions: Captions, width: int, chosen: set[int], colors: Palette
) -> Drawn:
    texts = [_caption(box, captions, width) for box in found.boxes]
    arranged = place_boxes(found.boxes, width, [_size(lines) for lines in texts])
    traces: list[Trace] = []
    for box in found.boxes:
        marked = not chosen.isdisjoint((box.step, *box.followers))
        for stream in range(box.streams):
            traces += faces(box, stream, colors, marked)
    if not arranged.narrow:
        for before, after in pairwise(found.boxes):
            traces += links(walk, before, after, colors)
    traces += [hover_points(box, captions.hovers) for box in found.boxes]
    notes = [
        _note(box, lines, arranged.narrow) for box, lines in zip(found.boxes, texts, strict=True)
    ]
    return traces, notes, arranged.height


def _graph(
    walk: Walk, found: Nodes, captions: Captions, width: int, chosen: set[int], colors: Palette
) -> Drawn:
    names = [captions.names[box.step + 1] for box in found.boxes]
    shapes = [captions.shapes[box.step + 1] for box in found.boxes]
    placed = picture.spread(found, names, shapes, width)
    traces = picture.traces(walk, placed, captions.hovers, chosen, colors)
    return traces, picture.notes(placed), placed.height


LETTERS = 12  # pixels: the captions' font
_LINE = 16.0  # pixels from line to line


def _caption(box: DrawnBox, captions: Captions, width: int) -> list[str]:
    """Return the lines of a box's caption: below it name and shape, which the hover completes.

    In a narrow picture the caption stands beside the box, and there is room for what the layer is.
    """
    at = box.step + 1
    name, shape = f"<b>{captions.names[at]}</b>", captions.shapes[at]
    if width >= NARROW:
        return [name, shape]
    room = width - DRAWING - 12
    own = [part for part in captions.details[at].split("<br>") if part]
    followers = [captions.details[follower + 1] for follower in box.followers]
    return [f"{name}  {shape}", *_wrapped(own, ", ", room), *_wrapped(followers, ", ", room)]


def _wrapped(parts: Sequence[str], between: str, room: float, size: int = LETTERS) -> list[str]:
    """Join parts to lines of at most ``room`` pixels."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and text_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _size(lines: Sequence[str]) -> Size:
    return max(text_width(line, LETTERS) for line in lines), _LINE * len(lines)


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
        "borderpad": 0,
        "font": {"size": LETTERS},
    }


def _failure(failure: tuple[str, str], width: int, colors: Palette) -> tuple[Trace, float]:
    """Return the mark of a layer that cannot work, and the room that it takes below the boxes."""
    name, hover = failure
    lines = _wrapped(name.split(" "), " ", width - 48, 13)
    room = 24 + 18.0 * len(lines)
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [24],
        "y": [-room / 2],
        "marker": {"symbol": "x", "size": 14, "color": colors.negative},
        "text": ["<br>".join(f"  {line}" for line in lines)],
        "textposition": "middle right",
        "textfont": {"color": colors.ink, "size": 13},
        "hovertext": hover,
        "hoverinfo": "text",
        "name": "failure",
    }
    return trace, room
