"""A clock that a test moves."""

from __future__ import annotations


class Clock:
    """Gives the seconds that a test has let pass."""

    def __init__(self) -> None:
        """Begin at a moment that is not 0, as a real one."""
        self.now = 100.0

    def __call__(self) -> float:
        """Return the moment."""
        return self.now
