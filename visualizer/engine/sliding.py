"""The common part of all traces: where the sliding window is at each step.

Steps are numbered in the order of textbook loops: over output channels, then rows, then columns.
Rows and columns are counted on the grid, which is the input with its padding around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair, Scalar, whole
from visualizer.engine.errors import EngineError
from visualizer.engine.sizes import Pads, span

Indices = NDArray[np.intp]


def windows_of(
    grid: NDArray[Scalar], kernel_size: Pair, stride: Pair, dilation: Pair
) -> NDArray[Scalar]:
    """Return every window of a grid (C, Hp, Wp) as a view (C, H_out, W_out, kH, kW), not a copy."""
    height, width = (
        (size - span(kernel, spread)) // step + 1
        for size, kernel, spread, step in zip(
            grid.shape[1:], kernel_size, dilation, stride, strict=True
        )
    )
    across, down, right = grid.strides
    # As `sliding_window_view` would, in a tenth of its time.
    return as_strided(
        grid,
        (len(grid), height, width, *kernel_size),
        (across, down * stride[0], right * stride[1], down * dilation[0], right * dilation[1]),
        writeable=False,
    )


def index_below(name: str, value: object, count: int) -> int:
    """Return an index in [0, count); negative ones are refused, not counted from the end."""
    number = whole(name, value, low=-(2**31))
    if not 0 <= number < count:
        allowed = f"from 0 to {count - 1}"
        raise EngineError("not_between", name, value, allowed, low=0, high=count - 1)
    return number


@dataclass(frozen=True, eq=False)
class SlidingTrace:
    """A window that slides over a grid, and the output it makes.

    input: (C, H, W); grid: (C, Hp, Wp), the input with its padding;
    cell_kind: (Hp, Wp), each REAL, PADDED, INSERTED or OVERHANG;
    source_rows: (Hp,), source_cols: (Wp,): the input row or column shown by each grid row or
    column, −1 where there is none;
    pads: the cells added on each side, ((top, bottom), (left, right)), negative where a transposed
    convolution cuts cells away; output: (C_out, H_out, W_out).
    Values are float64, and all arrays are read-only. Methods raise EngineError for a step, channel
    or cell that does not exist.
    """

    input: Array
    grid: Array
    cell_kind: NDArray[np.uint8]
    source_rows: Indices
    source_cols: Indices
    kernel_size: Pair
    stride: Pair
    dilation: Pair
    pads: Pads
    output: Array

    @property
    def steps(self) -> int:
        """The number of steps, C_out·H_out·W_out: one for each output cell."""
        return int(self.output.size)

    @cached_property
    def windows(self) -> Array:
        """Every window as a view (C, H_out, W_out, kH, kW) of the grid."""
        """Every window as a view (C, H_out, W_out, kH, kW) of the grid."""
        _, height, width = self.output.shape
        found = windows_of(self.grid, self.kernel_size, self.stride, self.dilation)
        return found[:, :height, :width]

    def cell(self, step: int) -> tuple[int, int, int]:
        """Return (output channel, row, column) of the output cell that a step makes."""
        _, height, width = self.output.shape
        rest, col = divmod(index_below("step", step, self.steps), width)
        channel, row = divmod(rest, height)
        return channel, row, col

    def index(self, channel: int, row: int, col: int) -> int:
        """Return the step that makes an output cell; the inverse of `cell`."""
        channels, height, width = self.output.shape
        place = index_below("channel", channel, channels) * height + index_below("row", row, height)
        return int(place * width + index_below("col", col, width))

    def rows(self, step: int) -> Indices:
        """Return the grid rows (kH,) that the window reads at a step."""
        return self.cell(step)[1] * self.stride[0] + self._row_offsets

    def cols(self, step: int) -> Indices:
        """Return the grid columns (kW,) that the window reads at a step."""
        return self.cell(step)[2] * self.stride[1] + self._col_offsets

    def result(self, step: int) -> float:
        """Return the value of the output cell that a step makes."""
        return float(self.output[self.cell(step)])

    def reading_channels(self, channel: int) -> range:
        """Return the output channels whose windows read an input channel."""
        raise NotImplementedError

    def steps_reading(self, channel: int, row: int, col: int) -> Indices:
        """Return, in order, all steps whose window reads a grid cell of an input channel."""
        channels, grid_height, grid_width = self.grid.shape
        makers = np.array(self.reading_channels(index_below("channel", channel, channels)))
        _, height, width = self.output.shape
        out_rows = _positions_over(
            index_below("row", row, grid_height), self._row_offsets, self.stride[0], height
        )
        out_cols = _positions_over(
            index_below("col", col, grid_width), self._col_offsets, self.stride[1], width
        )
        places = (makers[:, None, None] * height + out_rows[:, None]) * width + out_cols
        return np.asarray(places.reshape(-1), dtype=np.intp)

    def cells_meeting(self, kernel_row: int, kernel_col: int) -> tuple[Indices, Indices]:
        """Return the grid rows (H_out,) and columns (W_out,) that one place of the window visits.

        The cells it visits are all pairs of these rows and columns.
        """
        above = self._row_offsets[index_below("kernel_row", kernel_row, self.kernel_size[0])]
        left = self._col_offsets[index_below("kernel_col", kernel_col, self.kernel_size[1])]
        _, height, width = self.output.shape
        return (
            np.arange(height) * self.stride[0] + above,
            np.arange(width) * self.stride[1] + left,
        )

    def unused_rows(self) -> Indices:
        """Return the grid rows that no window reads, because of the stride or the dilation."""
        return _never_read(
            self.grid.shape[1], self._row_offsets, self.stride[0], self.output.shape[1]
        )

    def unused_cols(self) -> Indices:
        """Return the grid columns that no window reads."""
        return _never_read(
            self.grid.shape[2], self._col_offsets, self.stride[1], self.output.shape[2]
        )

    @property
    def _row_offsets(self) -> Indices:
        return np.arange(self.kernel_size[0]) * self.dilation[0]

    @property
    def _col_offsets(self) -> Indices:
        return np.arange(self.kernel_size[1]) * self.dilation[1]


def _positions_over(place: int, offsets: Indices, stride: int, count: int) -> Indices:
    """Return the window positions, out of `count`, at which the window reads a place of the axis.

    offsets: the window's cells, counted from its first.
    """
    starts = place - offsets
    positions = starts[(starts >= 0) & (starts % stride == 0)] // stride
    return np.sort(positions[positions < count])


def _never_read(length: int, offsets: Indices, stride: int, count: int) -> Indices:
    """Return the places of an axis that none of `count` window positions reads."""
    read = np.arange(count)[:, None] * stride + offsets
    return np.setdiff1d(np.arange(length), read)
