"""Two linear layers are one; with an activation between them they are not. Small whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visualizer import engine

Array = NDArray[np.float64]

# One number comes in, two neurons, one number goes out: each line can be worked out in the head.
W1 = np.array([[2.0], [-1.0]])
B1 = np.array([-2.0, 2.0])
W2 = np.array([[1.0, 3.0]])
B2 = np.array([-2.0])
EXAMPLES = np.array([-1.0, 0.0, 1.0, 2.0, 3.0])


@dataclass(frozen=True)
class TwoLayers:
    """The same inputs through two layers, through the one layer they make, and with ReLU between.

    x: (n,). hidden, rectified: (n, 2), the first layer before and after ReLU. two, one, bent: (n,).
    weight: (1, 1) W₂W₁ and bias: (1,) W₂b₁ + b₂ of the one layer.
    """

    x: Array
    hidden: Array
    rectified: Array
    weight: Array
    bias: Array
    two: Array
    one: Array
    bent: Array


def run(x: Array) -> TwoLayers:
    """Compute all three for inputs (n,), each layer by the engine."""
    column = x[:, None]
    hidden = engine.linear(column, W1, B1)
    rectified = engine.relu(hidden)
    # linear(x, W) is x·Wᵀ, so of W₁ᵀ it makes (W₂W₁)ᵀ.
    weight, bias = engine.linear(W1.T, W2).T, engine.linear(B1, W2, B2)
    return TwoLayers(
        x, hidden, rectified, weight, bias,
        two=engine.linear(hidden, W2, B2)[:, 0],
        one=engine.linear(column, weight, bias)[:, 0],
        bent=engine.linear(rectified, W2, B2)[:, 0],
    )  # fmt: skip


def along() -> Array:
    """Return the inputs of the plot, from −2 to 4; the bends are among them."""
    return np.linspace(-2.0, 4.0, 61).round(6)
