"""All windows of a batch of maps side by side, so that a convolution is one matrix product."""

from __future__ import annotations

from math import prod
from typing import Any, NamedTuple

import numpy as np

from visualizer.engine.arguments import Pair
from visualizer.learning.parts.part import Batch


class _Views(NamedTuple):
    grid: Batch
    windows: Batch
    cells: Batch
    rows: Batch


class Windows:
    """The windows of maps (N, H, W, C) that lie on a grid whose other cells stay 0.

    grid: its (height, width, channels); start: the row and column of the first window, by which a
    window is moved on by ``stride`` each time, ``places`` (rows, columns) times. ones: whether each
    row ends with a 1, for a bias.
    """

    def __init__(
        self,
        grid: tuple[int, int, int],
        places: Pair,
        kernel: Pair,
        *,
        start: Pair = (0, 0),
        stride: Pair = (1, 1),
        dilation: Pair = (1, 1),
        groups: int = 1,
        ones: bool = False,
        dtype: np.dtype[Any],
    ) -> None:
        self._grid, self._places, self._kernel = grid, places, kernel
        self._start, self._stride, self._dilation = start, stride, dilation
        self._groups, self._depth, self._ones, self._dtype = groups, grid[2] // groups, ones, dtype
        self._views: dict[int, _Views] = {}
        self._most = 0

    def grid(self, count: int) -> Batch:
        """Return the grid of ``count`` pictures, to be written to; (N, H, W, C)."""
        return self._of(count).grid

    def rows(self, count: int) -> Batch:
        """Return the grid's windows, (groups, N · places, cells of a kernel and 1)."""
        views = self._of(count)
        np.copyto(views.cells, views.windows)
        return views.rows

    def _of(self, count: int) -> _Views:
        found = self._views.get(count)
        if found is None:
            if count > self._most:
                self._make(count)
            found = self._views[count] = self._seen(count)
        return found

    def _make(self, count: int) -> None:
        """Take memory for so many pictures; fewer ones use its beginning."""
        self._views, self._most = {}, count
        size = prod(self._kernel) * self._depth + self._ones
        self._cells = np.zeros(count * prod(self._grid), dtype=self._dtype)
        # Every row ends where one of its length ends, however many there are: so do the ones.
        self._rows = np.ones(count * self._groups * prod(self._places) * size, dtype=self._dtype)

    def _seen(self, count: int) -> _Views:
        grid = self._cells[: count * prod(self._grid)].reshape(count, *self._grid)
        kernel, depth, (down, across) = self._kernel, self._depth, self._places
        picture, row, column, cell = grid.strides
        windows: Batch = np.ndarray(
            (self._groups, count, down, across, *kernel, depth),
            self._dtype,
            grid,
            self._start[0] * row + self._start[1] * column,
            (
                depth * cell,
                picture,
                self._stride[0] * row,
                self._stride[1] * column,
                self._dilation[0] * row,
                self._dilation[1] * column,
                cell,
            ),
        )
        size = prod(kernel) * depth
        shape = (self._groups, count, down, across, size + self._ones)
        made = self._rows[: prod(shape)].reshape(shape)
        cells = made[..., :size].reshape(windows.shape)
        assert np.shares_memory(cells, made)
        return _Views(grid, windows, cells, made.reshape(self._groups, -1, size + self._ones))
