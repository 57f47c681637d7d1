"""The receptive fields of a network's values: how large they are, and which input cells they hold.

"Field" is short for receptive field: the input cells that a value depends on. Where branches meet,
a value's field is the smallest rectangle around the fields of all branches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from visualizer.engine.arguments import whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import INPUT, Layer, sources
from visualizer.engine.network.levels import Level, back, largest, levels_of, reach_of
from visualizer.engine.network.region import Region
from visualizer.engine.network.shapes import Shape
from visualizer.engine.receptive_field import Reach, ReceptiveField, joined

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
    levels = levels_of(layers, shapes)
    reaches: list[tuple[Reach, Reach] | None] = [(Reach(), Reach())]  # of the input, then levels
    for level in levels:
        read = [reaches[source + 1] for source in level.sources]
        rows, cols = (
            reach_of(level, axis, [part and part[axis] for part in read]) for axis in (0, 1)
        )
        reaches.append(None if rows is None or cols is None else (rows, cols))
    uneven = _uneven(levels, [reach is None for reach in reaches[1:]])
    return [
        (uneven[index], False) if reach is None else (joined(*reach), True)
        for index, reach in enumerate(reaches[1:])
    ]


def _uneven(levels: Sequence[Level], irregular: Sequence[bool]) -> dict[int, ReceptiveField]:
    """Return the largest field of each irregular level, found by tracing its values back.

    Jump and start are not known and are set to 0. Where a level works on single values, its field
    is that of the level before.
    """
    same = {
        index: level.sources[0]
        for index, level in enumerate(levels)
        if irregular[index] and level.copies and irregular[level.sources[0]]
    }
    wanted = [index for index, odd in enumerate(irregular) if odd and index not in same]
    rows, cols = (largest(levels, wanted, axis) for axis in (0, 1))
    found = {
        index: ReceptiveField(size, (0, 0), (0.0, 0.0))
        for index, size in zip(wanted, zip(rows, cols, strict=True), strict=True)
    }
    for index, source in same.items():
        found[index] = found[source]
    return found


def map_size(layers: Sequence[Layer], shapes: Sequence[Shape], index: int) -> tuple[int, int]:
    """Return the rows and columns of layer ``index``'s output map; (1, 1) if fully connected.

    A flat row counts as the map that was flattened.
    """
    return levels_of(layers[: index + 1], shapes)[-1].result


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
    levels = levels_of(layers[: index + 1], shapes)
    return _traced(levels, row, col)


def _traced(levels: Sequence[Level], row: int, col: int) -> list[Region | None]:
    rows, cols = levels[-1].result
    whole("row", row, 0, rows - 1)
    whole("col", col, 0, cols - 1)
    down, across = (
        back(levels, axis, np.array([at]), np.array([at])) for axis, at in ((0, row), (1, col))
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
    levels = levels_of(layers[: index + 1], shapes)
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
