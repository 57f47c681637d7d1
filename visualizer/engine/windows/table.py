"""Which cells of an image each window has, as strides over a grid and as a table of indices."""

from __future__ import annotations

from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, Pair

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


def numbered(image: tuple[int, ...]) -> Indices:
    """Return an image of the given shape that holds the index of each cell when flattened."""
    return np.arange(prod(image), dtype=np.intp).reshape(image)


def surrounded(
    image: tuple[int, ...], padded: tuple[int, ...], inside: tuple[slice, ...]
) -> Indices:
    """Return a padded `numbered` image; padding has the number of the cell `lengthened` adds."""
    grid = np.full(padded, prod(image), dtype=np.intp)
    grid[inside] = numbered(image)
    return grid


def window_table(
    grid: Indices, shape: tuple[int, ...], strides: tuple[int, ...], rows: int
) -> Indices:
    """Return the index of every cell of all windows, on `rows` rows.

    grid: the indices that lie under the windows; shape, strides: those of the windows. A table that
    is remembered is the quickest way to the windows of a small image.
    """
    # Not sealed, as other arrays are that are kept: `take` copies a table that is read-only.
    return np.ndarray(shape, np.intp, grid, 0, strides).reshape(rows, -1)


def lengthened(image: Array, value: float) -> Array:
    """Return the flattened image with one more cell behind it, which stands for all padding."""
    cells = np.empty(image.size + 1)
    cells[:-1] = image.reshape(-1)
    cells[-1] = value
    return cells
