"""A branching network from left to right: its lanes one above the other, in as many rows as needed.

All heights are first counted from a lane's own axis, on which its boxes stand in the middle, and a
row's lanes are moved apart when all that stands in them is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.graph.arcs import arcs_of_row
from visualizer.lessons.architecture.figures.graph.lanes import Lanes, Wire, lanes
from visualizer.lessons.architecture.figures.graph.lines import Line, Note, Spread, rounded
from visualizer.lessons.architecture.figures.graph.rows import rows
from visualizer.lessons.architecture.figures.graph.words import (
    LETTERS,
    Captioned,
    Rectangle,
    Room,
    note,
)
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
_LANES = 10.0  # between what stands in two lanes
_LEAST = 16.0  # from axis to axis of two lanes
_ROWS = 16.0  # between two rows
_BUS = 4.0  # from the middle between two columns to the lines that run there up and down
SEEN = 22.0
"""A window is drawn on maps at least as high."""


@dataclass
class Row:
    """One row: the boxes in it, the columns' edges, and each lane's axis once it is known."""

    places: list[int]
    edges: dict[int, tuple[float, float]]
    axis: dict[int, float] = field(default_factory=dict)


def spread_across(nodes: Nodes, names: list[str], shapes: list[str], width: int) -> Spread:
    """Place a graph in a picture ``width`` pixels wide, which becomes as high as it needs.

    names, shapes: the captions of its boxes.
    """
    placed = lanes(nodes)
    cut, needs = _fitted(nodes.boxes, placed, names, width)
    spread = Spread(nodes.boxes, width, 0.0, False)
    above = 0.0
    made = []
    for number, columns in enumerate(cut):
        row = _row(nodes.boxes, placed, columns, needs, width, single=len(cut) == 1)
        for place in row.places:
            nodes.boxes[place].row = number
        made.append(row)
    for row in made:
        above = _settle(row, nodes, placed, (names, shapes), spread, above) - _ROWS
    height = -above - _ROWS
    return _lifted(spread, height)


def _fitted(
    boxes: list[DrawnBox], placed: Lanes, names: list[str], width: int
) -> tuple[list[range], list[float]]:
    """Return the rows' columns, and what each column takes; the boxes get their sizes."""
    for part in (1.0, 0.85, 0.7):
        for tight in (False, True):
            needs = _needs(boxes, placed, names, part, tight)
            if sum(needs) <= width:
                return [range(len(needs))], needs
    needs = _needs(boxes, placed, names, IN_ROWS, False)
    return rows(placed, needs, width), needs


def _needs(
    boxes: list[DrawnBox], placed: Lanes, names: list[str], part: float, tight: bool
) -> list[float]:
    size_boxes(boxes, largest(boxes) * part, THICKEST, TALLEST * part)
    needs = []
    for places in placed.columns:
        gap = _TIGHT if tight else GAP
        wide = max(boxes[place].extent[0] for place in places) + gap
        # Where branches join from below, the mark's name has its place above.
        named = [text_width(names[place], LETTERS) + (3 if boxes[place].is_mark else 8)
                 for place in places if not boxes[place].is_mark or _arced(placed, place)]  # fmt: skip
        needs.append(max(wide, 26.0) if tight else max(wide, 30.0, *named, 0.0))
    return needs


def size_boxes(boxes: list[DrawnBox], scale: float, thickest: float, longest: float) -> None:
    """Give every box its size as `layout.measure` does, and every mark its own."""
    measure([box for box in boxes if not box.is_mark], scale, thickest, longest, FLAT_WIDTH)
    for box in boxes:
        if box.is_mark:
            box.width = box.height = MARK


def _row(
    boxes: list[DrawnBox], placed: Lanes, columns: range, needs: list[float], width: int,
    single: bool,
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
            boxes[place].x = sum(edges[column]) / 2 - boxes[place].extent[0] / 2
            places.append(place)
    return Row(sorted(places), edges)


def _settle(
    row: Row, nodes: Nodes, placed: Lanes, words: tuple[list[str], list[str]],
    spread: Spread, above: float,
) -> float:  # fmt: skip
    """Find a row's captions and lines below the height ``above``; return its lower edge."""
    boxes = nodes.boxes
    here = set(row.places)
    by_lane: dict[int, list[int]] = {}
    for place in row.places:
        by_lane.setdefault(placed.lane[place], []).append(place)
    for source, _ in _inside(placed.joins, here):
        by_lane.setdefault(placed.lane[source], [])
    bent = [wire for kind in (placed.forks, placed.joins) for wire in _inside(kind, here)]
    coming = [wire for wire in placed.wires if wire[1] in here and wire[0] not in here
              and placed.goes_on(wire)]  # fmt: skip
    bent += [wire for wire in coming if wire in placed.forks]
    captioned: dict[int, list[Captioned]] = {}
    standing: list[Rectangle] = []  # in the picture
    for lane in sorted(by_lane):
        around = [_around(boxes[place]) for place in by_lane[lane]]
        room = Room(spread.width, [*around, *_posts(row, placed, bent, lane),
                                   *_fans(boxes, placed, by_lane[lane])])  # fmt: skip
        captioned[lane] = [
            Captioned(
                one,
                words[0][place],
                words[1][place],
                above=boxes[place].is_mark and lane == min(by_lane) and not _arced(placed, place),
            )
            for place, one in zip(by_lane[lane], around, strict=True)
        ]
        taken = [*around, *room.caption(captioned[lane])]
        if lane == min(by_lane):
            arcs = arcs_of_row(row.places, row.edges, nodes, placed, words[0], taken, spread.width)
            axis = above - max(arcs.high, *(part.high for part in taken))
        else:
            taken += _beams(row, boxes, placed, bent, lane)
            axis = _below(standing, taken, axis)
        row.axis[lane] = axis
        standing += [part.lifted(axis) for part in taken]
    for place in row.places:
        box = boxes[place]
        box.y = row.axis[placed.lane[place]] - box.extent[1] / 2
    for lane, found in captioned.items():
        spread.notes.extend(note(box, row.axis[lane]) for box in found if box.lines)
    _wire(row, boxes, placed, here, spread)
    if len(coming) > 1:
        _continue(row, boxes, placed, coming, spread)
    spread.lines.extend(arcs.lines(row.axis))
    spread.notes.extend(arcs.notes(row.axis))
    return min(part.low for part in standing)


def _below(standing: list[Rectangle], taken: list[Rectangle], axis: float) -> float:
    """Return the axis of a lane that stands clear of the lanes above, the last at ``axis``."""
    clear = [
        over.low - part.high - _LANES
        for part in taken
        for over in standing
        if part.left < over.right + 4 and over.left < part.right + 4
    ]
    return min([axis - _LEAST, *clear])


def _beams(
    row: Row, boxes: list[DrawnBox], placed: Lanes, bent: list[Wire], lane: int
) -> list[Rectangle]:
    """Return what the level parts of bent wires take of a lane."""
    found = []
    for wire in bent:
        source, place = wire
        joins = wire in placed.joins
        if placed.lane[source if joins else place] == lane:
            x = _bus(row, placed, wire)
            end = boxes[source].x if joins else boxes[place].x
            found.append(Rectangle(min(x, end), max(x, end), -1, 1))
    return found


def _inside(wires: list[Wire], here: set[int]) -> list[Wire]:
    return [wire for wire in wires if wire[0] in here and wire[1] in here]


def _around(box: DrawnBox) -> Rectangle:
    across, high = box.extent
    return Rectangle(box.x, box.x + across, -high / 2, high / 2)


def _arced(placed: Lanes, place: int) -> bool:
    return any(place in wire for wire in placed.arcs)


def _fans(boxes: list[DrawnBox], placed: Lanes, places: list[int]) -> list[Rectangle]:
    """Return what the lines to fully connected layers take of a lane."""
    return [
        Rectangle(boxes[a].x + boxes[a].extent[0], boxes[b].x, -1000.0, 1000.0)
        for a, b in placed.straight
        if a in places and b in places and boxes[b].kind == "fc" and boxes[a].kind != "fc"
    ]


def _bus(row: Row, placed: Lanes, wire: Wire) -> float:
    """Return where a bent wire runs up or down: behind its fork, or before the place it joins."""
    if placed.column[wire[0]] not in row.edges:
        return row.edges[placed.column[wire[1]]][0] + _BUS
    if wire in placed.joins:
        return row.edges[placed.column[wire[1]]][0] + _BUS
    return row.edges[placed.column[wire[0]]][1] - _BUS


def _posts(row: Row, placed: Lanes, bent: list[Wire], lane: int) -> list[Rectangle]:
    """Return what the upright parts of wires take of a lane."""
    found = []
    for wire in bent:
        lanes_met = sorted((placed.lane[wire[0]], placed.lane[wire[1]]))
        if lanes_met[0] <= lane <= lanes_met[1]:
            x = _bus(row, placed, wire)
            low = 0.0 if lane == lanes_met[1] else -1000.0
            high = 0.0 if lane == lanes_met[0] else 1000.0
            found.append(Rectangle(x - 2, x + 2, low, high))
    return found


def _wire(row: Row, boxes: list[DrawnBox], placed: Lanes, here: set[int], spread: Spread) -> None:
    for wire in _inside(placed.straight, here):
        source, place = (boxes[end] for end in wire)
        near = placed.column[wire[1]] == placed.column[wire[0]] + 1
        if near and windowed(source, place):
            spread.linked.append(wire)
        else:
            y = row.axis[placed.lane[wire[0]]]
            ends = (source.x + source.extent[0], y), (place.x, y)
            spread.lines.append(Line("wire", wire, ends))
    for wire in (*_inside(placed.forks, here), *_inside(placed.joins, here)):
        source, place = (boxes[end] for end in wire)
        start, end = (row.axis[placed.lane[one]] for one in wire)
        x = _bus(row, placed, wire)
        line = rounded((source.x + source.extent[0], start), (x, start), (x, end), (place.x, end))
        spread.lines.append(Line("wire", wire, line))


def _continue(
    row: Row, boxes: list[DrawnBox], placed: Lanes, coming: list[Wire], spread: Spread
) -> None:
    """Begin a row with the branches of the box that ended the row before."""
    start = row.axis[min(row.axis)]
    for wire in coming:
        place = boxes[wire[1]]
        x, end = _bus(row, placed, wire), row.axis[placed.lane[wire[1]]]
        line = rounded((0.0, start), (x, start), (x, end), (place.x, end))
        spread.lines.append(Line("wire", wire, line))


def windowed(before: DrawnBox, after: DrawnBox) -> bool:
    """Tell whether a window on one box, and what it makes of the other, can be seen."""
    if before.is_mark or after.is_mark or len(before.shape) == 1 != len(after.shape):
        return False
    return after.kind == "fc" or (len(before.shape) == 3 and before.height >= SEEN)


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
