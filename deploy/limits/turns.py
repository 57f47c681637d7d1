"""Turns at the processor: a session that has used much gives way to those who have used little.

Every session's script runs in a thread of its own, and Python lets one thread work at a time; so a
session that runs without a pause would double everybody's wait. Where it sends an element to the
browser, some hundred times in a run, such a session waits until the runs of the others are over;
and before its next run, until it has not more than its share. One that has the process to itself
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

from deploy.limits.numbers import ACTIVE, FADING, FREE, MOST, PATIENCE, SHARE

_BEAT: Final = 0.05  # seconds between two looks of a run that waits
_KEPT: Final = 500  # sessions that are remembered before those who have used nothing are forgotten


@dataclass
class _Usage:
    """Seconds of processor time that a session has used, as they stood at a moment."""

    seconds: float
    at: float

    def now(self, moment: float) -> float:
        return self.seconds * math.exp((self.at - moment) / FADING)


@dataclass
class _Run:
    """A run that goes on now.

    ``before``: seconds that its session had used when it began; ``used``: by now, as it last said;
    ``waited``: seconds that it has given way.
    """

    session: str
    before: float
    began: float
    used: float
    waited: float = 0.0


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
        self._wait(lambda: self._has_more_than_its_share(session), PATIENCE)
        began = self._worked()
        with self._changed:
            used = self._used(session)
            self._runs[me] = _Run(session, used, began, used)
        try:
            yield
        finally:
            with self._changed:
                del self._runs[me]
                seconds = self._used(session) + self._worked() - began
                self._usage[session] = _Usage(seconds, self._clock())
                self._forget()
                self._changed.notify_all()

    def give_way(self) -> None:
        """Wait, in the thread of a run, while those go on that should come first."""
        if len(self._runs) < 2:
            return  # without the lock: a run of another that begins now is seen next time
        mine = self._runs.get(threading.get_ident())
        if mine is None:
            return
        # Said here, as a session that asks anew before its run is over never ends one.
        mine.used = mine.before + self._worked() - mine.began
        if mine.used >= FREE:
            mine.waited += self._wait(lambda: self._others_first(mine), PATIENCE - mine.waited)

    def used(self, session: str) -> float:
        """Return the processor seconds that a session has used lately."""
        with self._changed:
            return self._used(session)

    def _wait(self, while_so: Callable[[], bool], most: float) -> float:
        """Wait as long as something is so, at most ``most`` seconds; returns how long it was."""
        since = self._clock()
        with self._changed:
            while self._clock() - since < most and while_so():
                self._changed.wait(_BEAT)
        return self._clock() - since

    def _used(self, session: str) -> float:
        usage = self._usage.get(session)
        return usage.now(self._clock()) if usage else 0.0

    def _others_first(self, mine: _Run) -> bool:
        return any(
            other.session != mine.session and other.used < SHARE * mine.used
            for other in self._runs.values()
        )

    def _has_more_than_its_share(self, session: str) -> bool:
        if self._used(session) < MOST:
            return False
        since = self._clock() - ACTIVE
        lately = {name for name, usage in self._usage.items() if usage.at > since}
        return bool((lately | {run.session for run in self._runs.values()}) - {session})

    def _forget(self) -> None:
        if len(self._usage) > _KEPT:
            now = self._clock()
            self._usage = {name: each for name, each in self._usage.items() if each.now(now) > 0.01}


TURNS: Final = Turns()
