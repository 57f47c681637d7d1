"""A branching network as Plotly traces: boxes, marks, wires, arcs and their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from visualizer.engine.network.walk import Walk
from visualizer.figures.colors import Palette
from visualizer.lessons.architecture.figures.graph.across import spread_across
from visualizer.lessons.architecture.figures.graph.downwards import spread_downwards
from visualizer.lessons.architecture.figures.graph.lines import Line, Note, Spread
from visualizer.lessons.architecture.figures.graph.words import LETTERS
from visualizer.lessons.architecture.figures.layout import NARROW
from visualizer.lessons.architecture.figures.nodes import DrawnBox, Nodes
from visualizer.lessons.architecture.figures.traces import Trace, faces, hover_points, links, mixed

_WIDTHS = {"wire": 1.2, "arc": 1.5, "stub": 1.5}
_CROSS = 0.5  # how far a sum's cross reaches, as a part of the diameter
_SIGN = "sign"  # what stands in a mark, above all marks: a chosen one is drawn last
_BARS = (0.3, 0.5, 0.7)  # where a concatenation's bars stand


def spread(nodes: Nodes, names: list[str], shapes: list[str], width: int) -> Spread:
    """Place a graph: from left to right, or in a narrow picture from top to bottom."""
    place = spread_downwards if width < NARROW else spread_across
    return place(nodes, names, shapes, width)


def traces(
    walk: Walk, placed: Spread, hovers: tuple[str, ...], chosen: Collection[int], colors: Palette
) -> list[Trace]:
    """Return what is drawn of a graph.

    Traces of one look are one trace, or the browser would take long with hundreds of them; ``meta``
    says of each of its parts, between the gaps, which step or steps it belongs to.
    """
    boxes = placed.boxes
    drawn = [_line(placed, kind, colors) for kind in _WIDTHS]
    linked = [
        trace
        for source, place in placed.linked
        for trace in links(walk, boxes[source], boxes[place], colors)
    ]
    parts: list[Trace] = []
    for box in sorted(boxes, key=lambda box: _marked(box, chosen)):
        draw = _mark if box.is_mark else _box
        parts += draw(box, colors, _marked(box, chosen))
    return [
        *(trace for trace in drawn if trace["x"]),
        *joined(part for part in parts if not part["name"].startswith(_SIGN)),
        *joined(part for part in parts if part["name"].startswith(_SIGN)),
        *joined(linked),
        *(hover_points(box, hovers) for box in boxes),
    ]


def notes(placed: Spread) -> list[dict[str, Any]]:
    """Return the words of a graph as Plotly's annotations."""
    return [_note(note) for note in placed.notes]


def _marked(box: DrawnBox, chosen: Collection[int]) -> bool:
    return not set(chosen).isdisjoint((box.step, *box.followers))


def _box(box: DrawnBox, colors: Palette, marked: bool) -> list[Trace]:
    return faces(box, 0, colors, marked)


def _mark(box: DrawnBox, colors: Palette, marked: bool) -> list[Trace]:
    """Draw a sum as a plus in a circle, a concatenation as three bars in a square."""
    (x, y), size = (box.x, box.y), box.width
    line = {"color": colors.ink, "width": 2.5 if marked else 1.2}
    ground = mixed(colors.faint, colors.background, 0.14)
    if box.kind == "add":
        outline = _circle(box)
        middle_x, middle_y = box.middle
        reach = _CROSS * size
        signs = [
            ((middle_x - reach, middle_y), (middle_x + reach, middle_y)),
            ((middle_x, middle_y - reach), (middle_x, middle_y + reach)),
        ]
    else:
        outline = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
        low, high = y + 0.22 * size, y + 0.78 * size
        signs = [((x + part * size, low), (x + part * size, high)) for part in _BARS]
    drawn = [_path(outline, line, f"mark:{box.step}", ground)]
    return drawn + [_path(sign, {**line, "width": 1.2}, f"{_SIGN}:{box.step}") for sign in signs]


def _circle(box: DrawnBox) -> list[tuple[float, float]]:
    x, y = box.middle
    # The cosines and sines of multiples of 22.5°.
    quarter = [(1.0, 0.0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924)]
    turned = quarter + [(-b, a) for a, b in quarter]
    around = [*turned, *((-a, -b) for a, b in turned), quarter[0]]
    return [(x + box.width / 2 * a, y + box.width / 2 * b) for a, b in around]


def _path(
    points: Iterable[tuple[float, float]], line: dict[str, Any], name: str, fill: str = ""
) -> Trace:
    xs, ys = zip(*points, strict=True)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(x, 1) for x in xs],
        "y": [round(y, 1) for y in ys],
        **({"fill": "toself", "fillcolor": fill} if fill else {}),
        "line": {**line, "simplify": False},
        "hoverinfo": "skip",
        "name": name,
    }


def _line(placed: Spread, kind: str, colors: Palette) -> Trace:
    found = [line for line in placed.lines if line.kind == kind]
    xs, ys = [], []
    for line in found:
        xs += [*(round(x, 1) for x, _ in line.points), None]
        ys += [*(round(y, 1) for _, y in line.points), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs[:-1],
        "y": ys[:-1],
        "line": {"color": colors.faint, "width": _WIDTHS[kind], "simplify": False},
        "hoverinfo": "skip",
        "name": f"{kind}s",
        "meta": [_steps(placed.boxes, line) for line in found],
    }


def _steps(boxes: Sequence[DrawnBox], line: Line) -> list[int]:
    return [boxes[end].step for end in line.wire]


def joined(traces: Iterable[Trace]) -> list[Trace]:
    """Join traces that look alike to one each, in the order in which the looks come."""
    found: dict[str, Trace] = {}
    for trace in traces:
        name, _, step = trace["name"].partition(":")
        look = f"{name} {trace.get('fillcolor')} {trace['line']}"
        if look not in found:
            found[look] = {**trace, "name": name, "x": [], "y": [], "meta": []}
        one = found[look]
        gap = [None] if one["x"] else []
        ends = trace["x"], trace["y"]
        # A trace of lines ends in a gap of its own.
        xs, ys = (end[:-1] if end[-1] is None else end for end in ends)
        one["x"] += [*gap, *xs]
        one["y"] += [*gap, *ys]
        one["meta"] += [int(step)] * (1 + xs.count(None))
    return list(found.values())


def _note(note: Note) -> dict[str, Any]:
    return {
        "x": round(note.x, 1),
        "y": round(note.y, 1),
        "text": "<br>".join(note.lines),
        "showarrow": False,
        "xanchor": note.align,
        "yanchor": "top" if note.align == "center" else "middle",
        "align": note.align,
        "borderpad": 0,
        "font": {"size": LETTERS},
    }
