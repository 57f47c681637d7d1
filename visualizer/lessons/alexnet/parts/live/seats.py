"""Who may be live: so many readers of a process, their answers one after another, evenly shared.

All the limits that keep other readers' pages fast are here. A process answers at most PER_SECOND
frames a second, one at a time: a reader alone gets that many, six get a sixth of it each.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from typing import Final

from visualizer.alexnet.line import Line

MOST: Final = 6  # readers of one process who are live at the same time
PER_SECOND: Final = 12  # frames of all of them together
PATIENCE: Final = 5.0  # seconds without a frame until a reader's place is another's


class Seats:
    """The places of those who are live; several threads may ask at once."""

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with all places free; ``clock`` returns seconds."""
        self._most = most
        self._clock = clock
        self._seen: dict[str, float] = {}
        self._lock = threading.Lock()

    def take(self, who: str) -> int | None:
        """Take a place, or keep one's own; return how many are taken, None if all are others'."""
        now = self._clock()
        with self._lock:
            self._seen = {k: at for k, at in self._seen.items() if now - at <= PATIENCE}
            if who not in self._seen and len(self._seen) >= self._most:
                return None
            self._seen[who] = now
            return len(self._seen)

    def leave(self, who: str) -> None:
        """Give a place back; nothing happens where there was none."""
        with self._lock:
            self._seen.pop(who, None)


def least(taken: int) -> int:
    """Return how many milliseconds a reader's frames are to be apart when so many are live."""
    return math.ceil(1000 * max(1, taken) / PER_SECOND)


SEATS: Final = Seats()
TURN: Final = Line(1)
"""The line of those who are live, before the one for photos: a photo finds at most one frame before
it there, and live frames keep no more than one core busy."""
