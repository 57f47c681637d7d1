"""Whole numbers from a seed: the same ones for ever, so that a shared address keeps its numbers.

NumPy does not promise its streams across versions; this generator is ten lines and a published one:
Park and Miller's "minimal standard" (Communications of the ACM, 1988) with the multiplier 48271.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_MODULUS = 2**31 - 1
_MULTIPLIER = 48271


def integers(seed: int, shape: tuple[int, ...], low: int, high: int) -> NDArray[np.float64]:
    """Return whole numbers from ``low`` to ``high``, both included, as float64 of ``shape``."""
    state = (seed * 7919 + 12345) % _MODULUS or 1
    drawn = []
    for _ in range(int(np.prod(shape))):
        state = state * _MULTIPLIER % _MODULUS
        # The high part is the better mixed one.
        drawn.append(low + state * (high - low + 1) // _MODULUS)
    return np.array(drawn, dtype=np.float64).reshape(shape)
