"""A branching network from left to right: lanes one above the other, in as many rows as needed."""

from __future__ import annotations

from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.graph.lanes import Lanes, lanes
from visualizer.lessons.architecture.figures.graph.lines import Line, Note, Spread
from visualizer.lessons.architecture.figures.graph.rows import rows
from visualizer.lessons.architecture.figures.graph.settle import Row
from visualizer.lessons.architecture.figures.graph.words import LETTERS
from visualizer.lessons.architecture.figures.layout import (
    FLAT_WIDTH,
    GAP,
    IN_ROWS,
    TALLEST,
    THICKEST,
    largest,
    measure,
)
from visualizer.lessons.architecture.figures.nodes import DrawnBox, Nodes

MARK = 15.0
"""The diameter of a mark in pixels."""

_TIGHT = 10  # between two boxes where a row is full
_SPARE = 26.0  # what a column is widened by at most, unless there is one row
_HIGH = 1000.0  # rows of more height altogether have smaller boxes
_WORDS = 56.0  # what captions and arcs take of a row
_ROWS = 16.0  # between two rows


def spread_across(nodes: Nodes, names: list[str], shapes: list[str], width: int) -> Spread:
    """Place a graph in a picture ``width`` pixels wide, which becomes as high as it needs.

    names, shapes: the captions of its boxes.
    """
    placed = lanes(nodes)
    cut, needs = _fitted(nodes.boxes, placed, names, width)
    spread = Spread(nodes.boxes, width, 0.0, False)
    above = _ROWS
    for number, columns in enumerate(cut):
        row = _row(nodes, placed, columns, needs, width, single=len(cut) == 1)
        for place in row.places:
            nodes.boxes[place].row = number
        above = row.settle(names, shapes, spread, above - _ROWS)
    return _lifted(spread, -above)


def _fitted(
    boxes: list[DrawnBox], placed: Lanes, names: list[str], width: int
) -> tuple[list[range], list[float]]:
    """Return the rows' columns, and what each column takes; the boxes get their sizes."""
    # Arcs within arcs, as a U-Net's, are torn in rows: those boxes are made smaller and set closer.
    for part in (1.0, 0.85, 0.7, *((0.6, 0.5, 0.42, 0.36) if placed.nested else ())):
        for tight in (False, True)[: 1 + placed.nested]:
            needs = _needs(boxes, placed, names, part, tight)
            if sum(needs) <= width:
                return [range(len(needs))], needs
    cut: list[range] = []
    for part in (IN_ROWS, 0.5, 0.38, 0.28, 0.2):
        needs = _needs(boxes, placed, names, part, part < IN_ROWS, words=True)
        cut = rows(placed, needs, width)
        if sum(_height(boxes, placed, row) for row in cut) <= _HIGH:
            break
    return cut, needs


def _height(boxes: list[DrawnBox], placed: Lanes, columns: range) -> float:
    """Return about how high a row is, not counting its lower lanes."""
    found = (boxes[place].extent[1] for column in columns for place in placed.columns[column])
    return max(found) + _WORDS


def _needs(
    boxes: list[DrawnBox], placed: Lanes, names: list[str], part: float, tight: bool,
    words: bool = False,
) -> list[float]:  # fmt: skip
    """Return what each column takes of boxes drawn at a part of their size.

    tight: they are thinner as well, and close to each other; words: names have room all the same.
    """
    size_boxes(boxes, largest(boxes) * part, THICKEST * (part if tight else 1), TALLEST * part)
    needs = []
    for places in placed.columns:
        gap = _TIGHT if tight else GAP
        wide = max(boxes[place].extent[0] for place in places) + gap
        # Where branches join from below, the mark's name has its place above.
        named = [
            text_width(names[place], LETTERS) + (3 if boxes[place].is_mark else 8)
            for place in places
            if not boxes[place].is_mark or placed.has_arc(place)
        ]
        needs.append(max(wide, 30.0, *named) if words or not tight else max(wide, 24.0))
    return needs


def size_boxes(boxes: list[DrawnBox], scale: float, thickest: float, longest: float) -> None:
    """Give every box its size as `layout.measure` does, and every mark its own."""
    measure([box for box in boxes if not box.is_mark], scale, thickest, longest, FLAT_WIDTH)
    for box in boxes:
        if box.is_mark:
            box.width = box.height = MARK


def _row(
    nodes: Nodes, placed: Lanes, columns: range, needs: list[float], width: int, single: bool
) -> Row:  # fmt: skip
    taken = sum(needs[column] for column in columns)
    spare = max(0.0, (width - taken) / len(columns))
    if not single:
        spare = min(spare, _SPARE)
    x, edges, places = 0.0, {}, []
    for column in columns:
        edges[column] = x, x + needs[column] + spare
        x = edges[column][1]
        for place in placed.columns[column]:
            box = nodes.boxes[place]
            box.x = sum(edges[column]) / 2 - box.extent[0] / 2
            places.append(place)
    return Row(nodes, placed, sorted(places), edges)


def _lifted(spread: Spread, height: float) -> Spread:
    """Move a graph that hangs below 0 up onto it."""
    for box in spread.boxes:
        box.y += height
    return Spread(
        spread.boxes, spread.width, height, False,
        [Line(one.kind, one.wire, tuple((x, y + height) for x, y in one.points))
         for one in spread.lines],
        [Note(one.lines, one.x, one.y + height, one.align) for one in spread.notes],
        spread.linked,
    )  # fmt: skip
