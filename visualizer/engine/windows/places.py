"""Where the places of a sliding kernel meet the cells of an image, clipped at its edges.

The place k of the window i lies on the cell i·s + k·d − p. For each place this is a regular range
of windows and a regular range of cells: two slices. So whole arrays can be combined place by place,
and padding never has to be written down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any

import numpy as np

from visualizer.engine.arguments import Array, Pair, check_cells, sealed
from visualizer.engine.padding import check_padding
from visualizer.engine.sizes import pool_window_count, span
from visualizer.engine.windows.table import (
    LONGEST,
    REMEMBERED,
    Indices,
    surrounded,
    window_strides,
    window_table,
)

Index = tuple[Any, ...]
"""An index of slices into an image (C, H, W)."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The windows along one axis: their number, the cells of the input, and how a window lies."""

    count: int
    size: int
    kernel: int
    stride: int
    padding: int
    dilation: int

    @property
    def overhang(self) -> int:
        """How many cells beyond the padding the last window covers."""
        end = (self.count - 1) * self.stride + span(self.kernel, self.dilation)
        return max(0, end - (self.size + 2 * self.padding))

    def meetings(self) -> Iterator[tuple[int, slice, slice]]:
        """Yield (place, windows, cells) of each place that has a cell in some window, in order."""
        for place in range(self.kernel):
            offset = place * self.dilation - self.padding
            first = max(0, -(offset // self.stride))
            last = min(self.count, (self.size - 1 - offset) // self.stride + 1)
            if first < last:
                start = first * self.stride + offset
                stop = (last - 1) * self.stride + offset + 1
                yield place, slice(first, last), slice(start, stop, self.stride)

    @property
    def within(self) -> bool:
        """Whether all windows lie inside the input with all their places."""
        last = (self.count - 1) * self.stride + span(self.kernel, self.dilation)
        return self.padding == 0 and last <= self.size

    def counted(self, around: int) -> Array:
        """Return how many cells each window has on the input and `around` cells of padding."""
        first = np.arange(self.count) * self.stride - self.padding
        behind = np.minimum(first + self.kernel, self.size + around)
        return np.asarray(behind - np.maximum(first, -around), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Places:
    """What a kernel's places meet along an axis of an image, as indices into the image.

    number: 1 for rows, 2 for columns; single: all cells under the window if there is only one
    window; everywhere: the cells of each place that has one in all windows; somewhere: windows and
    cells of each other place that has one in some window.
    """

    axis: Axis
    number: int
    single: Index | None
    everywhere: tuple[Index, ...]
    somewhere: tuple[tuple[Index, Index], ...]


def places(number: int, axis: Axis) -> Places:
    """Lay out the places of a kernel along the axis of an image that has this number."""
    before = (slice(None),) * number
    met = [(windows, cells) for _, windows, cells in axis.meetings()]
    if met and axis.count == 1:
        cells = slice(met[0][1].start, met[-1][1].stop, axis.dilation)
        return Places(axis, number, (*before, cells), (), ())
    whole = slice(0, axis.count)
    return Places(
        axis,
        number,
        None,
        tuple((*before, cells) for windows, cells in met if windows == whole),
        tuple(((*before, windows), (*before, cells)) for windows, cells in met if windows != whole),
    )


@dataclass(frozen=True, slots=True)
class PoolLayout:
    """A pooling layer: what its kernel meets along rows and along columns.

    output: (C, H_out, W_out); counts: the cells of the windows along rows (H_out, 1) and along
    columns (W_out,), first those of the input alone, then padding too; divisor: the cells of a
    window as an array without axes, None if they differ because of padding or overhang; table: as
    `window_table` with the axes (kH·kW, C·H_out·W_out), None if windows are many; lengthened:
    whether the table is one of the lengthened image; ones: (kH·kW,).
    """

    rows: Places
    cols: Places
    output: tuple[int, int, int]
    counts: tuple[tuple[Array, Array], tuple[Array, Array]]
    divisor: Array | None
    table: Indices | None
    lengthened: bool
    ones: Array

    def divisors(self, include_pad: bool) -> Array:
        """Return how many cells of each window count (H_out, W_out), or without axes if equal."""
        if self.divisor is not None:
            return self.divisor
        down, right = self.counts[include_pad]
        return down * right


@lru_cache(maxsize=REMEMBERED)
def pool_layout(
    image: tuple[int, ...],
    kernel: Pair,
    stride: Pair,
    padding: Pair,
    dilation: Pair,
    ceil_mode: bool,
) -> PoolLayout:
    """Lay out a pooling layer over an image of the given shape: along rows, along columns.

    EngineError: the arguments do not fit together, or the padded image would be too large.
    """
    both, padded = [], []
    axes = zip((1, 2), image[1:], kernel, stride, padding, dilation, strict=True)
    for number, size, length, step, around, spread in axes:
        count = pool_window_count(size, length, step, around, spread, ceil_mode)
        axis = Axis(count, size, length, step, around, spread)
        check_padding(size, (around, around), overhang=axis.overhang)
        padded.append(size + 2 * around + axis.overhang)
        both.append(places(number, axis))
    check_cells("the padded input", image[0], *padded)
    rows, cols = both
    output = image[0], rows.axis.count, cols.axis.count
    divisor = table = None
    within = rows.axis.within and cols.axis.within
    if within:
        divisor = sealed(np.array(float(prod(kernel))))
    if prod(kernel) * prod(output) <= LONGEST:
        (top, left), (height, width) = padding, padded
        inside = slice(None), slice(top, top + image[1]), slice(left, left + image[2])
        grid = surrounded(image, (image[0], height, width), inside)
        channel, *strides = window_strides((height, width), stride, dilation)
        windows = (*strides[:2], channel, *strides[2:])
        table = window_table(grid, (*kernel, *output), windows, prod(kernel))
    counts = (
        (rows.axis.counted(0)[:, None], cols.axis.counted(0)),
        (rows.axis.counted(padding[0])[:, None], cols.axis.counted(padding[1])),
    )
    ones = sealed(np.ones(0 if table is None else len(table)))
    return PoolLayout(rows, cols, output, counts, divisor, table, not within, ones)
