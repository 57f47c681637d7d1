"""Fully connected layers of a batch, and the flattening before them."""

from __future__ import annotations

from typing import Any

import numpy as np

from visualizer.engine.network.layers import Linear
from visualizer.engine.network.shapes import Shape
from visualizer.learning.parts.part import Batch, Part
from visualizer.learning.parts.products import gathered, product


class Dense(Part):
    """`Linear` on batches (N, F): a matrix with a row for each input, and one for the bias."""

    def __init__(self, layer: Linear, shape: Shape, output: Shape, dtype: np.dtype[Any]) -> None:
        super().__init__(shape, output, dtype)
        self.layer, self.fan_in = layer, shape[0]
        self.matrix = (shape[0] + layer.bias, output[0])
        self.count = self.matrix[0] * self.matrix[1]

    def bind(self, weights: Batch, gradients: Batch, states: Batch) -> None:
        """Use these weights, and write gradients there."""
        self._weights = weights.reshape(self.matrix)
        self._gradients = gradients.reshape(self.matrix)

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return x · W + b."""
        self._met = self.memory.rows("met", len(x), self.matrix[:1], fill=1.0)
        self._met[:, : self.fan_in] = x
        made = self.memory.rows("made", len(x), self.output)
        product(self._met, self._weights, made)
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient at the input, gradient · Wᵀ."""
        gathered(self._met, gradient, self._gradients)
        if self.first:
            return None
        sent = self.memory.rows("sent", len(gradient), self.shape)
        product(gradient, self._weights[: self.fan_in].T, sent)
        return sent

    def named(self, flat: Batch) -> dict[str, Batch]:
        """Return weight (outputs, inputs) and, where there is one, bias (outputs,)."""
        matrix = flat.reshape(self.matrix)
        found = {"weight": matrix[: self.fan_in].T.copy()}
        if self.layer.bias:
            found["bias"] = matrix[-1].copy()
        return found

    def flat(self, named: dict[str, Batch]) -> Batch:
        """Return weight and bias as one flat array."""
        rows = [named["weight"].T, *([named["bias"][None]] if self.layer.bias else [])]
        return np.concatenate(rows).astype(self.dtype).reshape(-1)


class Flattening(Part):
    """`Flatten`: maps (N, H, W, C) become rows in torch's order, channel by channel."""

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return (N, C · H · W)."""
        made = self.memory.rows("made", len(x), self.output)
        if len(self.shape) == 1:
            made[:] = x
        else:
            made.reshape(len(x), *self.shape)[:] = x.transpose(0, 3, 1, 2)
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient as maps again."""
        if len(self.shape) == 1:
            return gradient
        channels, height, width = self.shape
        sent = self.memory.rows("sent", len(gradient), (height, width, channels))
        sent[:] = gradient.reshape(len(gradient), *self.shape).transpose(0, 2, 3, 1)
        return sent
