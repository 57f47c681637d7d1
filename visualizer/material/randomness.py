"""Whole numbers from a seed: the same ones for ever, so that a shared address keeps its numbers.

NumPy does not promise its streams across versions; this generator is ten lines and a published one:
Park and Miller's "minimal standard" (Communications of the ACM, 1988) with the multiplier 48271.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Item = TypeVar("Item")

#: Four digits make ten thousand examples, a short address, and fit on a blackboard.
LAST_SEED = 9999

_MODULUS = 2**31 - 1
_MULTIPLIER = 48271
_WORD = 2**64 - 1


def integers(seed: int, shape: tuple[int, ...], low: int, high: int) -> NDArray[np.float64]:
    """Return whole numbers from ``low`` to ``high``, both included, as float64 of ``shape``."""
    state = (seed * 7919 + 12345) % _MODULUS or 1
    drawn = []
    for _ in range(int(np.prod(shape))):
        state = state * _MULTIPLIER % _MODULUS
        # The high part is the better mixed one.
        drawn.append(low + state * (high - low + 1) // _MODULUS)
    return np.array(drawn, dtype=np.float64).reshape(shape)


class Stream:
    """Whole numbers one after the other, from a few seeds: the same ones for ever.

    SplitMix64 of Steele, Lea and Flood ("Fast splittable pseudorandom number generators", OOPSLA
    2014). Seeds that lie side by side give streams that have nothing to do with one another.
    """

    def __init__(self, *seeds: int) -> None:
        """Begin with whole numbers from 0 to 2⁶⁴ − 1; their order counts."""
        self._state = 0
        for seed in seeds:
            self._state = (self._next() ^ seed) & _WORD

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + self._next() * (high - low + 1) // (_WORD + 1)

    def seed(self) -> int:
        """Return a seed that a lesson's settings can have, from 0 to LAST_SEED."""
        return self.whole(0, LAST_SEED)

    def pick(self, choices: Sequence[Item]) -> Item:
        """Return one of the choices, each as likely as the others; there has to be one."""
        return choices[self.whole(0, len(choices) - 1)]

    def shuffled(self, items: Iterable[Item]) -> list[Item]:
        """Return the items in another order, each order as likely as the others."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.whole(0, last)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def _next(self) -> int:
        self._state = (self._state + 0x9E3779B97F4A7C15) & _WORD
        mixed = self._state
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB & _WORD
        return mixed ^ (mixed >> 31)
