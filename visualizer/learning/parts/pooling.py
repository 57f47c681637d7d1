"""Pooling of a batch: the cells at one place of all windows are a regular slice of the maps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from visualizer.engine.network.layers import AvgPool, MaxPool, both
from visualizer.engine.network.shapes import Shape
from visualizer.learning.parts.part import Batch, Part

_Slices = tuple[slice, slice, slice]


class _Pooling(Part):
    """What both kinds of pooling share: a grid that all windows fit on, and its slices."""

    empty = 0.0

    def __init__(
        self, layer: MaxPool | AvgPool, shape: Shape, output: Shape, dtype: np.dtype[Any]
    ) -> None:
        super().__init__(shape, output, dtype)
        self.layer = layer
        pads, kernel, steps = both(layer.padding), both(layer.kernel_size), both(layer.step)
        axes = zip(shape[1:], output[1:], pads, kernel, steps, strict=True)
        self._sizes = tuple(
            max(size + pad, (places - 1) * step + cells) for size, places, pad, cells, step in axes
        )
        self._apart = steps[0] >= kernel[0] and steps[1] >= kernel[1]
        self._slices = [
            (
                slice(None),
                slice(down, down + (output[1] - 1) * steps[0] + 1, steps[0]),
                slice(across, across + (output[2] - 1) * steps[1] + 1, steps[1]),
            )
            for down in range(kernel[0])
            for across in range(kernel[1])
        ]
        self._middle = (
            slice(None),
            slice(pads[0], pads[0] + shape[1]),
            slice(pads[1], pads[1] + shape[2]),
        )

    def _on_grid(self, x: Batch) -> Batch:
        if self._sizes == self.shape[1:]:
            return x
        grid = self.memory.rows("grid", len(x), (*self._sizes, self.shape[0]), self.empty)
        grid[self._middle] = x
        return grid

    def _made(self, count: int) -> Batch:
        channels, rows, cols = self.output
        return self.memory.rows("made", count, (rows, cols, channels))

    def _sent(self, shares: Iterator[Batch], count: int) -> Batch:
        """Add what each place of the windows gets, in the order of the slices."""
        sent = self.memory.rows("sent", count, (*self._sizes, self.shape[0]))
        sent[:] = 0.0
        for where, share in zip(self._slices, shares, strict=True):
            if self._apart:
                sent[where] = share
            else:
                sent[where] += share
        return sent[self._middle]


class MaxPooling(_Pooling):
    """`MaxPool`: the gradient goes to the first of the greatest values alone."""

    empty = -np.inf

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return the greatest value of each window."""
        self._grid, made = self._on_grid(x), self._made(len(x))
        made[:] = self._grid[self._slices[0]]
        for where in self._slices[1:]:
            np.maximum(made, self._grid[where], out=made)
        self._greatest = made
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient at the input maps."""
        return self._sent(self._shares(gradient), len(gradient))

    def _shares(self, gradient: Batch) -> Iterator[Batch]:
        free = np.ones(gradient.shape, dtype=np.bool_)
        for where in self._slices:
            hit = self._grid[where] == self._greatest
            hit &= free
            free ^= hit
            yield gradient * hit


class AvgPooling(_Pooling):
    """`AvgPool`: every cell of a window gets the same share, those of the padding too."""

    def __init__(self, layer: AvgPool, shape: Shape, output: Shape, dtype: np.dtype[Any]) -> None:
        super().__init__(layer, shape, output, dtype)
        # What hangs over the padded edge does not count, as in torch.
        axes = zip(
            output[1:], shape[1:], both(layer.step), both(layer.kernel_size), both(layer.padding),
            strict=True,
        )  # fmt: skip
        down, across = (
            np.minimum(np.arange(places) * step + cells, size + 2 * pad) - np.arange(places) * step
            for places, size, step, cells, pad in axes
        )
        self._share = (1.0 / (down[:, None] * across)[..., None]).astype(dtype)

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return the mean of each window."""
        grid, made = self._on_grid(x), self._made(len(x))
        made[:] = grid[self._slices[0]]
        for where in self._slices[1:]:
            made += grid[where]
        made *= self._share
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient at the input maps."""
        share = gradient * self._share
        return self._sent(iter([share] * len(self._slices)), len(gradient))


class GlobalPooling(Part):
    """`GlobalAvgPool`: the mean of each channel."""

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return (N, 1, 1, C)."""
        made = self.memory.rows("made", len(x), (1, 1, self.shape[0]))
        np.mean(x, axis=(1, 2), keepdims=True, out=made)
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return an equal share for each cell."""
        channels, height, width = self.shape
        sent = self.memory.rows("sent", len(gradient), (height, width, channels))
        np.multiply(gradient, 1.0 / (height * width), out=sent)
        return sent
