"""Batch normalisation: S. Ioffe and C. Szegedy, 2015, with the constants of torch."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from visualizer.engine.network.shapes import Shape
from visualizer.learning.parts.part import Batch, Part, inside

EPSILON: Final = 1e-5
MOMENTUM: Final = 0.1


class Normalising(Part):
    """`BatchNorm`: γ·x̂ + β, where x̂ has mean 0 and variance 1 over the batch, channel by channel.

    While it trains it learns running means and variances, which take the batch's place afterwards.
    """

    def __init__(self, shape: Shape, dtype: np.dtype[Any]) -> None:
        super().__init__(shape, shape, dtype)
        self.channels, self._cells = shape[0], inside(shape)
        self.count = self.states = 2 * self.channels

    def bind(self, weights: Batch, gradients: Batch, states: Batch) -> None:
        """Use these weights and running numbers, and write gradients there."""
        self._weights = weights.reshape(2, self.channels)
        self._gradients = gradients.reshape(2, self.channels)
        self._running = states.reshape(2, self.channels)

    def forward(self, x: Batch, training: bool) -> Batch:
        """Return the normalised batch."""
        rows = x.reshape(-1, self.channels)
        made = self.memory.rows("made", len(x), self._cells)
        flat = made.reshape(rows.shape)
        gamma, beta = self._weights
        if not training:
            mean, variance = self._running
            slope = gamma / np.sqrt(variance + EPSILON)
            np.multiply(rows, slope, out=flat)
            flat += beta - mean * slope
            return made
        unit = self.memory.rows("unit", len(x), self._cells).reshape(rows.shape)
        mean = rows.mean(axis=0)
        np.subtract(rows, mean, out=unit)
        variance = np.einsum("ij,ij->j", unit, unit) / len(rows)
        self._scale = 1.0 / np.sqrt(variance + EPSILON)
        unit *= self._scale
        self._unit = unit
        np.multiply(unit, gamma, out=flat)
        flat += beta
        # Torch's running variance divides by one less than the number of values.
        unbiased = variance * (len(rows) / max(1, len(rows) - 1))
        self._running *= 1.0 - MOMENTUM
        self._running += MOMENTUM * np.stack((mean, unbiased))
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Return the gradient at the input, through the batch's mean and variance too."""
        rows = gradient.reshape(-1, self.channels)
        by_unit, alone = self._gradients
        np.einsum("ij,ij->j", rows, self._unit, out=by_unit)
        np.sum(rows, axis=0, out=alone)
        sent = self.memory.rows("sent", len(gradient), self._cells)
        flat = sent.reshape(rows.shape)
        np.multiply(self._unit, by_unit / -len(rows), out=flat)
        flat += rows
        flat -= alone / len(rows)
        flat *= self._weights[0] * self._scale
        return sent

    def named(self, flat: Batch) -> dict[str, Batch]:
        """Return weight, γ, and bias, β."""
        weight, bias = flat.reshape(2, self.channels)
        return {"weight": weight.copy(), "bias": bias.copy()}

    def flat(self, named: dict[str, Batch]) -> Batch:
        """Return weight and bias as one flat array."""
        return np.concatenate((named["weight"], named["bias"])).astype(self.dtype)
