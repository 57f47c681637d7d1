"""What the activation lesson shows: curves, gradients through layers, neurons that die, softmax."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.activation.settings import FARTHEST
from visualizer.material.randomness import integers

Array = NDArray[np.float64]
Function = Callable[[object], Array]

START = 1.0  # what enters the first layer of the chain
NEURONS, SAMPLES, FEATURES = 8, 24, 4
_SEED = 21


def function(kind: str, slope: float) -> Function:
    """Return an element-wise activation by its name."""
    activation = engine.ELEMENTWISE[kind]
    return partial(activation.function, **activation.options(slope))


def derivative(kind: str, slope: float) -> Function:
    """Return an element-wise activation's derivative by the activation's name."""
    activation = engine.ELEMENTWISE[kind]
    return partial(activation.derivative, **activation.options(slope))


def grid() -> Array:
    """Return every x the point can stand at, two decimals apart by 0.01."""
    return np.round(np.arange(-100 * FARTHEST, 100 * FARTHEST + 1) / 100, 2)


def chain(kind: str, slope: float, layers: int) -> Array:
    """Return the gradient after 1 … ``layers`` activations one after another, shape (layers,).

    Each layer applies the function to what the last one gave, starting from ``START``, all weights
    1; by the chain rule the gradient at the start is the product of the derivatives on the way.
    """
    f, slope_at = function(kind, slope), derivative(kind, slope)
    x, product, products = START, 1.0, []
    for _ in range(layers):
        product *= float(slope_at(x))
        x = float(f(x))
        products.append(product)
    return np.array(products)


@dataclass(frozen=True)
class Layer:
    """A small layer over a batch: (neurons, samples) before and after; ``dead`` (neurons,)."""

    before: Array
    relu: Array
    leaky: Array
    dead: NDArray[np.bool_]
    dead_leaky: NDArray[np.bool_]


def layer(bias: float, slope: float) -> Layer:
    """Run a layer of 8 neurons on 24 samples, the same bias for all neurons.

    A neuron is dead when its derivative is 0 for every sample: no gradient reaches its weights, so
    nothing it could learn from will ever bring it back.
    """
    weight = integers(_SEED, (NEURONS, FEATURES), -3, 3) / 2
    samples = integers(_SEED + 1, (FEATURES, SAMPLES), -4, 4) / 2
    before = engine.linear(samples.T, weight, np.full(NEURONS, bias)).T
    return Layer(
        before,
        engine.relu(before),
        engine.leaky_relu(before, slope),
        (engine.relu_derivative(before) == 0).all(axis=1),
        (engine.leaky_relu_derivative(before, slope) == 0).all(axis=1),
    )


def share_of_first(logits: list[float], temperature: float, raised: float) -> tuple[Array, Array]:
    """Return the first logit's values around its own, and the first share at each, shape (161,).

    raised: what is added to all other logits.
    """
    middle = logits[0]
    first = np.linspace(middle - 8, middle + 8, 161)
    rest = np.broadcast_to(np.array(logits[1:]) + raised, (first.size, len(logits) - 1))
    shares = engine.softmax(np.column_stack([first, rest]), temperature=temperature)
    return first, shares[:, 0]
