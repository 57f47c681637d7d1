"""What a placed graph consists of besides its boxes: lines with round corners, and words."""

from __future__ import annotations

from dataclasses import dataclass, field

from visualizer.lessons.architecture.figures.graph.lanes import Wire
from visualizer.lessons.architecture.figures.nodes import DrawnBox

Point = tuple[float, float]
ROUND = 7.0  # pixels: the radius of a corner
_BEND = (0.25, 0.5, 0.75)  # the places on a corner's curve that are drawn


@dataclass(frozen=True)
class Line:
    """A line from box to box. kind: "wire", "arc", or "stub" for an end that leaves its row."""

    kind: str
    wire: Wire
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Note:
    """Lines of words at (x, y), the middle of their upper edge, or of the side named by align."""

    lines: tuple[str, ...]
    x: float
    y: float
    align: str = "center"


@dataclass(frozen=True)
class Spread:
    """A graph in its place: boxes, lines and words, and the size of the picture in pixels.

    linked: the wires that are drawn as a window on one map and what it makes of the next.
    """

    boxes: list[DrawnBox]
    width: float
    height: float
    narrow: bool
    lines: list[Line] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    linked: list[Wire] = field(default_factory=list)


def rounded(*corners: Point) -> tuple[Point, ...]:
    """Return a line through corners, each of which is rounded as far as its sides allow."""
    found = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        near = min(ROUND, _far(before, corner) / 2, _far(corner, after) / 2)
        start, end = _towards(corner, before, near), _towards(corner, after, near)
        found.append(start)
        for t in _BEND:
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            found.append(
                (
                    a * start[0] + b * corner[0] + c * end[0],
                    a * start[1] + b * corner[1] + c * end[1],
                )
            )
        found.append(end)
    return (*found, corners[-1])


def _far(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, end: Point, far: float) -> Point:
    whole = _far(start, end) or 1.0
    return (
        start[0] + (end[0] - start[0]) * far / whole,
        start[1] + (end[1] - start[1]) * far / whole,
    )
