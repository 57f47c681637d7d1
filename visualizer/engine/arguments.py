"""Checks of the engine's arguments: each returns the value in its final type or raises EngineError.

`name` is always the argument's name, for the error's sentence.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from numbers import Real
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.errors import EngineError

Pair = tuple[int, int]
Size = int | tuple[int, int]
Padding = int | tuple[int, int] | str
Array = NDArray[np.float64]
Scalar = TypeVar("Scalar", bound=np.generic)

MAX_SIZE: Final = 2**31 - 1
"""The largest size, stride, padding, dilation or seed accepted."""

MAX_CELLS: Final = 2**25
"""The most cells that one array made by the engine may have: 256 MB of float64."""

MAX_AXIS: Final = 2**22
"""The longest axis that a grid made by the engine may have."""

# The usual case comes first in checks: a small convolution takes no longer than ten of them.
_FLOAT64: Final = np.dtype(np.float64)

IMAGE_AXES: Final = "(channels, height, width)"


def whole(name: str, value: object, low: int = 0, high: int = MAX_SIZE) -> int:
    """Return an int in [low, high]. NumPy's integers are accepted, booleans and 2.0 are not."""
    if type(value) is int and low <= value <= high:  # the usual case
        return value
    if isinstance(value, (bool, np.bool_)):
        raise EngineError("not_an_integer", name, value, "a whole number")
    try:
        number = operator.index(value)  # type: ignore[arg-type]
    except Exception:  # __index__ is the caller's code and may raise anything
        raise EngineError("not_an_integer", name, value, "a whole number") from None
    if number < low:
        raise EngineError("below_minimum", name, value, f"at least {low}", low=low)
    if number > high:
        raise EngineError("above_maximum", name, value, f"at most {high}", high=high)
    return number


def is_pair(value: object) -> bool:
    """Tell whether a value is given as (height, width) rather than as one number for both."""
    return isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def pair(name: str, value: object, low: int = 0) -> Pair:
    """Return (height, width) from an int or a pair of ints, each in [low, MAX_SIZE]."""
    if type(value) is int and low <= value <= MAX_SIZE:  # the usual case
        return value, value
    if is_pair(value):
        items = list(value)  # type: ignore[call-overload]
        if len(items) != 2:
            raise EngineError("not_a_pair", name, value, "an int or (height, width)")
        return whole(name, items[0], low), whole(name, items[1], low)
    number = whole(name, value, low)
    return number, number


def real(name: str, value: object) -> float:
    """Return a finite float from any real number; booleans are refused."""
    if isinstance(value, Real) and not isinstance(value, bool):
        try:
            number = float(value)
        except Exception:  # an int too large for a float, or a class of the caller's
            number = math.nan
        if math.isfinite(number):
            return number
    raise EngineError("not_a_number", name, value, "a finite number")


def between(name: str, value: object, low: float, high: float) -> float:
    """Return a float in [low, high]."""
    number = real(name, value)
    if not low <= number <= high:
        allowed = f"from {low:g} to {high:g}"
        raise EngineError("not_between", name, value, allowed, low=low, high=high)
    return number


def positive(name: str, value: object) -> float:
    """Return a finite float above zero."""
    number = real(name, value)
    if number <= 0:
        raise EngineError("not_positive", name, value, "greater than 0")
    return number


def flag(name: str, value: object) -> bool:
    """Return True or False; 1 and 0 are refused."""
    if not isinstance(value, (bool, np.bool_)):
        raise EngineError("not_a_flag", name, value, "True or False")
    return bool(value)


def choice(name: str, value: object, choices: Sequence[str]) -> str:
    """Return the value if it is one of the given words."""
    if not isinstance(value, str) or value not in choices:
        listed = ", ".join(choices)
        raise EngineError("not_a_choice", name, value, listed, choices=listed)
    return str(value)


def numbers(name: str, value: object) -> Array:
    """Return a float64 array, of any shape, from an array-like of real numbers.

    Floats and integers of every width are accepted; booleans, complex numbers, texts and objects
    are not. An array that is float64 already is returned as it is, not copied.
    """
    if type(value) is np.ndarray and value.dtype is _FLOAT64:  # the usual case
        return value
    try:
        array = np.asarray(value)
        if array.dtype.kind in "iuf":
            return np.asarray(array, dtype=np.float64)
    except Exception:  # a ragged list, or an object whose own conversion fails
        pass
    raise EngineError("not_real_numbers", name, value, "an array of real numbers")


def with_axes(name: str, value: object, axes: str, ndim: int) -> Array:
    """Return a float64 array as `numbers` does, with `ndim` axes and at least one element."""
    array = numbers(name, value)
    if array.ndim != ndim:
        raise EngineError("wrong_axes", name, value, axes, axes=axes, shape=array.shape)
    if array.size == 0:
        allowed = "at least one element"
        raise EngineError("empty_array", name, value, allowed, shape=array.shape)
    return array


def image(value: object, name: str = "input") -> Array:
    """Return a (channels, height, width) float64 array with at least one element."""
    return with_axes(name, value, IMAGE_AXES, 3)


def bias_vector(value: object, filters: int) -> Array | None:
    """Return a (filters,) float64 array, or None for None."""
    if value is None:
        return None
    bias = numbers("bias", value)
    if bias.shape != (filters,):
        allowed = f"shape ({filters},)"
        raise EngineError("bias_length", "bias", value, allowed, filters=filters, shape=bias.shape)
    return bias


def check_cells(name: str, *lengths: int) -> None:
    """Refuse an array of these lengths that is too large, before memory is taken for it.

    EngineError: more than MAX_CELLS cells, or more than MAX_AXIS where a single length is given.
    """
    cells = math.prod(lengths)
    limit = MAX_AXIS if len(lengths) == 1 else MAX_CELLS
    if cells > limit:
        raise EngineError(
            "too_many_cells", name, lengths, f"at most {limit} cells", cells=cells, limit=limit
        )


def sealed(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """Make an array read-only and return it; for arrays that the engine has just made."""
    array.flags.writeable = False
    return array


def frozen(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """Return a read-only copy; for the caller's arrays, which the caller may change later."""
    return sealed(array.copy())
