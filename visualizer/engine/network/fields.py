"""The receptive fields of a network's values: how large they are, and which input cells they hold.

"Field" is short for receptive field: the input cells that a value depends on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

from visualizer.engine.arguments import whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import Activation, AdaptiveAvgPool, Layer, Linear
from visualizer.engine.network.shapes import Shape, interval, windows
from visualizer.engine.receptive_field import ReceptiveField, receptive_field

FieldList = list[tuple[ReceptiveField | None, bool]]
"""For each layer its receptive field, and whether jump and start are known beside the size."""


def fields(layers: Sequence[Layer], shapes: Sequence[Shape]) -> FieldList:
    """Return (field, exact) after each layer, the field as (h, w) pairs.

    shapes: the input's shape, then each layer's output shape. If the input is a flat row, there are
    no fields: each is None. A value of a fully connected layer sees everything that the values of
    the last map see. Where windows differ in size, only the largest size is known: exact is False.
    """
    if len(shapes[0]) == 1:
        return [(None, False)] * len(layers)
    levels = _levels(layers, shapes)
    regular: list[tuple[tuple[int, int], ...]] = []
    for level in levels:
        if level.whole:
            regular.append((level.size, (1, 1), (0, 0), (1, 1)))
        elif (rows := windows(level.layer, level.size[0])) and (
            cols := windows(level.layer, level.size[1])
        ):
            regular.append(tuple(zip(rows, cols, strict=True)))
        else:
            break
    found: FieldList = []
    # receptive_field refuses numbers over 2³¹, such as the jump after eleven strides of 8. The loop
    # below then finds the sizes by another way.
    with contextlib.suppress(EngineError):
        found = [(field, True) for field in receptive_field(regular)]
    for index in range(len(found), len(layers)):
        found.append((_largest_field(levels[: index + 1]), False))
    return found


@dataclass(frozen=True)
class _Level:
    """A layer, with the rows and columns of its input map (size) and its output map (result).

    whole: each output value reads the whole input map.
    """

    layer: Layer
    size: tuple[int, int]
    result: tuple[int, int]
    whole: bool


def _levels(layers: Sequence[Layer], shapes: Sequence[Shape]) -> list[_Level]:
    levels = []
    size = shapes[0][1], shapes[0][2]
    for layer, before, after in zip(layers, shapes, shapes[1:], strict=False):
        # The values of a flat row still belong to places of the last map, until a layer such as a
        # fully connected one reads all of them for each of its values.
        mixes = isinstance(layer, Linear) or (len(before) == 1 and layer == Activation("softmax"))
        result = (1, 1) if mixes else (after[1], after[2]) if len(after) == 3 else size
        levels.append(_Level(layer, size, result, mixes))
        size = result
    return levels


def _largest_field(levels: Sequence[_Level]) -> ReceptiveField:
    """Return the largest field of any value, found by tracing every value back to the input.

    Its jump and start are not known and are set to 0.
    """
    sizes = []
    square = all(level.size[0] == level.size[1] for level in levels)
    for axis in (0,) if square else (0, 1):
        widest = 0
        for cell in range(levels[-1].result[axis]):
            first, last = _back(levels, axis, cell, cell)[0]
            widest = max(widest, last - first + 1)
        sizes.append(widest)
    return ReceptiveField((sizes[0], sizes[-1]), (0, 0), (0.0, 0.0))


def _back(levels: Sequence[_Level], axis: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return what the cells first..last of the last map read in each map before it, input first.

    The last entry is (first, last) itself. One axis; both ends are included.
    """
    found = [(first, last)]
    for level in reversed(levels):
        if level.whole:
            first, last = 0, level.size[axis] - 1
        else:
            if isinstance(level.layer, AdaptiveAvgPool):
                # Adaptive pooling has windows only for the cells of its output, not for padding.
                first, last = (_inside(cell, level.result[axis]) for cell in (first, last))
            first, last = interval(level.layer, level.size[axis], first, last)
        found.append((first, last))
    return found[::-1]


def _inside(cell: int, size: int) -> int:
    return min(max(cell, 0), size - 1)


@dataclass(frozen=True)
class Region:
    """A rectangle of cells in a map, edges included; parts of it may lie in the padding."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """Rows from top to bottom."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """Columns from left to right."""
        return self.right - self.left + 1

    def clipped(self, height: int, width: int) -> Region:
        """Return the part inside a map of this size; without one, height or width is at most 0."""
        return Region(
            max(self.top, 0),
            max(self.left, 0),
            min(self.bottom, height - 1),
            min(self.right, width - 1),
        )


def map_size(layers: Sequence[Layer], shapes: Sequence[Shape], index: int) -> tuple[int, int]:
    """Return the rows and columns of layer ``index``'s output map; (1, 1) if fully connected.

    A flat row counts as the map that was flattened.
    """
    return _levels(layers[: index + 1], shapes)[-1].result


def trace_back(
    layers: Sequence[Layer], shapes: Sequence[Shape], index: int, row: int, col: int
) -> list[Region]:
    """Return what the value (row, col) of layer ``index`` reads in each map before it.

    The index + 2 regions lie in the input and in the output of each layer up to ``index``; the last
    one is the value itself. shapes: as for `fields`.
    EngineError: there is no such layer or value, or the input is a flat row.
    """
    whole("index", index, 0, len(layers) - 1)
    if len(shapes[0]) == 1:
        raise EngineError("needs_map", "input_shape", shapes[0], "(channels, height, width)")
    levels = _levels(layers[: index + 1], shapes)
    rows, cols = levels[-1].result
    whole("row", row, 0, rows - 1)
    whole("col", col, 0, cols - 1)
    return [
        Region(top, left, bottom, right)
        for (top, bottom), (left, right) in zip(
            _back(levels, 0, row, row), _back(levels, 1, col, col), strict=True
        )
    ]


def growth(
    layers: Sequence[Layer], shapes: Sequence[Shape], index: int, row: int, col: int
) -> list[tuple[int, int, Region]]:
    """Return how a value's field grows: (row, col, field on the input) for each layer 0..index.

    Each layer is represented by the value in the middle of what the chosen value reads there. Where
    windows are regular, lie in the map and step over no cell (stride at most the kernel's size),
    each field lies inside the next; elsewhere it need not: the value in the middle may then be one
    that the next layer's does not read. shapes and errors: as for `trace_back`.
    """
    path = trace_back(layers, shapes, index, row, col)
    grown = []
    for depth in range(index + 1):
        rows, cols = map_size(layers, shapes, depth)
        seen = path[depth + 1].clipped(rows, cols)
        middle = (
            _inside((seen.top + seen.bottom) // 2, rows),
            _inside((seen.left + seen.right) // 2, cols),
        )
        grown.append((*middle, trace_back(layers, shapes, depth, *middle)[0]))
    return grown
