"""Turns at the processor: a session that has used much gives way to those who have used little.

Every session's script runs in a thread of its own, and Python lets one thread work at a time; so a
session that runs without a pause would double everybody's wait. Where it sends an element to the
browser, some hundred times in a run, such a session waits until the runs of the others are over,
and pauses while they are about. One that has the process to itself, or shares it with its like,
never waits. What counts is a thread's processor time: who waits for AlexNet, or for a training that
others share, uses none.
"""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from deploy.limits.numbers import ABOUT, CORE, FADING, FREE, GOING, PATIENCE, SHARE

_BEAT: Final = 0.05  # seconds between two looks of a run that waits
_KEPT: Final = 500  # sessions that are remembered before those who have used nothing are forgotten


@dataclass
class _Usage:
    """Seconds of processor time that a session has used, as they stood at a moment.

    ``owed``: how many of them it has not paused for.
    """

    seconds: float = 0.0
    at: float = 0.0
    owed: float = 0.0

    def now(self, moment: float) -> float:
        return self.seconds * math.exp((self.at - moment) / FADING)


@dataclass
class _Run:
    """A run that goes on now.

    ``before``: seconds that its session had used when it began; ``began``: what its thread had
    worked then; ``used``: by its session until now, as it last said; ``paid``: how much of it when
    it last paused; ``patience``: seconds that it still waits.
    """

    session: str
    before: float
    began: float
    used: float
    paid: float
    patience: float = PATIENCE


class Turns:
    """Who has used how much, and whose runs go on now.

    ``clock``: seconds; ``worked``: processor seconds of the thread that asks.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        worked: Callable[[], float] = time.thread_time,
    ) -> None:
        """Begin with nobody."""
        self._clock, self._worked = clock, worked
        self._usage: dict[str, _Usage] = {}
        self._runs: dict[int, _Run] = {}  # by thread
        self._changed = threading.Condition()

    @contextmanager
    def run(self, session: str) -> Iterator[None]:
        """Count a run of a session, as long as the block, in the thread that runs it."""
        me = threading.get_ident()
        began = self._worked()
        with self._changed:
            usage = self._usage.get(session) or _Usage()
            used = usage.now(self._clock())
            mine = self._runs[me] = _Run(session, used, began, used, used - usage.owed)
        try:
            yield
        finally:
            with self._changed:
                del self._runs[me]
                mine.used = mine.before + self._worked() - began
                owed = max(0.0, mine.used - max(mine.paid, FREE))
                self._usage[session] = _Usage(mine.used, self._clock(), owed)
                self._forget()
                self._changed.notify_all()

    def give_way(self) -> None:
        """Wait, in the thread of a run, while those go on that should come first."""
        mine = self._runs.get(threading.get_ident())
        if mine is None:
            return
        # Said here, as a session that asks anew before its run is over never ends one.
        mine.used = mine.before + self._worked() - mine.began
        if mine.used < FREE:
            return
        pause, mine.paid = 0.0, max(mine.paid, FREE)
        if mine.used - mine.paid > GOING:
            pause, mine.paid, mine.patience = (mine.used - mine.paid) / CORE, mine.used, PATIENCE
        self._wait(mine, pause)

    def used(self, session: str) -> float:
        """Return the processor seconds that a session has used lately."""
        with self._changed:
            usage = self._usage.get(session)
            return usage.now(self._clock()) if usage else 0.0

    def _wait(self, mine: _Run, pause: float) -> None:
        """Wait for lighter runs that go on, and for a ``pause`` if lighter sessions are about.

        Takes what it waits from the run's patience.
        """
        since = self._clock()
        with self._changed:
            while (waited := self._clock() - since) < mine.patience and (
                self._a_lighter_one_runs(mine)
                or (waited < pause and self._a_lighter_one_is_about(mine))
            ):
                self._changed.wait(_BEAT)
        mine.patience -= self._clock() - since

    def _a_lighter_one_runs(self, mine: _Run) -> bool:
        return any(
            other.session != mine.session and other.used < SHARE * mine.used
            for other in self._runs.values()
        )

    def _a_lighter_one_is_about(self, mine: _Run) -> bool:
        now = self._clock()
        return any(
            name != mine.session and usage.at > now - ABOUT and usage.now(now) < SHARE * mine.used
            for name, usage in self._usage.items()
        )

    def _forget(self) -> None:
        if len(self._usage) > _KEPT:
            now = self._clock()
            self._usage = {name: each for name, each in self._usage.items() if each.now(now) > 0.01}


TURNS: Final = Turns()
