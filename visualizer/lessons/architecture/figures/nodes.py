"""Which layers of a network become boxes or marks, and which outputs each of them reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Flatten,
    From,
    GlobalAvgPool,
    Linear,
    MaxPool,
    ZeroPad,
)
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Step, Walk

MARKS = ("add", "concat")
"""The kinds that are drawn as a small mark, because they compute nothing of their own."""


@dataclass
class DrawnBox:
    """A map or a flat row of values that is drawn as a box, or a mark where branches meet.

    step: the step of the walk that makes it, −1 for the input. kind: "input", "conv", "pool" or
    "fc"; "add" or "concat" of a mark. shape: (C, H, W) or (F,). streams: in how many parts it is
    drawn, 2 for two groups. followers: the steps after it that keep its shape: activation,
    normalisation, dropout, flatten; and those that only go back to it.

    Whoever places it fills in the rest: x and y of the front's lower left corner in the first
    stream, width and height of the front, depth as (right, up), shift from one stream to the next
    as (right, up), caption as (x, y), and row, counted from 0.
    """

    step: int
    kind: str
    shape: Shape
    streams: int = 1
    followers: list[int] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    depth: tuple[float, float] = (0.0, 0.0)
    shift: tuple[float, float] = (0.0, 0.0)
    caption: tuple[float, float] = (0.0, 0.0)
    row: int = 0

    def corner(self, stream: int) -> tuple[float, float]:
        """Return the lower left corner of a stream's front."""
        return self.x + stream * self.shift[0], self.y + stream * self.shift[1]

    @property
    def extent(self) -> tuple[float, float]:
        """The width and height of the whole box, with its depth and all streams."""
        more = self.streams - 1
        return (
            self.width + self.depth[0] + more * abs(self.shift[0]),
            self.height + self.depth[1] + more * abs(self.shift[1]),
        )

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the whole box, of one stream."""
        return self.x + self.extent[0] / 2, self.y + self.extent[1] / 2

    @property
    def is_mark(self) -> bool:
        """Tell whether it is drawn as a mark."""
        return self.kind in MARKS


@dataclass(frozen=True)
class Nodes:
    """The boxes and marks of a walk in the order of its layers, and what each of them reads.

    reads: for each of them the places of others in ``boxes``, the one that it continues last.
    """

    boxes: list[DrawnBox]
    reads: list[tuple[int, ...]]

    @property
    def branched(self) -> bool:
        """Tell whether there is a mark, or one that reads another than the one before it."""
        straight = [(place - 1,) for place in range(1, len(self.reads))]
        return self.reads[1:] != straight or any(box.is_mark for box in self.boxes)


def boxes(walk: Walk) -> list[DrawnBox]:
    """Return the boxes of a walk: the input, and each layer that makes a new map or flat row."""
    return nodes(walk).boxes


def nodes(walk: Walk) -> Nodes:
    """Return the boxes and marks of a walk, and how they hang together."""
    found = [DrawnBox(-1, "input", walk.input_shape)]
    reads: list[tuple[int, ...]] = [()]
    made = [0]  # by which of them the input, and each step's output, is drawn
    for step in walk.steps:
        read = tuple(dict.fromkeys(made[source + 1] for source in step.sources))
        begins = step.index > 0 and isinstance(walk.steps[step.index - 1].layer, From)
        kind = _kind(step, begins)
        if kind is None:
            found[read[-1]].followers.append(step.index)
            made.append(read[-1])
            continue
        made.append(len(found))
        found.append(DrawnBox(step.index, kind, step.output))
        reads.append(read)
    drawn = Nodes(found, reads)
    if not drawn.branched:
        for before, box in zip([None, *found], found, strict=False):
            if box.kind == "conv":
                box.streams = _streams(walk, box.step)
            elif box.kind == "pool" and before is not None:
                box.streams = before.streams
    return drawn


def _kind(step: Step, begins: bool) -> str | None:
    """Return the kind of a step's box, None if it has none. begins: it is a branch's first."""
    layer = step.layer
    match layer:
        case Conv() | ConvTranspose():
            return "conv"
        case Linear():
            return "fc"
        case Add():
            return "add"
        case Concat():
            return "concat"
        case From():
            return None
        case MaxPool() | AvgPool() | GlobalAvgPool() | ZeroPad():
            return "pool"
        case AdaptiveAvgPool() | AdaptiveMaxPool() if step.input != step.output:
            return "pool"
        case Flatten() if not begins:
            return None
    # A branch is seen even if all its layers keep the shape.
    return "pool" if begins else None


def _streams(walk: Walk, index: int) -> int:
    """Return 2 for a map that is made or read in two groups, as on AlexNet's two cards, else 1."""
    following = (step.layer for step in walk.steps[index + 1 :] if isinstance(step.layer, Conv))
    layer, reader = walk.steps[index].layer, next(following, None)
    groups = {conv.groups for conv in (layer, reader) if isinstance(conv, Conv)}
    return 2 if 2 in groups and walk.steps[index].output[0] % 2 == 0 else 1
