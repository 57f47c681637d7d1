"""What all backward functions share: the gradients that they return, and the check of the first."""

from __future__ import annotations

from typing import NamedTuple

from visualizer.engine.arguments import Array, numbers
from visualizer.engine.errors import EngineError


class Gradients(NamedTuple):
    """The gradients at a layer's input, weight and bias, each in the shape of what it is for."""

    input: Array
    weight: Array
    bias: Array


def gradient_of(value: object, shape: tuple[int, ...]) -> Array:
    """Return the gradient at an output of this shape as a float64 array.

    EngineError: it has another shape, or does not hold real numbers.
    """
    array = numbers("grad_output", value)
    if array.shape != shape:
        raise EngineError(
            "gradient_shape", "grad_output", value, f"shape {shape}",
            expected=shape, shape=array.shape,
        )  # fmt: skip
    return array


def slice_of(start: int, count: int, step: int) -> slice:
    """Return the slice of ``count`` cells that begins at ``start``: what a kernel's place meets."""
    return slice(start, start + (count - 1) * step + 1, step)
