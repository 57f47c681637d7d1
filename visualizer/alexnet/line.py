"""The line before the network: a few photos are answered at once, the others wait their turn.

Twenty photos answered at the same time would all come last: each would have a tenth of a core, and
twenty networks' outputs would lie in memory. In a line the first comes after a moment, nobody is
overtaken, and whoever waits can be told at which place.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from visualizer.learning.pool import cores

BEAT: Final = 0.25
"""Seconds between two looks of one who waits, whether he is still wanted."""


class Line:
    """A line with ``slots`` places at its head, in which one is answered, at least 1."""

    def __init__(self, slots: int) -> None:
        """Begin with nobody in it."""
        self._slots = slots
        self._waiting: deque[object] = deque()
        self._served = 0
        self._changed = threading.Condition()

    @property
    def length(self) -> int:
        """How many wait or are being answered."""
        with self._changed:
            return len(self._waiting) + self._served

    @contextmanager
    def turn(self, told: Callable[[int], None] | None = None) -> Iterator[None]:
        """Wait for one's turn, and have it as long as the block takes.

        ``told``: is told one's place while one waits, 1 for the next one, and then 0; what it
        raises, as where nobody waits for the answer any more, leaves the line.
        """
        me, waited = object(), False
        with self._changed:
            self._waiting.append(me)
        try:
            while not self._enters(me):
                if told is not None:
                    waited = True
                    told(self._place(me))
                with self._changed:
                    self._changed.wait_for(lambda: self._may(me), BEAT)
        except BaseException:
            with self._changed:
                self._waiting.remove(me)
                self._changed.notify_all()
            raise
        try:
            if told is not None and waited:
                told(0)
            yield
        finally:
            with self._changed:
                self._served -= 1
                self._changed.notify_all()

    def _may(self, me: object) -> bool:
        return self._waiting[0] is me and self._served < self._slots

    def _enters(self, me: object) -> bool:
        with self._changed:
            if not self._may(me):
                return False
            self._waiting.popleft()
            self._served += 1
            self._changed.notify_all()
            return True

    def _place(self, me: object) -> int:
        with self._changed:
            return self._waiting.index(me) + 1


# Each answer has one thread of its own (weights/registry.py), so a core is all that it can use.
LINE: Final = Line(cores())
