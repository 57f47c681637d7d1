"""Which cells of a grid each window has, as strides and as a table of indices."""

from __future__ import annotations

from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Pair

Indices = NDArray[np.intp]
Strides = tuple[int, int, int, int, int]

LONGEST: Final = 4096
"""The most entries of a table: 32 kB. With more, windows are copied as fast as looked up."""

REMEMBERED: Final = 128
"""How many layouts, each with such a table or none, are kept of each operation: 4 MB."""

_CELL: Final = 8
"""Bytes of a float64, and of an index."""


def window_strides(grid: Pair, stride: Pair, dilation: Pair) -> Strides:
    """Return the bytes between neighbours along the axes (C, kH, kW, H_out, W_out) of all windows.

    grid: (Hp, Wp).
    """
    row = grid[1] * _CELL
    cell_strides = row * dilation[0], _CELL * dilation[1]
    return grid[0] * row, *cell_strides, row * stride[0], _CELL * stride[1]


def window_table(
    grid: tuple[int, ...], shape: tuple[int, ...], strides: tuple[int, ...], rows: int
) -> Indices | None:
    """Return the index into the flattened grid of every cell of all windows, on `rows` rows.

    grid: the shape (C, Hp, Wp); shape, strides: those of the windows over such a grid. None if
    there are too many. A table that is remembered is the quickest way to a small image's windows.
    """
    if prod(shape) > LONGEST:
        return None
    # The windows over a grid that holds its own indices.
    counted = np.arange(prod(grid), dtype=np.intp)
    # Not sealed, as other arrays are that are kept: `take` copies a table that is read-only.
    return np.ndarray(shape, np.intp, counted, 0, strides).reshape(rows, -1)
