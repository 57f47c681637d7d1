"""One way to read every argument: what comes out is clean, what is not raises EngineError."""

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
"""Largest size, stride, padding, dilation or seed that is accepted."""

MAX_CELLS: Final = 2**25
"""Largest number of cells (256 MB of float64) that one array made here may have."""

MAX_AXIS: Final = 2**22
"""Longest axis of a grid made here."""

IMAGE_AXES: Final = "(channels, height, width)"


def whole(name: str, value: object, low: int = 0, high: int = MAX_SIZE) -> int:
    """An int in [low, high]; NumPy integers count, booleans and 2.0 do not."""
    if isinstance(value, (bool, np.bool_)):
        raise EngineError("not_an_integer", name, value, "a whole number")
    try:
        number = operator.index(value)  # type: ignore[arg-type]
    except Exception:  # __index__ is the caller's code
        raise EngineError("not_an_integer", name, value, "a whole number") from None
    if number < low:
        raise EngineError("below_minimum", name, value, f"at least {low}", low=low)
    if number > high:
        raise EngineError("above_maximum", name, value, f"at most {high}", high=high)
    return number


def is_pair(value: object) -> bool:
    """Whether a value is given as (height, width) rather than as one number for both."""
    return isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def pair(name: str, value: object, low: int = 0) -> Pair:
    """(height, width) from an int or a pair of ints, each in [low, MAX_SIZE]."""
    if is_pair(value):
        items = list(value)  # type: ignore[call-overload]
        if len(items) != 2:
            raise EngineError("not_a_pair", name, value, "an int or (height, width)")
        return whole(name, items[0], low), whole(name, items[1], low)
    number = whole(name, value, low)
    return number, number


def real(name: str, value: object) -> float:
    """A finite float from any real number but a boolean."""
    if isinstance(value, Real) and not isinstance(value, bool):
        try:
            number = float(value)
        except Exception:  # an int beyond every float, or a class of the caller's
            number = math.nan
        if math.isfinite(number):
            return number
    raise EngineError("not_a_number", name, value, "a finite number")


def between(name: str, value: object, low: float, high: float) -> float:
    """A float in [low, high]."""
    number = real(name, value)
    if not low <= number <= high:
        allowed = f"from {low:g} to {high:g}"
        raise EngineError("not_between", name, value, allowed, low=low, high=high)
    return number


def positive(name: str, value: object) -> float:
    """A finite float above zero."""
    number = real(name, value)
    if number <= 0:
        raise EngineError("not_positive", name, value, "greater than 0")
    return number


def flag(name: str, value: object) -> bool:
    """True or False, and nothing that merely counts as one."""
    if not isinstance(value, (bool, np.bool_)):
        raise EngineError("not_a_flag", name, value, "True or False")
    return bool(value)


def choice(name: str, value: object, choices: Sequence[str]) -> str:
    """One of the given words."""
    if not isinstance(value, str) or value not in choices:
        listed = ", ".join(choices)
        raise EngineError("not_a_choice", name, value, listed, choices=listed)
    return str(value)


def numbers(name: str, value: object) -> Array:
    """A float64 array of any shape from anything array-like that holds real numbers.

    Floats and integers of every width count; booleans, complex numbers, texts and objects do not.
    No copy is made of a float64 array.
    """
    try:
        array = np.asarray(value)
        if array.dtype.kind in "iuf":
            return np.asarray(array, dtype=np.float64)
    except Exception:  # ragged lists, and objects whose conversion is the caller's code
        pass
    raise EngineError("not_real_numbers", name, value, "an array of real numbers")


def with_axes(name: str, value: object, axes: str, ndim: int) -> Array:
    """`numbers` with exactly `ndim` axes and at least one element."""
    array = numbers(name, value)
    if array.ndim != ndim:
        raise EngineError("wrong_axes", name, value, axes, axes=axes, shape=array.shape)
    if array.size == 0:
        allowed = "at least one element"
        raise EngineError("empty_array", name, value, allowed, shape=array.shape)
    return array


def image(value: object, name: str = "input") -> Array:
    """A (channels, height, width) float64 array, not empty."""
    return with_axes(name, value, IMAGE_AXES, 3)


def bias_vector(value: object, filters: int) -> Array:
    """A (filters,) float64 array; zeros for None."""
    if value is None:
        return np.zeros(filters)
    bias = numbers("bias", value)
    if bias.shape != (filters,):
        allowed = f"shape ({filters},)"
        raise EngineError("bias_length", "bias", value, allowed, filters=filters, shape=bias.shape)
    return bias


def check_cells(name: str, *lengths: int) -> None:
    """Refuse an array, or one axis of it, that would not fit in memory, before it is made."""
    cells = math.prod(lengths)
    limit = MAX_AXIS if len(lengths) == 1 else MAX_CELLS
    if cells > limit:
        raise EngineError(
            "too_many_cells", name, lengths, f"at most {limit} cells", cells=cells, limit=limit
        )


def sealed(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """The array itself, which nobody can write to any more: for arrays made here."""
    array.flags.writeable = False
    return array


def frozen(array: NDArray[Scalar]) -> NDArray[Scalar]:
    """A copy that nobody can write to: for arrays of the caller, who may change them later."""
    return sealed(array.copy())
