"""One row of a graph: its captions, its lanes moved apart, and the wires between its boxes.

All heights are first counted from a lane's own axis, on which its boxes stand in the middle; lanes
are moved apart as little as what stands in them allows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from visualizer.lessons.architecture.figures.graph.arcs import Arcs, arcs_of_row
from visualizer.lessons.architecture.figures.graph.lanes import Lanes, Wire
from visualizer.lessons.architecture.figures.graph.lines import Line, Spread, rounded
from visualizer.lessons.architecture.figures.graph.words import Captioned, Rectangle, Room, note
from visualizer.lessons.architecture.figures.nodes import DrawnBox, Nodes

_LANES = 10.0  # between what stands in two lanes
_LEAST = 16.0  # from axis to axis of two lanes
_BESIDE = 4.0  # from what stands beside the lane below at least
_BUS = 4.0  # from the middle between two columns to the lines that run there up and down
_SEEN = 22.0  # a window is drawn on maps at least as high
_FAR = 1000.0  # beyond all that stands in a lane


@dataclass
class Row:
    """One row: the boxes in it, the columns' edges, and each lane's axis once it is known."""

    nodes: Nodes
    placed: Lanes
    places: list[int]
    edges: dict[int, tuple[float, float]]
    axis: dict[int, float] = field(default_factory=dict)

    def settle(self, names: list[str], shapes: list[str], spread: Spread, above: float) -> float:
        """Put the row and its captions, lines and words below a height; return its lower edge."""
        standing: list[Rectangle] = []
        arcs: Arcs | None = None
        for lane in self.lanes:
            places = [place for place in self.places if self.placed.lane[place] == lane]
            around = [_around(self.nodes.boxes[place]) for place in places]
            room = Room(spread.width, [*around, *self._posts(lane), *self._fans(places)])
            captioned = [
                self._captioned(place, one, names, shapes)
                for place, one in zip(places, around, strict=True)
            ]
            taken = [*around, *room.caption(captioned)]
            if arcs is None:
                arcs = arcs_of_row(
                    self.places, self.edges, self.nodes, self.placed, names, taken, spread.width
                )
                axis = above - max(arcs.high, *(part.high for part in taken))
            else:
                taken += self._beams(lane)
                axis = _below(standing, taken, axis)
            self.axis[lane] = axis
            standing += [part.lifted(axis) for part in taken]
            for place in places:
                box = self.nodes.boxes[place]
                box.y = axis - box.extent[1] / 2
            spread.notes.extend(note(one, axis) for one in captioned if one.lines)
        self._wire(spread)
        assert arcs is not None
        spread.lines.extend(arcs.lines(self.axis))
        spread.notes.extend(arcs.notes(self.axis))
        return min(part.low for part in standing)

    @cached_property
    def lanes(self) -> list[int]:
        """The lanes of the row, those among them through which only a wire runs."""
        passing = (self.placed.lane[source] for source, _ in self._inside(self.placed.joins))
        return sorted({*(self.placed.lane[place] for place in self.places), *passing})

    @cached_property
    def coming(self) -> list[Wire]:
        """The wires that come from the end of the row before, if branches begin with them."""
        here = set(self.places)
        found = [
            wire
            for wire in self.placed.wires
            if wire[1] in here and wire[0] not in here and self.placed.goes_on(wire)
        ]
        return found if len(found) > 1 else []

    @cached_property
    def bent(self) -> list[Wire]:
        """The wires that change from lane to lane."""
        inside = [*self._inside(self.placed.forks), *self._inside(self.placed.joins)]
        return [*inside, *(wire for wire in self.coming if wire in self.placed.forks)]

    def _inside(self, wires: list[Wire]) -> list[Wire]:
        here = set(self.places)
        return [wire for wire in wires if wire[0] in here and wire[1] in here]

    def _captioned(
        self, place: int, around: Rectangle, names: list[str], shapes: list[str]
    ) -> Captioned:
        # Above a mark is room unless an arc comes down on it, and in the uppermost lane alone.
        mark = self.nodes.boxes[place].is_mark
        above = mark and self.placed.lane[place] == self.lanes[0] and not self.placed.has_arc(place)
        return Captioned(
            around, names[place], shapes[place], above=above, deep=mark and len(self.lanes) == 1
        )

    def _bus(self, wire: Wire) -> float:
        """Return where a bent wire runs up or down: behind its fork, or before where it joins."""
        source, place = (self.placed.column[end] for end in wire)
        if wire in self.placed.joins or source not in self.edges:
            return self.edges[place][0] + _BUS
        return self.edges[source][1] - _BUS

    def _posts(self, lane: int) -> list[Rectangle]:
        """Return what the upright parts of wires take of a lane."""
        found = []
        for wire in self.bent:
            upper, lower = sorted(self.placed.lane[end] for end in wire)
            if upper <= lane <= lower:
                x = self._bus(wire)
                low, high = (0.0 if lane == lower else -_FAR), (0.0 if lane == upper else _FAR)
                found.append(Rectangle(x - 2, x + 2, low, high))
        return found

    def _beams(self, lane: int) -> list[Rectangle]:
        """Return what the level parts of bent wires take of a lane."""
        found = []
        for source, place in self.bent:
            joins = (source, place) in self.placed.joins
            end = source if joins else place
            if self.placed.lane[end] == lane:
                x = sorted((self._bus((source, place)), self.nodes.boxes[end].x))
                found.append(Rectangle(x[0], x[1], -1, 1))
        return found

    def _fans(self, places: list[int]) -> list[Rectangle]:
        """Return what the lines to fully connected layers take of a lane."""
        found = []
        for a, b in self.placed.straight:
            before, after = self.nodes.boxes[a], self.nodes.boxes[b]
            if a in places and b in places and before.kind != after.kind == "fc":
                half = max(before.height, after.height) / 2
                found.append(Rectangle(before.x + before.extent[0], after.x, -half, half))
        return found

    def _wire(self, spread: Spread) -> None:
        boxes, placed = self.nodes.boxes, self.placed
        for wire in self._inside(placed.straight):
            source, place = (boxes[end] for end in wire)
            near = placed.column[wire[1]] == placed.column[wire[0]] + 1
            if near and _windowed(source, place):
                spread.linked.append(wire)
            else:
                y = self.axis[placed.lane[wire[0]]]
                ends = (source.x + source.extent[0], y), (place.x, y)
                spread.lines.append(Line("wire", wire, ends))
        for wire in (*self._inside(placed.forks), *self._inside(placed.joins), *self.coming):
            source, place = (boxes[end] for end in wire)
            end = self.axis[placed.lane[wire[1]]]
            # Branches of the box that ended the row before come from the edge.
            begins = wire in self.coming
            first = self.axis[self.lanes[0] if begins else placed.lane[wire[0]]]
            left = 0.0 if begins else source.x + source.extent[0]
            x = self._bus(wire)
            line = rounded((left, first), (x, first), (x, end), (place.x, end))
            spread.lines.append(Line("wire", wire, line))


def _below(standing: list[Rectangle], taken: list[Rectangle], axis: float) -> float:
    """Return the axis of a lane that stands clear of the lanes above, the last at ``axis``."""
    clear = [
        over.low - part.high - _LANES
        for part in taken
        for over in standing
        if part.left < over.right + _BESIDE and over.left < part.right + _BESIDE
    ]
    return min([axis - _LEAST, *clear])


def _around(box: DrawnBox) -> Rectangle:
    across, high = box.extent
    return Rectangle(box.x, box.x + across, -high / 2, high / 2)


def _windowed(before: DrawnBox, after: DrawnBox) -> bool:
    """Tell whether a window on one box, and what it makes of the other, can be seen."""
    if before.is_mark or after.is_mark or len(before.shape) == 1 != len(after.shape):
        return False
    return after.kind == "fc" or (len(before.shape) == 3 and before.height >= _SEEN)
