"""Descent on all weights at once, as torch.optim computes it."""

from __future__ import annotations

from typing import Final

import numpy as np

from visualizer.learning.parts.part import Batch

MOMENTUM: Final = 0.9
BETA_1: Final = 0.9
BETA_2: Final = 0.999
EPSILON: Final = 1e-8


class Optimiser:
    """Stochastic gradient descent: w ← w − rate · (g + decay · w)."""

    def __init__(self, rate: float, decay: float = 0.0) -> None:
        self.rate, self.decay = rate, decay

    def move(self, weights: Batch, gradients: Batch) -> None:
        """Change the weights in place; the gradients are overwritten."""
        if self.decay:
            gradients += self.decay * weights
        self._move(weights, gradients)

    def _move(self, weights: Batch, gradients: Batch) -> None:
        gradients *= self.rate
        weights -= gradients


class Momentum(Optimiser):
    """v ← 0.9 · v + g, w ← w − rate · v. I. Sutskever et al., 2013, in torch's form."""

    _velocity: Batch | None = None

    def _move(self, weights: Batch, gradients: Batch) -> None:
        if self._velocity is None:
            self._velocity = gradients.copy()
        else:
            self._velocity *= MOMENTUM
            self._velocity += gradients
        weights -= self.rate * self._velocity


class Adam(Optimiser):
    """D. Kingma and J. Ba, 2015, with its usual constants; decay is added to the gradient."""

    _first: Batch | None = None
    _second: Batch | None = None

    def __init__(self, rate: float, decay: float = 0.0) -> None:
        super().__init__(rate, decay)
        self._steps = 0

    def _move(self, weights: Batch, gradients: Batch) -> None:
        if self._first is None or self._second is None:
            self._first, self._second = np.zeros_like(weights), np.zeros_like(weights)
        self._steps += 1
        self._first *= BETA_1
        self._first += (1.0 - BETA_1) * gradients
        gradients *= gradients
        gradients *= 1.0 - BETA_2
        self._second *= BETA_2
        self._second += gradients
        root = np.sqrt(self._second)
        root /= (1.0 - BETA_2**self._steps) ** 0.5
        root += EPSILON
        np.divide(self._first, root, out=root)
        root *= self.rate / (1.0 - BETA_1**self._steps)
        weights -= root


OPTIMISERS: Final[dict[str, type[Optimiser]]] = {
    "sgd": Optimiser,
    "momentum": Momentum,
    "adam": Adam,
}
"""The optimisers by their names in settings."""
