"""From settings to gradients: what flows back through an activation at each point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from visualizer.lessons.activation.example import Array, derivative, function
from visualizer.lessons.activation.settings import ActivationSettings


@dataclass(frozen=True, eq=False)
class Flow:
    """At each x: the value, the slope, the gradient that is given there, and their product."""

    x: Array
    y: Array
    slope: Array
    given: Array

    @property
    def result(self) -> Array:
        """The gradient at x: slope times the gradient at the output."""
        return self.slope * self.given


def flow(settings: ActivationSettings, x: Array) -> Flow:
    """Return what flows back at each x: of a target t the given gradient is 2·(y − t)."""
    y = function(settings.kind, settings.slope)(x)
    given = 2.0 * (y - settings.target)
    if settings.upstream != "target":
        given = np.full(x.shape, settings.gradient)
    return Flow(x, y, derivative(settings.kind, settings.slope)(x), given)
