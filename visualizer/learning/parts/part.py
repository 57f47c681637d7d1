"""What all layers at work have in common."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.shapes import Shape

Batch = NDArray[Any]
"""Numbers of one batch, float32 or float64: (N, H, W, C) or (N, F)."""


class Memory:
    """Arrays under names that are used again: a view of the first N rows of the largest so far."""

    def __init__(self, dtype: np.dtype[Any]) -> None:
        self.dtype = dtype
        self._blocks: dict[str, Batch] = {}
        self._views: dict[tuple[str, int], Batch] = {}

    def rows(self, name: str, count: int, rest: tuple[int, ...], fill: float = 0.0) -> Batch:
        """Return an array (count, *rest) that holds ``fill`` when it is new.

        A name has the same ``rest`` each time; what was written into an array stays in it.
        """
        found = self._views.get((name, count))
        if found is not None:
            return found
        block = self._blocks.get(name)
        if block is None or len(block) < count:
            block = np.full((count, *rest), fill, dtype=self.dtype)
            self._blocks[name] = block
            self._views = {key: view for key, view in self._views.items() if key[0] != name}
        view = block[:count]
        self._views[name, count] = view
        return view


class Part:
    """A layer at work. ``count`` is the number of its weights, all of them in one flat array.

    forward: takes a batch, keeps what its gradient needs, returns the output, which the next call
    overwrites. backward: takes the gradient at that output, writes those of the weights, returns
    that at the input, or None where ``first`` says that nobody asks for it.
    """

    count = 0
    states = 0
    """How many numbers besides weights it learns while it runs forward."""

    def __init__(self, shape: Shape, output: Shape, dtype: np.dtype[Any]) -> None:
        self.shape, self.output, self.dtype = shape, output, dtype
        self.memory = Memory(dtype)
        self.first = False

    def bind(self, weights: Batch, gradients: Batch, states: Batch) -> None:
        """Use these flat arrays, each of ``count`` or ``states`` numbers, from now on."""

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return the output of a batch."""
        raise NotImplementedError

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient at the input of the last batch."""
        raise NotImplementedError

    def named(self, flat: Batch) -> dict[str, Batch]:
        """Return copies of the weights, or gradients, in ``flat`` by torch's names and shapes."""
        return {}

    def flat(self, named: dict[str, Batch]) -> Batch:
        """Return the opposite of ``named``: arrays of torch's names and shapes as one."""
        return np.empty(0, dtype=self.dtype)


def inside(shape: Shape) -> Shape:
    """Return a shape (C, H, W) as it lies in memory, (H, W, C); a flat row's stays."""
    return (*shape[1:], shape[0]) if len(shape) == 3 else shape
