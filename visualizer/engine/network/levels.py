"""What the values of one layer read of the map before, and of every map before that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from visualizer.engine.arguments import MAX_SIZE
from visualizer.engine.network.layers import (
    INPUT,
    OVER_CHANNELS,
    Activation,
    Adaptive,
    Layer,
    Linear,
    sources,
)
from visualizer.engine.network.shapes import IntArray, Shape, interval, windows
from visualizer.engine.receptive_field import Reach
from visualizer.engine.sizes import span


@dataclass(frozen=True)
class Level:
    """A layer, with the rows and columns of its input maps (sizes) and its output map (result).

    sources: the levels that it reads, −1 for the input; whole: each output value reads the whole
    input maps, which else have one size.
    """

    layer: Layer
    sources: tuple[int, ...]
    sizes: tuple[tuple[int, int], ...]
    result: tuple[int, int]
    whole: bool

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of the last map that it reads."""
        return self.sizes[-1]

    @property
    def copies(self) -> bool:
        """Tell whether each value reads the value in its own place of one map, and no other."""
        if len(self.sources) > 1 or self.whole or self.size != self.result:
            return False
        found = (windows(self.layer, size, axis) for axis, size in enumerate(self.size))
        return all(window == (1, 1, 0, 1) for window in found)


def levels_of(layers: Sequence[Layer], shapes: Sequence[Shape]) -> list[Level]:
    """Return a level for each layer; shapes: the input's shape, then each layer's output shape."""
    levels: list[Level] = []
    sizes = [(shapes[0][1], shapes[0][2])]
    for index, (layer, after) in enumerate(zip(layers, shapes[1:], strict=False)):
        read = sources(index, layer)
        each = tuple(sizes[source + 1] for source in read)
        size, before = each[-1], shapes[read[-1] + 1]
        # The values of a flat row still belong to places of the last map, until a layer such as a
        # fully connected one reads all of them for each of its values, or rows are joined.
        over = isinstance(layer, Activation) and layer.kind in OVER_CHANNELS
        differ = len(set(each)) > 1
        mixes = isinstance(layer, Linear) or (len(before) == 1 and over) or differ
        result = (1, 1) if mixes else (after[1], after[2]) if len(after) == 3 else size
        levels.append(Level(layer, read, each, result, mixes))
        sizes.append(result)
    return levels


def reach_of(level: Level, axis: int, read: list[Reach | None]) -> Reach | None:
    """Return what a level's values see along one axis; None where no such regularity holds."""
    known = [reach for reach in read if reach is not None]
    if len(known) < len(read):
        return None
    if level.whole:
        if len(known) > 1:
            return None
        last = known[0].last + (level.size[axis] - 1) * known[0].jump
        return replace(known[0], last=last)
    found = windows(level.layer, level.size[axis], axis)
    if found is None or len({reach.jump for reach in known}) > 1:
        return None
    kernel, stride, padding, dilation = found
    around = Reach(
        min(reach.first for reach in known), max(reach.last for reach in known), known[0].jump
    )
    reach = around.through(span(kernel, dilation), stride, padding)
    # After eleven strides of 8 a jump is larger than any picture; then only the size is told.
    return reach if max(reach.size, reach.jump, abs(reach.first)) <= MAX_SIZE else None


Ends = tuple[IntArray, IntArray]
"""The first and last cells of what values read along one axis; first > last: they read nothing."""

_NOTHING = MAX_SIZE + 1


def back(levels: Sequence[Level], axis: int, first: IntArray, last: IntArray) -> dict[int, Ends]:
    """Return what the cells first..last of the last map read of each level's output, and of INPUT.

    Each array holds an entry for each value that is traced. Levels that none reads are left out.
    """
    found = {len(levels) - 1: (first, last)}
    for index in range(len(levels) - 1, -1, -1):
        if index not in found:
            continue
        _into(found, levels[index], axis, *found[index])
    return found


def largest(levels: Sequence[Level], wanted: Sequence[int], axis: int) -> list[int]:
    """Return how many input cells the largest field of each wanted level has along one axis.

    wanted: indices in ascending order. All of their values are traced at once.
    """
    found: list[int] = []
    chunk: list[int] = []
    for index in wanted:
        if chunk and sum(levels[i].result[axis] for i in (*chunk, index)) > _AT_ONCE:
            found += _largest(levels, chunk, axis)
            chunk = []
        chunk.append(index)
    return found + (_largest(levels, chunk, axis) if chunk else [])


_AT_ONCE = 2**14  # values that are traced together: arrays that stay in a processor's cache


def _largest(levels: Sequence[Level], wanted: Sequence[int], axis: int) -> list[int]:
    ends = np.cumsum([levels[index].result[axis] for index in wanted])
    starts = dict(zip(wanted, [0, *ends[:-1]], strict=True))
    nothing = np.full(int(ends[-1]), _NOTHING), np.full(int(ends[-1]), -_NOTHING)
    found: dict[int, Ends] = {}
    for index in range(wanted[-1], INPUT, -1):
        if index in starts:
            first, last = (part.copy() for part in found.get(index, nothing))
            at = slice(starts[index], starts[index] + levels[index].result[axis])
            first[at] = last[at] = np.arange(levels[index].result[axis])
            found[index] = first, last
        if index in found:
            _into(found, levels[index], axis, *found.pop(index))
    first, last = found.get(INPUT, nothing)
    sizes = np.maximum(0, last - first + 1)
    return [int(part.max()) for part in np.split(sizes, ends[:-1])]


def _into(found: dict[int, Ends], level: Level, axis: int, first: IntArray, last: IntArray) -> None:
    """Add to what is found of a level's sources what its cells first..last read of them."""
    for source, size in zip(level.sources, level.sizes, strict=True):
        read = _read_by(level, size[axis], axis, first, last)
        known = found.get(source)
        found[source] = (
            (np.minimum(known[0], read[0]), np.maximum(known[1], read[1])) if known else read
        )


def _read_by(level: Level, size: int, axis: int, first: IntArray, last: IntArray) -> Ends:
    """Return what the cells first..last of a level's output read of an input of so many cells."""
    if level.whole:
        begin = np.zeros_like(first)
        end = begin + size - 1
    else:
        if isinstance(level.layer, Adaptive) and windows(level.layer, size, axis) is None:
            # Uneven windows are only those of the output's cells: around them none follow.
            first, last = (np.clip(cell, 0, level.result[axis] - 1) for cell in (first, last))
        begin, end = interval(level.layer, size, axis, first, last)
    begin, end = (np.clip(cell, -MAX_SIZE, MAX_SIZE) for cell in (begin, end))
    nothing = (first > last) | (begin > end)
    return np.where(nothing, _NOTHING, begin), np.where(nothing, -_NOTHING, end)
