"""A network drawn as boxes to scale, as lectures draw AlexNet: maps shrink, channels grow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from visualizer.engine.network.layers import AdaptiveAvgPool, AvgPool, Conv, GlobalAvgPool, MaxPool
from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import Palette, palette, rgb
from visualizer.figures.stage import FONT
from visualizer.lessons.architecture.figures.layout import NARROW, Arrangement, Box, arrange, boxes

Trace = dict[str, Any]
Point = tuple[float, float]


@dataclass(frozen=True)
class Captions:
    """Every word of the drawing; index 0 is the input, index i + 1 is step i of the walk.

    names: ``conv1``; shapes: ``96×55×55``; details: what the layer is, short (``11×11, /4``; for
    layers that keep the shape their name, ``ReLU``); hovers: everything, lines parted by ``<br>``.
    failure: name and hover text of the layer that cannot work.
    """

    names: tuple[str, ...]
    shapes: tuple[str, ...]
    details: tuple[str, ...]
    hovers: tuple[str, ...]
    failure: tuple[str, str] | None = None


def network_figure(
    walk: Walk, captions: Captions, *, dark: bool, width: int = 1000, selected: int | None = None
) -> go.Figure:
    """Draw a walk ``width`` pixels wide; below 560 from top to bottom, else in rows.

    selected: the step that is marked. Each box's hover points carry the step (-1 for the input) as
    customdata, so that a click tells which layer it was.
    """
    colors = palette(dark)
    found = boxes(walk)
    texts = [_caption(box, captions, width < NARROW) for box in found]
    arranged = arrange(found, width, [len(lines) for lines in texts])
    traces: list[Trace] = []
    for box in found:
        marked = selected is not None and (box.step == selected or selected in box.chips)
        for stream in range(box.streams):
            traces += _faces(box, stream, colors, marked)
    if not arranged.narrow:
        for before, after in pairwise(found):
            traces += _links(walk, before, after, colors)
    traces += [_hover(box, captions) for box in found]
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
            # One pixel is one pixel both ways, however wide the page is.
            "scaleanchor": "x",
        },
    }
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


_FAILURE_ROOM = 40


def mixed(color: str, ground: str, part: float) -> str:
    """Return ``part`` (0 to 1) of a colour on a ground, both ``#rrggbb``."""
    both = rgb(color) * part + rgb(ground) * (1 - part)
    return "#" + bytes(round(value) for value in both.tolist()).hex()


def kind_color(kind: str, colors: Palette) -> str:
    """Return the colour of a kind of layer: blue convolves, orange is fully connected."""
    return {"conv": colors.positive, "fc": colors.negative}.get(kind, colors.faint)


def _faces(box: Box, stream: int, colors: Palette, marked: bool) -> list[Trace]:
    color = kind_color(box.kind, colors)
    x, y = box.corner(stream)
    (right, up), w, h = box.depth, box.width, box.height
    line = {"color": colors.ink if marked else color, "width": 2.5 if marked else 1}
    faces = (
        (((x, y), (x + w, y), (x + w, y + h), (x, y + h)), 0.42),
        (((x, y + h), (x + right, y + h + up), (x + w + right, y + h + up), (x + w, y + h)), 0.24),
        (((x + w, y), (x + w + right, y + up), (x + w + right, y + h + up), (x + w, y + h)), 0.14),
    )
    return [
        _polygon(points, mixed(color, colors.background, part), line, f"box:{box.step}")
        for points, part in faces
    ]


def _polygon(points: tuple[Point, ...], fill: str, line: dict[str, Any], name: str) -> Trace:
    closed = (*points, points[0])
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(x, 2) for x, _ in closed],
        "y": [round(y, 2) for _, y in closed],
        "fill": "toself",
        "fillcolor": fill,
        "line": {**line, "simplify": False},
        "hoverinfo": "skip",
        "name": name,
    }


def _links(walk: Walk, before: Box, after: Box, colors: Palette) -> list[Trace]:
    """The window on one map and the lines to the value it makes; for fc the fan of all values."""
    if before.row != after.row:
        return []
    layer = walk.steps[after.step].layer
    pairs = [(a, b) for a in range(before.streams) for b in range(after.streams)]
    if before.streams == after.streams and (
        not isinstance(layer, Conv) or layer.groups == after.streams
    ):
        pairs = [(stream, stream) for stream in range(after.streams)]
    if after.kind == "fc":
        return [_fan(before, a, after, colors) for a, _ in pairs]
    traces = []
    for a in sorted({a for a, _ in pairs}):
        corners = _window(before, a, layer)
        line = {"color": colors.accent, "width": 1.2}
        traces.append(_polygon(corners, _clear(colors.accent, 0.18), line, f"window:{after.step}"))
        xs: list[float | None] = []
        ys: list[float | None] = []
        for b in (b for source, b in pairs if source == a):
            x, y = after.corner(b)
            for corner in corners:
                xs += [round(corner[0], 2), round(x, 2), None]
                ys += [round(corner[1], 2), round(y + 0.55 * after.height, 2), None]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": xs,
                "y": ys,
                "line": {"color": _clear(colors.accent, 0.45), "width": 0.8},
                "hoverinfo": "skip",
                "name": f"lines:{after.step}",
            }
        )
    return traces


def _clear(color: str, alpha: float) -> str:
    red, green, blue = rgb(color)
    return f"rgba({red},{green},{blue},{alpha})"


def _window(box: Box, stream: int, layer: object) -> tuple[Point, ...]:
    """A window to scale in the middle of the face that shows rows and columns."""
    _, height, width = box.shape
    match layer:
        case Conv():
            size = layer.dilation * (layer.kernel_size - 1) + 1
        case MaxPool() | AvgPool():
            size = layer.kernel_size
        case AdaptiveAvgPool():
            size = -(-height // layer.output_size)
        case GlobalAvgPool():
            size = max(height, width)
        case _:
            size = 1
    down, across = (min(1.0, max(size / length, 0.06)) for length in (height, width))
    x, y = box.corner(stream)
    x += box.width

    def at(row: float, col: float) -> Point:
        return x + col * box.depth[0], y + row * box.height + col * box.depth[1]

    low, left = (1 - down) / 2, (1 - across) / 2
    return (
        at(low, left),
        at(low, left + across),
        at(low + down, left + across),
        at(low + down, left),
    )


def _fan(before: Box, stream: int, after: Box, colors: Palette) -> Trace:
    x, y = before.corner(stream)
    right = x + before.width + before.depth[0]
    ends = ((y + before.depth[1], after.y), (y + before.height + before.depth[1], after.y))
    (low, bottom), (high, _) = ends
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [right, after.x, None, right, after.x],
        "y": [round(low, 2), bottom, None, round(high, 2), round(after.y + after.height, 2)],
        "line": {"color": colors.line, "width": 1},
        "hoverinfo": "skip",
        "name": f"fan:{after.step}",
    }


def _hover(box: Box, captions: Captions) -> Trace:
    """Unseen points all over a box: they answer to the mouse where a filled outline would not."""
    xs, ys = [], []
    for stream in range(box.streams):
        x, y = box.corner(stream)
        across, up = box.width + box.depth[0], box.height + box.depth[1]
        for i in range(columns := max(1, round(across / 20))):
            for j in range(rows := max(1, round(up / 20))):
                xs.append(round(x + across * (i + 0.5) / columns, 1))
                ys.append(round(y + up * (j + 0.5) / rows, 1))
    texts = [captions.hovers[index + 1] for index in (box.step, *box.chips)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "marker": {"size": 18, "opacity": 0},
        # Streamlit dims what is not selected; nothing is to be seen of these either way.
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "customdata": [box.step] * len(xs),
        "hovertext": "<br><br>".join(texts),
        "hoverinfo": "text",
        "name": f"hover:{box.step}",
    }


def _caption(box: Box, captions: Captions, narrow: bool) -> list[str]:
    """The lines of a box's caption; in a narrow picture, where they stand beside it, fewer."""
    at = box.step + 1
    name, shape = f"<b>{captions.names[at]}</b>", captions.shapes[at]
    own = [part for part in captions.details[at].split("<br>") if part]
    chips = [captions.details[chip + 1] for chip in box.chips]
    if not narrow:
        return [name, shape, *own, *chips]
    return [line for line in (f"{name}  {shape}", ", ".join(own), ", ".join(chips)) if line]


def _note(box: Box, lines: list[str], narrow: bool) -> dict[str, Any]:
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


def _failure(failure: tuple[str, str], arranged: Arrangement, colors: Palette) -> Trace:
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
