"""The fully connected layer. Formula: PyTorch documentation of torch.nn.Linear."""

from __future__ import annotations

import numpy as np

from visualizer.engine.arguments import Array, bias_vector, numbers
from visualizer.engine.errors import EngineError
from visualizer.engine.windows.quiet import quiet


def linear(x: object, weight: object, bias: object = None) -> Array:
    """Compute y = x·Wᵀ + b, as torch.nn.functional.linear does.

    x: (…, features in); weight: (features out, features in); bias: (features out,) or None.
    Returns (…, features out). With a weight of shape (features in,) there is a single output: the
    result then lacks the last axis, and the bias is a number.
    EngineError: shapes that do not match, or arrays that do not hold real numbers.

    >>> linear([1, 2], [[3, 4], [5, 6]], [0, 1]).tolist()
    [11.0, 18.0]
    """
    values, rows = checked(x, weight)
    if rows.ndim == 2:
        shift = bias_vector(bias, len(rows))
    else:
        shift = None if bias is None else numbers("bias", bias)
        _need_axes("bias", shift, "()", shift is None or shift.ndim == 0)
    return _weighed(values, rows, shift)


def checked(x: object, weight: object) -> tuple[Array, Array]:
    """Return x (…, features in) and weight (features out, features in) or (features in,).

    EngineError: as `linear`.
    """
    values, rows = numbers("x", x), numbers("weight", weight)
    _need_axes("x", values, "(…, features in)", values.ndim >= 1)
    _need_axes("weight", rows, "(features out, features in)", rows.ndim in (1, 2))
    features, expected = values.shape[-1], rows.shape[-1]
    if features != expected:
        raise EngineError(
            "features_mismatch",
            "weight",
            weight,
            f"rows of {features} numbers",
            features=features,
            expected=expected,
        )
    return values, rows


@quiet
def _weighed(values: Array, rows: Array, shift: Array | None) -> Array:
    sums: Array = np.asarray(values @ rows.T)
    if shift is not None:
        sums += shift
    return sums


def _need_axes(name: str, array: Array | None, axes: str, fits: bool) -> None:
    if array is not None and not fits:
        raise EngineError("wrong_axes", name, array, axes, axes=axes, shape=array.shape)
