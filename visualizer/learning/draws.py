"""Random numbers of a training: from its seed alone, each purpose with a stream of its own.

NumPy promises the raw numbers of its bit generators for all versions, but not what a Generator
makes of them; so the few lines from one to the other are ours. Two trainings with one seed see the
same pictures in the same order, also where only one of them has dropout.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

PURPOSES: Final = ("weights", "order", "dropout", "pictures", "noise")

_TO_UNIT: Final = 2.0**-53


class Draws:
    """Uniform numbers, orders and masks from a seed and a purpose."""

    def __init__(self, seed: int, purpose: str, place: int = 0) -> None:
        """Begin a stream; place: tells streams of one purpose apart, as those of two layers."""
        seeds = np.random.SeedSequence([seed, PURPOSES.index(purpose), place])
        self._source = np.random.PCG64(seeds)

    def uniform(self, count: int) -> NDArray[np.float64]:
        """Return numbers from 0 to just below 1, each as likely as the others."""
        raw: Any = self._source.random_raw(count)
        return np.asarray((raw >> np.uint64(11)) * _TO_UNIT)

    def order(self, count: int) -> NDArray[np.intp]:
        """Return 0 … count − 1 in random order."""
        return np.asarray(np.argsort(self.uniform(count), kind="stable"))

    def mask(self, count: int, p: float) -> NDArray[np.bool_]:
        """Return what is kept where each is dropped with probability p: True with 1 − p.

        A mask needs 16 random bits a value, so that dropout costs little: p counts in steps of
        1/65536.
        """
        raw: Any = self._source.random_raw(-(-count // 4))
        return np.asarray(raw.astype("<u8").view("<u2")[:count] >= round(p * 65536))
