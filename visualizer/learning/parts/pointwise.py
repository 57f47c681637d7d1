"""Layers that work on each value by itself: activations and dropout."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from visualizer.engine.activation import ELEMENTWISE, NEGATIVE_SLOPE
from visualizer.engine.network.shapes import Shape
from visualizer.learning.draws import Draws
from visualizer.learning.parts.part import Batch, Part, inside


class Activating(Part):
    """An activation of engine.ELEMENTWISE; the engine computes those that are not written here."""

    def __init__(self, kind: str, shape: Shape, dtype: np.dtype[Any]) -> None:
        super().__init__(shape, shape, dtype)
        self.kind, self._cells = kind, inside(shape)

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return the function of each value."""
        self._met = x
        made = self.memory.rows("made", len(x), self._cells)
        match self.kind:
            case "relu":
                np.maximum(x, 0.0, out=made)
            case "leaky_relu":
                np.multiply(x, NEGATIVE_SLOPE, out=made)
                np.maximum(x, made, out=made)
            case "tanh":
                np.tanh(x, out=made)
            case "sigmoid":
                np.negative(x, out=made)
                np.exp(made, out=made)
                made += 1.0
                np.reciprocal(made, out=made)
            case _:
                made[:] = ELEMENTWISE[self.kind].function(x)
        self._made = made
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient times each value's slope."""
        made = self._made
        sent = self.memory.rows("sent", len(gradient), self._cells)
        match self.kind:
            case "relu":
                np.multiply(gradient, made > 0.0, out=sent)
            case "leaky_relu":
                np.multiply(gradient, NEGATIVE_SLOPE, out=sent)
                np.copyto(sent, gradient, where=made > 0.0)
            case "tanh":
                np.multiply(made, made, out=sent)
                np.subtract(1.0, sent, out=sent)
                sent *= gradient
            case "sigmoid":
                np.subtract(1.0, made, out=sent)
                sent *= made
                sent *= gradient
            case _:
                np.multiply(gradient, ELEMENTWISE[self.kind].derivative(self._met), out=sent)
        return sent


#: Activations that are exactly 0 below 0, where they have no slope: their units can die.
CAN_DIE: Final = ("relu",)


class Dropping(Part):
    """`Dropout`: what a mask keeps is divided by 1 − p while the network trains."""

    def __init__(self, p: float, shape: Shape, dtype: np.dtype[Any], draws: Draws) -> None:
        super().__init__(shape, shape, dtype)
        self._p, self._draws, self._cells = p, draws, inside(shape)
        self._size = int(np.prod(shape))

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return what is kept, scaled; without training the input."""
        self._scale: Batch | None = None
        if not training or self._p == 0.0:
            return x
        kept = self._draws.mask(len(x) * self._size, self._p).reshape(x.shape)
        self._scale = self.memory.rows("scale", len(x), self._cells)
        np.multiply(kept, 1.0 / (1.0 - self._p) if self._p < 1.0 else 0.0, out=self._scale)
        made = self.memory.rows("made", len(x), self._cells)
        np.multiply(x, self._scale, out=made)
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient where values were kept, scaled as they were."""
        if self._scale is None:
            return gradient
        sent = self.memory.rows("sent", len(gradient), self._cells)
        np.multiply(gradient, self._scale, out=sent)
        return sent
