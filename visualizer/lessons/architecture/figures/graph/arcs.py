"""Arcs over the boxes that a wire passes, nested, and the stubs of those that leave their row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from visualizer.figures.lettering import text_width
from visualizer.lessons.architecture.figures.graph.lanes import Lanes, Wire
from visualizer.lessons.architecture.figures.graph.lines import Line, Note, Point, rounded
from visualizer.lessons.architecture.figures.graph.words import LETTERS, LINE, Rectangle
from visualizer.lessons.architecture.figures.nodes import Nodes

_OVER = 9.0  # above what an arc passes
_ASIDE = 2.5  # from the middle of a box, since one arc may end where another begins
_STUB = 13.0  # the length of a stub
_NAMED = 3  # so many names at a stub, then an ellipsis


@dataclass
class Arc:
    """An arc or a stub of one row. span: from where to where, with its words; y: its height.

    start, end: where it turns down, None at the open end of a stub.
    """

    kind: str
    wires: list[Wire]
    start: float | None
    end: float | None
    span: tuple[float, float]
    words: str = ""
    y: float = 0.0

    @property
    def high(self) -> float:
        """Its upper edge."""
        return self.y + (LINE / 2 if self.words else 1.0)


@dataclass
class Arcs:
    """All arcs of a row; heights are counted from the axis of its uppermost lane."""

    nodes: Nodes
    placed: Lanes
    top: int
    edges: Mapping[int, tuple[float, float]]
    found: list[Arc] = field(default_factory=list)

    @property
    def high(self) -> float:
        """The upper edge of the highest."""
        return max((arc.high for arc in self.found), default=0.0)

    def turn(self, place: int, leaves: bool) -> float:
        """Return where an arc turns down to a box, or from it if it leaves the box there."""
        if self.placed.lane[place] != self.top:
            return self.edges[self.placed.column[place]][leaves]
        box = self.nodes.boxes[place]
        # The middle of the upper edge at the back.
        middle = box.x + box.depth[0] + box.width / 2
        return middle + (_ASIDE if leaves else -_ASIDE)

    def lines(self, axis: Mapping[int, float]) -> list[Line]:
        """Return the lines, once each lane's axis is known."""
        drawn = []
        for arc in self.found:
            y = axis[self.top] + arc.y
            for source, place in arc.wires:
                corners: list[Point] = []
                if arc.start is None:
                    left = arc.span[0] < (arc.end or 0.0) - _STUB
                    corners.append(((arc.end or 0.0) + (-_STUB if left else _STUB), y))
                else:
                    corners += self._down(source, arc.start, True, axis)[::-1]
                    corners.append((arc.start, y))
                if arc.end is None:
                    right = arc.span[1] > (arc.start or 0.0) + _STUB
                    corners.append(((arc.start or 0.0) + (_STUB if right else -_STUB), y))
                else:
                    corners.append((arc.end, y))
                    corners += self._down(place, arc.end, False, axis)
                drawn.append(Line(arc.kind, (source, place), rounded(*corners)))
        return drawn

    def notes(self, axis: Mapping[int, float]) -> list[Note]:
        """Return the words at the stubs."""
        found = []
        for arc in self.found:
            if not arc.words:
                continue
            turn = arc.start if arc.start is not None else arc.end or 0.0
            right = arc.span[1] > turn + _STUB
            x = turn + (_STUB + 3 if right else -_STUB - 3)
            y = axis[self.top] + arc.y
            found.append(Note((arc.words,), x, y, "left" if right else "right"))
        return found

    def _down(
        self, place: int, turn: float, leaves: bool, axis: Mapping[int, float]
    ) -> list[Point]:
        box, lane = self.nodes.boxes[place], self.placed.lane[place]
        if lane == self.top:
            return [(turn, axis[lane] + box.extent[1] / 2)]
        side = box.x + box.extent[0] if leaves else box.x
        return [(turn, axis[lane]), (side, axis[lane])]


def arcs_of_row(
    places: Sequence[int], edges: Mapping[int, tuple[float, float]], nodes: Nodes, placed: Lanes,
    names: Sequence[str], taken: Sequence[Rectangle], width: float,
) -> Arcs:  # fmt: skip
    """Return the arcs of a row, each above all that it passes; the shorter ones lie lower.

    taken: what stands in the uppermost lane. Wires to other rows become stubs, but for those that a
    reader follows from the end of a row to the beginning of the next.
    """
    here = set(places)
    made = Arcs(nodes, placed, min(placed.lane[place] for place in places), edges)
    leaving: dict[int, list[int]] = {}
    coming: dict[int, list[int]] = {}
    for wire in placed.wires:
        source, place = wire
        if source in here and place in here:
            if wire in placed.over:
                ends = made.turn(source, True), made.turn(place, False)
                made.found.append(Arc("arc", [wire], *ends, (min(ends), max(ends))))
        elif not placed.goes_on(wire):
            if source in here:
                leaving.setdefault(source, []).append(place)
            elif place in here:
                coming.setdefault(place, []).append(source)
    for source, others in leaving.items():
        words = f"→ {_listed(names, others)}"
        turn = made.turn(source, True)
        made.found.append(
            Arc("stub", [(source, other) for other in others], turn, None,
                _span(turn, words, width, 1), words)
        )  # fmt: skip
    for place, others in coming.items():
        words = f"{_listed(names, others)} →"
        turn = made.turn(place, False)
        made.found.append(
            Arc("stub", [(other, place) for other in others], None, turn,
                _span(turn, words, width, -1), words)
        )  # fmt: skip
    made.found.sort(key=lambda arc: arc.span[1] - arc.span[0])
    for number, arc in enumerate(made.found):
        left, right = arc.span
        passed = [part.high for part in taken if part.left < right and left < part.right]
        passed += [
            other.high
            for other in made.found[:number]
            if other.span[0] < right and left < other.span[1]
        ]
        arc.y = max(passed, default=0.0) + (LINE / 2 + 3 if arc.words else _OVER)
    return made


def _listed(names: Sequence[str], places: Sequence[int]) -> str:
    more = ", …" if len(places) > _NAMED else ""
    return ", ".join(names[place] for place in places[:_NAMED]) + more


def _span(turn: float, words: str, width: float, side: int) -> tuple[float, float]:
    """Return the span of a stub and its words to one side, the other where they have no room."""
    far = _STUB + 5 + text_width(words, LETTERS)
    if side > 0:
        side = 1 if turn + far <= width or turn - far < 0 else -1
    else:
        side = -1 if turn - far >= 0 or turn + far > width else 1
    return (turn - 2, turn + far) if side > 0 else (turn - far, turn + 2)
