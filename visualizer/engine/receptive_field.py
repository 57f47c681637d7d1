"""The receptive field: how much of the input one value depends on, after any number of layers.

Formulas: A. Araujo, W. Norris and J. Sim, "Computing receptive fields of convolutional neural
networks", Distill, 2019.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from visualizer.engine.arguments import MAX_SIZE, is_pair, pair
from visualizer.engine.errors import EngineError
from visualizer.engine.sizes import resolve_padding, span


@dataclass(frozen=True)
class ReceptiveField:
    """What the values of one layer see of the input.

    size: how many input cells the field is wide; jump: the distance, in input cells, between the
    fields of neighbouring values; start: the centre of the first value's field, measured from the
    input's edge, so that the centre of the first input cell is 0.5.
    Each is one number for both axes, or an (h, w) pair.
    """

    size: int | tuple[int, int]
    jump: int | tuple[int, int]
    start: float | tuple[float, float]

    @property
    def first(self) -> int | tuple[int, int]:
        """Index of the first input cell in the first value's field; negative in the padding."""
        if isinstance(self.size, tuple) and isinstance(self.start, tuple):
            (height, width), (row, col) = self.size, self.start
            return round(row - height / 2), round(col - width / 2)
        assert not isinstance(self.size, tuple)
        assert not isinstance(self.start, tuple)
        return round(self.start - self.size / 2)


def receptive_field(layers: Sequence[Sequence[Any]]) -> list[ReceptiveField]:
    """Return the receptive field after each layer, in a list as long as ``layers``.

    A layer is (kernel_size, stride, padding) or (kernel_size, stride, padding, dilation), with the
    meaning that conv2d gives them. If any of them is an (h, w) pair, the results hold pairs.
    The input has size r = 1, jump j = 1 and start c = 0.5. A layer with kernel k, stride s, padding
    p before the input and dilation d changes them so, in this order:
    r ← r + d·(k − 1)·j, c ← c + (d·(k − 1)/2 − p)·j, j ← j·s. `Reach` does it in whole numbers.
    EngineError: ``layers`` is no such list, or holds a bad number.

    >>> receptive_field([(3, 1, 0), (3, 2, 0)])[-1]
    ReceptiveField(size=5, jump=2, start=2.5)
    """
    parsed = [_layer(layer) for layer in _listed("layers", "not_layers", layers, None)]
    paired = any(is_pair(part) for layer in layers for part in layer)
    fields = []
    rows = cols = Reach()
    for spans, strides, befores in parsed:
        rows, cols = (
            reach.through(spans[axis], strides[axis], befores[axis])
            for axis, reach in enumerate((rows, cols))
        )
        for reach in (rows, cols):
            widest = max(reach.size, reach.jump, math.ceil(abs(reach.start)))
            if widest > MAX_SIZE:
                allowed = f"at most {MAX_SIZE} cells"
                raise EngineError("above_maximum", "layers", widest, allowed, high=MAX_SIZE)
        fields.append(
            joined(rows, cols) if paired else ReceptiveField(rows.size, rows.jump, rows.start)
        )
    return fields


@dataclass(frozen=True)
class Reach:
    """The input cells first..last that a map's value 0 sees along one axis; value i sees i·jump on.

    The input's own values see themselves.
    """

    first: int = 0
    last: int = 0
    jump: int = 1

    @property
    def size(self) -> int:
        """How many cells each value sees."""
        return self.last - self.first + 1

    @property
    def start(self) -> float:
        """The centre of what value 0 sees, measured from the input's edge."""
        return (self.first + self.last + 1) / 2

    def through(self, span: int, stride: int, before: int) -> Reach:
        """Return what the values of a layer see that reads windows of this map.

        span: of the dilated kernel, in cells; before: cells of padding before the map.
        """
        first = self.first - before * self.jump
        last = self.last + (span - 1 - before) * self.jump
        return Reach(first, last, self.jump * stride)


def joined(rows: Reach, cols: Reach) -> ReceptiveField:
    """Return the receptive field of a map from what it sees along both axes, as (h, w) pairs."""
    return ReceptiveField((rows.size, cols.size), (rows.jump, cols.jump), (rows.start, cols.start))


def _listed(name: str, code: str, value: object, lengths: tuple[int, ...] | None) -> list[Any]:
    if is_pair(value):
        items: list[Any] = list(value)  # type: ignore[call-overload]
        if lengths is None or len(items) in lengths:
            return items
    raise EngineError(code, name, value, "a list of tuples")


def _layer(layer: object) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    """Return a layer's span (of the dilated kernel), stride, and padding before the input."""
    kernel_size, stride, padding, *rest = _listed("layers", "not_a_layer", layer, (3, 4))
    kernel, steps = pair("kernel_size", kernel_size, 1), pair("stride", stride, 1)
    spread = pair("dilation", rest[0] if rest else 1, 1)
    (top, _), (left, _) = resolve_padding(padding, kernel, steps, spread)
    return (span(kernel[0], spread[0]), span(kernel[1], spread[1])), steps, (top, left)
