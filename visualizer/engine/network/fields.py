"""The receptive fields of a network's values: how large they are, and which input cells they hold.

"Field" is short for receptive field: the input cells that a value depends on. Where branches meet,
a value's field is the smallest rectangle around the fields of all branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from visualizer.engine.arguments import MAX_SIZE, whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import (
    INPUT,
    OVER_CHANNELS,
    Activation,
    Adaptive,
    Layer,
    Linear,
    sources,
)
from visualizer.engine.network.region import Region
from visualizer.engine.network.shapes import IntArray, Shape, interval, windows
from visualizer.engine.receptive_field import Reach, ReceptiveField, joined
from visualizer.engine.sizes import span

FieldList = list[tuple[ReceptiveField | None, bool]]
"""For each layer its receptive field, and whether jump and start are known beside the size."""


def fields(layers: Sequence[Layer], shapes: Sequence[Shape]) -> FieldList:
    """Return (field, exact) after each layer, the field as (h, w) pairs.

    shapes: the input's shape, then each layer's output shape. If the input is a flat row, there are
    no fields: each is None. A value of a fully connected layer sees everything that the values of
    the last map see. Where fields differ in size from value to value, only the largest size is
    known: exact is False.
    """
    if len(shapes[0]) == 1:
        return [(None, False)] * len(layers)
    levels = _levels(layers, shapes)
    reaches: list[tuple[Reach, Reach] | None] = [(Reach(), Reach())]  # of the input, then levels
    found: FieldList = []
    for index, level in enumerate(levels):
        read = [reaches[source + 1] for source in level.sources]
        rows, cols = (
            _reach(level, axis, [part and part[axis] for part in read]) for axis in (0, 1)
        )
        reaches.append(None if rows is None or cols is None else (rows, cols))
        if rows is not None and cols is not None:
            found.append((joined(rows, cols), True))
        else:
            found.append((_largest_field(levels[: index + 1]), False))
    return found


@dataclass(frozen=True)
class _Level:
    """A layer, with the rows and columns of its input maps (size) and its output map (result).

    sources: the levels that it reads, −1 for the input; whole: each output value reads the whole
    input map.
    """

    layer: Layer
    sources: tuple[int, ...]
    size: tuple[int, int]
    result: tuple[int, int]
    whole: bool


def _levels(layers: Sequence[Layer], shapes: Sequence[Shape]) -> list[_Level]:
    levels: list[_Level] = []
    sizes = [(shapes[0][1], shapes[0][2])]
    for index, (layer, after) in enumerate(zip(layers, shapes[1:], strict=False)):
        read = sources(index, layer)
        size, before = sizes[read[-1] + 1], shapes[read[-1] + 1]
        # The values of a flat row still belong to places of the last map, until a layer such as a
        # fully connected one reads all of them for each of its values, or rows are joined.
        over = isinstance(layer, Activation) and layer.kind in OVER_CHANNELS
        differ = len({sizes[source + 1] for source in read}) > 1
        mixes = isinstance(layer, Linear) or (len(before) == 1 and over) or differ
        result = (1, 1) if mixes else (after[1], after[2]) if len(after) == 3 else size
        levels.append(_Level(layer, read, size, result, mixes))
        sizes.append(result)
    return levels


def _reach(level: _Level, axis: int, read: list[Reach | None]) -> Reach | None:
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


def _largest_field(levels: Sequence[_Level]) -> ReceptiveField:
    """Return the largest field of any value, found by tracing every value back to the input.

    Its jump and start are not known and are set to 0.
    """
    sizes = []
    for axis in (0, 1):
        cells = np.arange(levels[-1].result[axis])
        first, last = _back(levels, axis, cells, cells)[INPUT]
        sizes.append(max(0, int((last - first).max()) + 1))
    return ReceptiveField((sizes[0], sizes[1]), (0, 0), (0.0, 0.0))


Ends = tuple[IntArray, IntArray]
"""The first and last cells of what values read along one axis; first > last: they read nothing."""

_NOTHING = MAX_SIZE + 1


def _back(levels: Sequence[_Level], axis: int, first: IntArray, last: IntArray) -> dict[int, Ends]:
    """Return what the cells first..last of the last map read of each level's output, and of INPUT.

    Each array holds an entry for each value that is traced. Levels that none reads are left out.
    """
    found = {len(levels) - 1: (first, last)}
    for index in range(len(levels) - 1, -1, -1):
        if index not in found:
            continue
        level = levels[index]
        read = _read_by(level, axis, *found[index])
        for source in level.sources:
            known = found.get(source)
            found[source] = (
                (np.minimum(known[0], read[0]), np.maximum(known[1], read[1])) if known else read
            )
    return found


def _read_by(level: _Level, axis: int, first: IntArray, last: IntArray) -> Ends:
    """Return what the cells first..last of a level's output read of its inputs."""
    if level.whole:
        begin = np.zeros_like(first)
        end = begin + level.size[axis] - 1
    else:
        if isinstance(level.layer, Adaptive):
            # Adaptive pooling has windows only for the cells of its output, not for padding.
            first, last = (np.clip(cell, 0, level.result[axis] - 1) for cell in (first, last))
        begin, end = interval(level.layer, level.size[axis], axis, first, last)
    begin, end = (np.clip(cell, -MAX_SIZE, MAX_SIZE) for cell in (begin, end))
    nothing = (first > last) | (begin > end)
    return np.where(nothing, _NOTHING, begin), np.where(nothing, -_NOTHING, end)


def map_size(layers: Sequence[Layer], shapes: Sequence[Shape], index: int) -> tuple[int, int]:
    """Return the rows and columns of layer ``index``'s output map; (1, 1) if fully connected.

    A flat row counts as the map that was flattened.
    """
    return _levels(layers[: index + 1], shapes)[-1].result


def trace_back(
    layers: Sequence[Layer], shapes: Sequence[Shape], index: int, row: int, col: int
) -> list[Region | None]:
    """Return what the value (row, col) of layer ``index`` reads in each map before it.

    The index + 2 regions lie in the input and in the output of each layer up to ``index``; the last
    one is the value itself. None where it reads nothing, as on another branch. shapes: as for
    `fields`. EngineError: there is no such layer or value, or the input is a flat row.
    """
    whole("index", index, 0, len(layers) - 1)
    if len(shapes[0]) == 1:
        raise EngineError("needs_map", "input_shape", shapes[0], "(channels, height, width)")
    levels = _levels(layers[: index + 1], shapes)
    return _traced(levels, row, col)


def _traced(levels: Sequence[_Level], row: int, col: int) -> list[Region | None]:
    rows, cols = levels[-1].result
    whole("row", row, 0, rows - 1)
    whole("col", col, 0, cols - 1)
    down, across = (
        _back(levels, axis, np.array([at]), np.array([at])) for axis, at in ((0, row), (1, col))
    )
    found: list[Region | None] = []
    for level in range(INPUT, len(levels)):
        if level not in down:
            found.append(None)
            continue
        (top, bottom), (left, right) = (
            (int(first[0]), int(last[0])) for first, last in (down[level], across[level])
        )
        empty = top > bottom or left > right
        found.append(None if empty else Region(top, left, bottom, right))
    return found


@dataclass(frozen=True)
class Grown:
    """A layer on the way to a unit: the value (row, col) that stands for it, and its field."""

    layer: int
    row: int
    col: int
    field: Region


def growth(
    layers: Sequence[Layer], shapes: Sequence[Shape], index: int, row: int, col: int
) -> list[Grown]:
    """Return how a value's field grows, from the first layer on its largest path to layer index.

    Where branches meet, the path goes on along the one whose field is larger. Each layer is
    represented by the value in the middle of what the chosen value reads there. Where windows are
    regular, lie in the map and step over no cell (stride at most the kernel's size), each field
    lies inside the next; elsewhere it need not: the value in the middle may then be one that the
    next layer's does not read. shapes and errors: as for `trace_back`.
    """
    traced = trace_back(layers, shapes, index, row, col)
    levels = _levels(layers[: index + 1], shapes)
    grown = []
    for depth in largest_path(layers[: index + 1], shapes):
        seen = traced[depth + 1]
        if seen is None:
            continue
        rows, cols = levels[depth].result
        inside = seen.clipped(rows, cols)
        middle = (
            _inside((inside.top + inside.bottom) // 2, rows),
            _inside((inside.left + inside.right) // 2, cols),
        )
        field = _traced(levels[: depth + 1], *middle)[0]
        if field is not None:
            grown.append(Grown(depth, *middle, field))
    return grown


def _inside(cell: int, size: int) -> int:
    return min(max(cell, 0), size - 1)


def largest_path(layers: Sequence[Layer], shapes: Sequence[Shape]) -> list[int]:
    """Return the layers on the way to the last one that see most, in order.

    Where branches meet, the way comes from the one whose values have the largest field; of equal
    ones from the longer.
    """
    seen = [ReceptiveField((1, 1), (1, 1), (0.5, 0.5))] + [
        field for field, _ in fields(layers, shapes) if field is not None
    ]
    lengths = [0]
    came: list[int] = []
    for index, layer in enumerate(layers):
        best = max(
            sources(index, layer),
            key=lambda source: (_area(seen[source + 1]), lengths[source + 1]),
        )
        came.append(best)
        lengths.append(lengths[best + 1] + 1)
    path, at = [], len(layers) - 1
    while at != INPUT:
        path.append(at)
        at = came[at]
    return path[::-1]


def _area(field: ReceptiveField) -> int:
    height, width = field.size  # type: ignore[misc]
    return int(height * width)
