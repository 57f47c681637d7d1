"""A bucket of tokens: so many at once, and then so many a second."""

from __future__ import annotations

import time
from collections.abc import Callable


class Bucket:
    """Holds ``most`` tokens, of which ``rate`` a second come back."""

    def __init__(
        self, most: float, rate: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin full. ``most`` at least 1, ``rate`` above 0; ``clock`` gives seconds."""
        self._most, self._rate, self._clock = most, rate, clock
        self._left, self._at = most, clock()

    def take(self, tokens: float = 1) -> float:
        """Take tokens, on credit if there are too few; returns the seconds until they are there."""
        self._fill()
        self._left -= tokens
        return max(0.0, -self._left / self._rate)

    def has_one(self) -> bool:
        """Take a token if there is one; tells whether there was."""
        self._fill()
        if self._left < 1:
            return False
        self._left -= 1
        return True

    @property
    def wait(self) -> float:
        """The seconds until there is a token for one more."""
        self._fill()
        return max(0.0, (1 - self._left) / self._rate)

    @property
    def is_full(self) -> bool:
        """Whether it is as at the beginning, so that nothing is lost with it."""
        self._fill()
        return self._left >= self._most

    def _fill(self) -> None:
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._rate)
        self._at = now
