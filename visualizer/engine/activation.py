"""Activation functions and their derivatives. All work element by element, except softmax.

Every function takes an array-like of real numbers, of any shape, and returns a new float64 array of
that shape. Special cases are handled as in torch.nn.functional: at 0, where relu and leaky_relu
have no derivative, the one from the left is returned, and NaN stays NaN.
EngineError: the input does not hold real numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from visualizer.engine.arguments import Array, numbers, positive, real, whole
from visualizer.engine.errors import EngineError

NEGATIVE_SLOPE: Final = 0.01
"""The slope of leaky_relu below 0 when none is given; torch's default too."""

_erfc = np.frompyfunc(math.erfc, 1, 1)


def sigmoid(x: object) -> Array:
    """Compute 1 / (1 + e⁻ˣ), between 0 and 1; no x overflows.

    >>> sigmoid([-1000.0, 0.0, 1000.0]).tolist()
    [0.0, 0.5, 1.0]
    """
    values = numbers("x", x)
    # The exponent is never positive, so this cannot overflow.
    small = np.exp(-np.abs(values))
    return np.asarray(np.where(values < 0, small, 1.0) / (1.0 + small))


def sigmoid_derivative(x: object) -> Array:
    """Compute σ(x)·(1 − σ(x)), at most 1/4.

    >>> sigmoid_derivative([0.0, 1000.0]).tolist()
    [0.25, 0.0]
    """
    values = numbers("x", x)
    # Written as σ(−|x|)·σ(|x|), because 1 − σ(x) loses its digits where σ(x) is close to 1.
    return np.asarray(sigmoid(-np.abs(values)) * sigmoid(np.abs(values)))


def tanh(x: object) -> Array:
    """Compute (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), between −1 and 1.

    >>> tanh([0.0, 1000.0]).tolist()
    [0.0, 1.0]
    """
    return np.asarray(np.tanh(numbers("x", x)))


def tanh_derivative(x: object) -> Array:
    """Compute 1 − tanh²(x), at most 1.

    >>> tanh_derivative([0.0]).tolist()
    [1.0]
    """
    # 1 − tanh²(x) = 4·σ(2x)·(1 − σ(2x)); the right side keeps its digits where tanh is close to 1.
    with np.errstate(over="ignore"):
        return np.asarray(4.0 * sigmoid_derivative(2.0 * numbers("x", x)))


def relu(x: object) -> Array:
    """Compute max(0, x).

    >>> relu([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 3.0]
    """
    return np.asarray(np.maximum(numbers("x", x), 0.0))


def relu_derivative(x: object) -> Array:
    """Return 1 where x is above 0, else 0.

    >>> relu_derivative([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 1.0]
    """
    return np.asarray(np.where(numbers("x", x) > 0, 1.0, 0.0))


def leaky_relu(x: object, negative_slope: float = NEGATIVE_SLOPE) -> Array:
    """Return x where it is above 0, else negative_slope·x. The slope is any finite number.

    >>> leaky_relu([-2.0, 3.0], negative_slope=0.5).tolist()
    [-1.0, 3.0]
    """
    values, slope = numbers("x", x), real("negative_slope", negative_slope)
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(np.where(values > 0, values, slope * values))


def leaky_relu_derivative(x: object, negative_slope: float = NEGATIVE_SLOPE) -> Array:
    """Return 1 where x is above 0, else negative_slope.

    >>> leaky_relu_derivative([-2.0, 3.0], negative_slope=0.5).tolist()
    [0.5, 1.0]
    """
    slope = real("negative_slope", negative_slope)
    return np.asarray(np.where(numbers("x", x) > 0, 1.0, slope))


def _normal_cdf(values: Array) -> Array:
    """Compute Φ(x) = erfc(−x/√2) / 2.

    (1 + erf(x/√2)) / 2 is the same number, but loses its digits for very negative x.
    """
    return np.asarray(0.5 * np.asarray(_erfc(values / -math.sqrt(2.0)), dtype=np.float64))


def gelu(x: object) -> Array:
    """Compute x·Φ(x), where Φ is the standard normal distribution function.

    This is the exact form, which is torch's default, not the approximation by tanh.
    Source: D. Hendrycks and K. Gimpel, "Gaussian error linear units", 2016.

    >>> gelu([-1000.0, 0.0, 1000.0]).tolist()
    [-0.0, 0.0, 1000.0]
    """
    values = numbers("x", x)
    with np.errstate(invalid="ignore"):
        return np.asarray(values * _normal_cdf(values))


def gelu_derivative(x: object) -> Array:
    """Compute Φ(x) + x·φ(x), where φ is the standard normal density.

    >>> gelu_derivative([0.0, 1000.0]).tolist()
    [0.5, 1.0]
    """
    values = numbers("x", x)
    with np.errstate(over="ignore", invalid="ignore"):
        density = np.exp(-0.5 * values * values) / math.sqrt(2.0 * math.pi)
        return np.asarray(_normal_cdf(values) + values * density)


def softmax(x: object, axis: int = -1, temperature: float = 1.0) -> Array:
    """Compute e^(xᵢ/T) / Σⱼ e^(xⱼ/T) along an axis: positive numbers whose sum is 1.

    temperature T: above 0; below 1 it sharpens the result, above 1 it flattens it. The largest
    value is subtracted first, so that logits of any size are safe; the quotient stays the same.
    EngineError: there is no such axis, or the temperature is not above 0.

    >>> softmax([1000.0, 1000.0, -1000.0]).tolist()
    [0.5, 0.5, 0.0]
    >>> softmax([1e308, -1e308], temperature=1e308).round(4).tolist()
    [0.8808, 0.1192]
    """
    values = numbers("x", x)
    warmth = positive("temperature", temperature)
    along = _axis(values, axis)
    if values.size == 0:
        return values.copy()
    if values.ndim == 0:
        return np.asarray(softmax(values.reshape(1), 0, warmth).reshape(()))
    with np.errstate(over="ignore", invalid="ignore"):
        # Halved before the subtraction: the difference of two huge numbers could be infinite.
        halves = values / 2 - values.max(axis=along, keepdims=True) / 2
        powers = np.exp(halves / warmth * 2)
        return np.asarray(powers / powers.sum(axis=along, keepdims=True))


def softmax_jacobian(x: object, temperature: float = 1.0) -> Array:
    """Compute ∂softmaxᵢ/∂xⱼ = sᵢ·(δᵢⱼ − sⱼ) / T of a vector (n,), as an (n, n) array.

    EngineError: x is not a vector, or the temperature is not above 0.

    >>> softmax_jacobian([0.0, 0.0]).tolist()
    [[0.25, -0.25], [-0.25, 0.25]]
    """
    values = numbers("x", x)
    if values.ndim != 1:
        axes = "(values,)"
        raise EngineError("wrong_axes", "x", x, axes, axes=axes, shape=values.shape)
    shares = softmax(values, temperature=temperature)
    return np.asarray((np.diag(shares) - np.outer(shares, shares)) / float(temperature))


def _axis(values: Array, axis: object) -> int:
    """Check the axis, which may count from the end; a number without axes counts as one axis."""
    axes = max(values.ndim, 1)
    number = whole("axis", axis, low=-(2**31))
    if not -axes <= number < axes:
        allowed = f"from {-axes} to {axes - 1}"
        raise EngineError("axis_out_of_range", "axis", axis, allowed, shape=values.shape)
    return number


@dataclass(frozen=True)
class Elementwise:
    """An activation that works on each value by itself, its derivative, and its names in torch.

    function, derivative: take an array-like of any shape and return a float64 array of that shape;
    both also take ``negative_slope`` where ``has_slope`` is True.
    torch_function: the function as a script calls it, where ``F`` is torch.nn.functional.
    torch_module: the name of the class in torch.nn.

    >>> ELEMENTWISE["leaky_relu"].torch_call("x"), ELEMENTWISE["leaky_relu"].module_call(0.2)
    ('F.leaky_relu(x, negative_slope=0.01)', 'nn.LeakyReLU(0.2)')
    """

    function: Callable[..., Array]
    derivative: Callable[..., Array]
    torch_function: str
    torch_module: str
    has_slope: bool = False

    def options(self, negative_slope: float = NEGATIVE_SLOPE) -> dict[str, float]:
        """Return the keyword arguments of the function and its derivative: the slope or none."""
        return {"negative_slope": negative_slope} if self.has_slope else {}

    def torch_call(self, argument: str, negative_slope: float = NEGATIVE_SLOPE) -> str:
        """Write the call of the torch function on a variable named ``argument``."""
        options = self.options(negative_slope).items()
        arguments = [argument, *(f"{name}={value}" for name, value in options)]
        return f"{self.torch_function}({', '.join(arguments)})"

    def module_call(self, negative_slope: float = NEGATIVE_SLOPE) -> str:
        """Write the call that makes the torch module."""
        return f"nn.{self.torch_module}({negative_slope if self.has_slope else ''})"


ELEMENTWISE: Final[dict[str, Elementwise]] = {
    "relu": Elementwise(relu, relu_derivative, "F.relu", "ReLU"),
    "leaky_relu": Elementwise(
        leaky_relu, leaky_relu_derivative, "F.leaky_relu", "LeakyReLU", has_slope=True
    ),
    "sigmoid": Elementwise(sigmoid, sigmoid_derivative, "torch.sigmoid", "Sigmoid"),
    "tanh": Elementwise(tanh, tanh_derivative, "torch.tanh", "Tanh"),
    "gelu": Elementwise(gelu, gelu_derivative, "F.gelu", "GELU"),
}
"""Every activation that works on each value by itself, by its name in settings and layers."""
