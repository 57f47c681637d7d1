"""A branching network from top to bottom, for phones: its lanes side by side."""

from __future__ import annotations

from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.graph.across import size_boxes
from visualizer.lessons.architecture.figures.graph.lanes import Lanes, lanes
from visualizer.lessons.architecture.figures.graph.lines import Line, Note, Spread, rounded
from visualizer.lessons.architecture.figures.graph.words import LETTERS, LINE
from visualizer.lessons.architecture.figures.layout import FLAT_WIDTH, MOST_PER_CELL, THICKEST
from visualizer.lessons.architecture.figures.nodes import DrawnBox, Nodes

_FIRST = 44.0  # from the arcs to the axis of the first lane
_MANY = 18.0  # the same where there are four lanes or more
_LAST = 82.0  # from the axis of the last lane to the edge: room for a shape
_TALLEST = 84.0  # the height of a box at most
_HIGH = 1600.0  # boxes of more height altogether are made smaller,
_SMALLEST = 0.2  # to this part of their size at least
_LONGEST = 76.0  # a row of values at most
_APART = 8.0  # from arc to arc
_BEND = 8.0  # the height in which wires change lanes


def spread_downwards(nodes: Nodes, names: list[str], shapes: list[str], width: int) -> Spread:
    """Place a graph as `across.spread_across` does, turned: a column becomes a row of its own."""
    placed = lanes(nodes)
    boxes = nodes.boxes
    sides = max(max(box.shape[1:]) for box in boxes if len(box.shape) == 3)
    scale = min(MOST_PER_CELL / 2, _TALLEST / sides)
    size_boxes(boxes, scale, THICKEST / 2, _LONGEST)
    high = sum(max(boxes[place].extent[1] for place in places) for places in placed.columns)
    if high > _HIGH:
        size_boxes(boxes, scale * max(_SMALLEST, _HIGH / high), THICKEST / 2, _LONGEST)
    for box in boxes:
        if len(box.shape) == 1 and not box.is_mark:
            box.width, box.height = box.height, FLAT_WIDTH
    levels = _nested(placed)
    left = _APART * max(levels.values(), default=0)
    axes = _axes(placed, left, width)
    spread = Spread(boxes, width, 0.0, True)
    y = 0.0
    edges = []
    for column, places in enumerate(placed.columns):
        alone = _alone(placed, column)
        high = max(boxes[place].extent[1] for place in places)
        bend_above = any(_bent(placed, place, True) for place in places)
        bend_below = any(_bent(placed, place, False) for place in places)
        words = LINE * (1 if alone else 2)
        above = 3.0 + _BEND * bend_above
        top = y - above
        middle = top - (max(high, LINE) if alone else high) / 2
        for place in places:
            box = boxes[place]
            box.row = column
            box.x = max(left + 2, axes[placed.lane[place]] - box.extent[0] / 2)
            box.y = middle - box.extent[1] / 2
            _caption(spread, place, names, shapes, axes, placed, alone, width)
        low = middle - (max(high, LINE) / 2 if alone else high / 2 + words + 2)
        edges.append((y, low - 3 - _BEND * bend_below))
        y = edges[-1][1]
    _wire(spread, placed, axes, edges, levels, left)
    height = -y
    for box in boxes:
        box.y += height
    return Spread(
        boxes, width, height, True,
        [Line(one.kind, one.wire, tuple((a, b + height) for a, b in one.points))
         for one in spread.lines],
        [Note(one.lines, one.x, one.y + height, one.align) for one in spread.notes],
        [],
    )  # fmt: skip


def _axes(placed: Lanes, left: float, width: int) -> list[float]:
    count = max(placed.lane) + 1
    first = left + (_FIRST if count < 4 else _MANY)
    step = max(8.0, min(120.0, (width - _LAST - first) / max(1, count - 1)))
    return [first + lane * step for lane in range(count)]


def _nested(placed: Lanes) -> dict[tuple[int, int], int]:
    """Return how far out each arc lies, from 1: outside of all that it encloses."""
    found: dict[tuple[int, int], int] = {}
    column = placed.column
    for wire in sorted(placed.arcs, key=lambda wire: column[wire[1]] - column[wire[0]]):
        start, end = (column[one] for one in wire)
        found[wire] = 1 + max(
            (
                level
                for other, level in found.items()
                if column[other[0]] < end and start < column[other[1]]
            ),
            default=0,
        )
    return found


def _alone(placed: Lanes, column: int) -> bool:
    """Tell whether a column has one box, in the first lane, and no wire passes beside it."""
    if any(placed.lane[place] for place in placed.columns[column]):
        return False
    return not any(
        placed.column[a] < column < placed.column[b] and placed.lane[a]
        for a, b in (*placed.joins, *placed.straight)
    )


def _bent(placed: Lanes, place: int, above: bool) -> bool:
    wires = placed.joins if above else placed.forks
    return any(place == wire[above] for wire in wires)


def _caption(
    spread: Spread, place: int, names: list[str], shapes: list[str], axes: list[float],
    placed: Lanes, alone: bool, width: int,
) -> None:  # fmt: skip
    box = spread.boxes[place]
    name = f"<b>{names[place]}</b>"
    if alone:
        x = max(box.x + box.extent[0], axes[0] + 30) + 8
        spread.notes.append(Note((f"{name}  {shapes[place]}",), x, box.middle[1], "left"))
        return
    # Beside the wire that goes on below the box.
    x = axes[placed.lane[place]] + 4
    room = min(width, x + axes[1] - axes[0] - 2 if len(axes) > 1 else width) - x
    lines = tuple(line for line in (name, shapes[place]) if text_width(line, LETTERS) <= room)
    if lines and lines[0] == name:
        y = box.y - 1 - LINE * len(lines) / 2
        spread.notes.append(Note(lines, x, y, "left"))


def _wire(
    spread: Spread, placed: Lanes, axes: list[float], edges: list[tuple[float, float]],
    levels: dict[tuple[int, int], int], left: float,
) -> None:  # fmt: skip
    boxes = spread.boxes
    for wire in placed.straight:
        source, place = (boxes[one] for one in wire)
        x = axes[placed.lane[wire[0]]]
        spread.lines.append(Line("wire", wire, ((x, _bottom(source, x)), (x, _top(place, x)))))
    for wire in (*placed.forks, *placed.joins):
        source, place = (boxes[one] for one in wire)
        start, end = (axes[placed.lane[one]] for one in wire)
        if wire in placed.joins:
            y = edges[placed.column[wire[1]]][0] - 3
        else:
            y = edges[placed.column[wire[0]]][1] + 3
        line = rounded(
            (start, _bottom(source, start)), (start, y), (end, y), (end, _top(place, end))
        )
        spread.lines.append(Line("wire", wire, line))
    for wire, level in levels.items():
        source, place = (boxes[one] for one in wire)
        x = left - _APART * (level - 0.5)
        start, end = source.middle[1] - 3, place.middle[1] + 3
        line = rounded((source.x, start), (x, start), (x, end), (place.x, end))
        spread.lines.append(Line("arc", wire, line))


def _bottom(box: DrawnBox, x: float) -> float:
    """Return the height of a box's lower edge at x, which rises behind its front."""
    part = (x - box.x - box.width) / (box.depth[0] or 1.0)
    return box.y + box.depth[1] * min(1.0, max(0.0, part))


def _top(box: DrawnBox, x: float) -> float:
    """Return the height of a box's upper edge at x."""
    part = (x - box.x) / (box.depth[0] or 1.0)
    return box.y + box.height + box.depth[1] * min(1.0, max(0.0, part))
