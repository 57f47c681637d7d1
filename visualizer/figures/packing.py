"""Arrays for the browser: the smallest exact form of each.

Whole numbers travel as small integers, everything else as the very float64 the engine computed, so
that the browser shows the engine's digits and not a rounding of them.
"""

from __future__ import annotations

import base64
from typing import Any

import numpy as np

_INTEGERS = (("i1", np.int8), ("i2", np.int16), ("i4", np.int32))


def pack(array: np.ndarray) -> dict[str, Any]:
    """Return ``{"type": ..., "shape": [...], "data": base64}``, little-endian, C order.

    >>> pack(np.array([[1.0, -2.0]]))
    {'type': 'i1', 'shape': [1, 2], 'data': 'Af4='}
    """
    values = np.ascontiguousarray(array)
    kind, packed = "f8", values.astype("<f8")
    # Negative zero and infinities have no integer form that comes back the same.
    whole = np.isfinite(values).all() and (values == np.rint(values)).all()
    if whole:
        for name, dtype in _INTEGERS:
            bounds = np.iinfo(dtype)
            if values.size == 0 or (values.min() >= bounds.min and values.max() <= bounds.max):
                kind, packed = name, values.astype(np.dtype(dtype).newbyteorder("<"))
                break
    return {
        "type": kind,
        "shape": list(values.shape),
        "data": base64.b64encode(packed.tobytes()).decode("ascii"),
    }


def unpack(packed: dict[str, Any]) -> np.ndarray:
    """Undo :func:`pack`; the browser's reader does the same."""
    flat = np.frombuffer(base64.b64decode(packed["data"]), dtype="<" + packed["type"])
    return flat.reshape(packed["shape"])
