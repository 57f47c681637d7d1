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


@dataclass(eq=False)
class _Session:
    """What a session has used: ``seconds`` of processor time as they stood at the moment ``at``.

    ``free``: the moment until which it pauses; ``newest``: its last run.
    """

    seconds: float
    at: float
    free: float = 0.0
    newest: _Run | None = None

    def now(self, moment: float) -> float:
        return self.seconds * math.exp((self.at - moment) / FADING)


@dataclass(eq=False)
class _Run:
    """A run that goes on now.

    ``counted``: what its thread had worked when that was last counted; ``patience``: seconds that
    it still waits; ``went``: what it has worked since it had all of it.
    """

    session: _Session
    counted: float
    patience: float = PATIENCE
    went: float = 0.0


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
        self._sessions: dict[str, _Session] = {}
        self._runs: dict[int, _Run] = {}  # by thread
        self._changed = threading.Condition()

    @contextmanager
    def run(self, session: str) -> Iterator[None]:
        """Count a run of a session, as long as the block, in the thread that runs it."""
        me = threading.get_ident()
        with self._changed:
            whose = self._sessions.setdefault(session, _Session(0.0, self._clock()))
            mine = whose.newest = self._runs[me] = _Run(whose, self._worked())
            self._changed.notify_all()  # an older run need not wait any more: Streamlit stops it
        try:
            yield
        finally:
            with self._changed:
                self._count(mine)
                del self._runs[me]
                self._forget()
                self._changed.notify_all()

    def give_way(self) -> None:
        """Wait, in the thread of a run, while those go on that should come first."""
        mine = self._runs.get(threading.get_ident())
        if mine is None:
            return
        with self._changed:
            self._count(mine)
            if mine.session.seconds < FREE:
                return
            if mine.went > GOING:
                mine.patience, mine.went = PATIENCE, 0.0
            since = self._clock()
            while self._clock() - since < mine.patience and self._has_to_wait(mine):
                self._changed.wait(_BEAT)
            mine.patience -= self._clock() - since

    def used(self, session: str) -> float:
        """Return the processor seconds that a session has used lately."""
        with self._changed:
            found = self._sessions.get(session)
            return found.now(self._clock()) if found else 0.0

    def others_are_about(self, session: str) -> bool:
        """Tell whether somebody else had a run lately."""
        with self._changed:
            since = self._clock() - ABOUT
            return any(
                other.at > since for name, other in self._sessions.items() if name != session
            )

    def _count(self, run: _Run) -> None:
        now, worked, session = self._clock(), self._worked(), run.session
        seconds, run.counted = worked - run.counted, worked
        run.went += seconds
        session.seconds, session.at = session.now(now) + seconds, now
        if session.seconds > FREE:
            pause = max(now, session.free) + seconds / CORE
            session.free = min(pause, now + PATIENCE)

    def _has_to_wait(self, mine: _Run) -> bool:
        session, now = mine.session, self._clock()
        if session.newest is not mine:
            return False
        if any(
            # A lighter session's run, or an older one of its own: one at a time.
            run is not mine
            and (run.session is session or run.session.now(now) < SHARE * session.seconds)
            for run in self._runs.values()
        ):
            return True
        return now < session.free and any(
            other.at > now - ABOUT and other.now(now) < SHARE * session.seconds
            for other in self._sessions.values()
        )

    def _forget(self) -> None:
        if len(self._sessions) > _KEPT:
            now = self._clock()
            running = {run.session for run in self._runs.values()}
            self._sessions = {
                name: each
                for name, each in self._sessions.items()
                if each in running or each.now(now) > 0.01
            }


TURNS: Final = Turns()
