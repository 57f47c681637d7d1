"""What a process counts of itself: runs and how long they took, errors, photos. Nobody's name.

Counting costs a microsecond, so it is always on; deploy/metrics.py shows the counts to whoever
looks after the servers, on a port of their own.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

BOUNDS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper ends, in seconds, of the classes that durations are counted in; a last one has the rest."""


@dataclass
class Durations:
    """How many runs took how long. ``classes``: a count for each of BOUNDS, and for the rest."""

    classes: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0


@dataclass
class Counts:
    """The counts of this process, since it was started.

    ``runs``: by page, and by what ran: "page" or "part", a part of it alone. ``errors``: by page,
    those that a reader saw as one sentence. ``photos``: AlexNet's answers, by "new" or "known".
    """

    runs: dict[tuple[str, str], Durations] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    photos: Counter[str] = field(default_factory=Counter)
    lock: Lock = field(default_factory=Lock)

    @contextmanager
    def run(self, page: str, what: str) -> Iterator[None]:
        """Count a run of a page, or of a part of it, which takes as long as the block."""
        began = time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - began
            with self.lock:
                found = self.runs.setdefault((page, what), Durations())
                found.classes[bisect_left(BOUNDS, seconds)] += 1
                found.seconds += seconds

    def error(self, page: str) -> None:
        """Count an error of a page."""
        with self.lock:
            self.errors[page] += 1

    def photo(self, kind: str) -> None:
        """Count an answer of AlexNet's."""
        with self.lock:
            self.photos[kind] += 1


COUNTS: Final = Counts()
