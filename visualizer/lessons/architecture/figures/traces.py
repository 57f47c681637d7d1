"""Plotly traces for a network's boxes: faces, windows on them, lines, and hover points."""

from __future__ import annotations

from typing import Any

from visualizer.engine.network.layers import Conv, Layer
from visualizer.engine.network.shapes import interval
from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import Palette, rgb
from visualizer.lessons.architecture.figures.nodes import DrawnBox

Trace = dict[str, Any]
Point = tuple[float, float]


def mixed(color: str, ground: str, part: float) -> str:
    """Mix ``part`` (0 to 1) of a colour into a background; all colours are ``#rrggbb``."""
    both = rgb(color) * part + rgb(ground) * (1 - part)
    return "#" + bytes(round(value) for value in both.tolist()).hex()


def kind_color(kind: str, colors: Palette) -> str:
    """Return the colour of a kind of box: blue for "conv", orange for "fc", gray for others."""
    return {"conv": colors.positive, "fc": colors.negative}.get(kind, colors.faint)


def faces(box: DrawnBox, stream: int, colors: Palette, marked: bool) -> list[Trace]:
    """Draw the front, the top and the right side of one stream of a box."""
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


def links(walk: Walk, before: DrawnBox, after: DrawnBox, colors: Palette) -> list[Trace]:
    """Draw a window on one map and the lines to the value that it makes on the next.

    To a fully connected layer there are only two lines, since it reads the whole map. Between boxes
    in different rows nothing is drawn.
    """
    # A branch may go back from a row of values to a map, which no window on that row makes.
    if before.row != after.row or (len(before.shape) == 1 and len(after.shape) == 3):
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


def _window(box: DrawnBox, stream: int, layer: Layer) -> tuple[Point, ...]:
    """Return the corners of a window, to scale, in the middle of a box's right side.

    The right side is the one that shows rows and columns.
    """
    _, height, width = box.shape
    reads = (
        (interval(layer, length, axis, 0, 0), length) for axis, length in enumerate((height, width))
    )
    down, across = (
        min(1.0, max((last - first + 1) / length, 0.06)) for (first, last), length in reads
    )
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


def _fan(before: DrawnBox, stream: int, after: DrawnBox, colors: Palette) -> Trace:
    """Draw the two lines from a map to a fully connected layer."""
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


def hover_points(box: DrawnBox, hovers: tuple[str, ...]) -> Trace:
    """Return invisible points all over a box, which answer to hover and click.

    hovers: the hover texts as in `Captions`. A filled outline answers only along its edge.
    """
    xs, ys = [], []
    for stream in range(box.streams):
        x, y = box.corner(stream)
        across, up = box.width + box.depth[0], box.height + box.depth[1]
        for i in range(columns := max(1, round(across / 20))):
            for j in range(rows := max(1, round(up / 20))):
                xs.append(round(x + across * (i + 0.5) / columns, 1))
                ys.append(round(y + up * (j + 0.5) / rows, 1))
    texts = [hovers[index + 1] for index in (box.step, *box.followers)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "marker": {"size": 18, "opacity": 0},
        # Streamlit shows points that are selected or not with other opacities; these stay hidden.
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "customdata": [box.step] * len(xs),
        "hovertext": "<br><br>".join(texts),
        "hoverinfo": "text",
        "name": f"hover:{box.step}",
    }
