"""Trainings of all sessions in the background: few threads, and each training has its turn.

A turn is a few milliseconds. NumPy lets other threads run while it computes, its matrix products
stay on the thread that asks (`parts.products`), and these threads step back where the processor is
busy: so pages are answered meanwhile. There are threads only while something trains.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from visualizer.learning.film import Snapshot
from visualizer.learning.run import Run
from visualizer.learning.settings import TrainingSettings

TURN: Final = 0.005
"""Seconds after which another training has its turn; a piece that has begun is finished."""

PATIENCE: Final = 10.0
"""Seconds without a question after which a training waits for its reader to come back."""

NICENESS: Final = 5
"""How much a training's thread steps back behind others, where the system can do so."""

Goal = Literal["end", "epoch", "step"]

_log = logging.getLogger(__name__)


class _Entry:
    """A training in the pool. ``goal``: how far it shall go, None while it rests."""

    def __init__(self, run: Run, seen: float) -> None:
        self.run: Run | None = run
        self.seen = seen
        self.goal: Goal | None = None
        self.ended: str | None = None
        self.in_line = False
        self.snapshot = run.snapshot("ready")

    @property
    def state(self) -> str:
        if self.ended is not None:
            return self.ended
        return "running" if self.goal else "paused"

    def publish(self) -> None:
        """Show where the training stands; of one that has ended the memory is given back."""
        if self.run is None:
            return
        self.snapshot = self.run.snapshot(self.state)
        if self.ended is not None:
            self.run.close()
            self.run = None


class Trainer:
    """A pool of at most ``workers`` threads in which all trainings take turns.

    workers: by default one less than there are cores, one or two. turn, patience: seconds, by
    ``clock``.
    """

    def __init__(
        self,
        workers: int | None = None,
        turn: float = TURN,
        patience: float = PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.workers = workers or max(1, min(2, cores() - 1))
        self._turn, self._patience, self.clock = turn, patience, clock
        self._line: deque[_Entry] = deque()
        self._changed = threading.Condition()
        self._threads: set[threading.Thread] = set()

    @property
    def threads(self) -> int:
        """How many threads there are now."""
        with self._changed:
            return len(self._threads)

    @property
    def running(self) -> int:
        """How many trainings take turns now."""
        with self._changed:
            return len(self._line) + len(self._threads)

    def open(self, settings: TrainingSettings) -> Ticket:
        """Prepare a training, which begins when it is told to.

        Whoever drops the ticket ends it: keep it where the session keeps its things. EngineError:
        settings out of bounds, or layers that do not fit.
        """
        entry = _Entry(Run(settings), self.clock())
        ticket = Ticket(self, entry)
        # A session that ends drops its ticket.
        weakref.finalize(ticket, self.end, entry).atexit = False
        return ticket

    def tell(self, entry: _Entry, goal: Goal | None) -> None:
        """Let a training go on as far as ``goal``; None: rest after the piece that it is at."""
        with self._changed:
            entry.seen = self.clock()
            if entry.ended is None:
                entry.goal = goal
                self._enter(entry)
                self._say(entry)
            self._changed.notify_all()

    def end(self, entry: _Entry) -> None:
        """End a training for good; what it has come to stays."""
        with self._changed:
            if entry.ended is None:
                entry.goal, entry.ended = None, "stopped"
                if entry.in_line:
                    self._say(entry)
                else:
                    entry.publish()
            self._changed.notify_all()

    def seen(self, entry: _Entry) -> Snapshot:
        """Return where a training stands, and note that its reader is there."""
        with self._changed:
            entry.seen = self.clock()
            self._enter(entry)
            return entry.snapshot

    def rests(self, entry: _Entry, timeout: float | None) -> bool:
        """Wait until a training rests or has ended; False when the time was over before."""
        with self._changed:
            return self._changed.wait_for(lambda: entry.goal is None and not entry.in_line, timeout)

    def no_thread_left(self, timeout: float | None = None) -> bool:
        """Wait until no thread is left; False when the time was over before."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._threads, timeout)

    def _enter(self, entry: _Entry) -> None:
        """Put a training that shall go on at the end of the line, which somebody serves."""
        if entry.goal is None or entry.in_line:
            return
        entry.in_line = True
        self._line.append(entry)
        if len(self._threads) < self.workers:
            thread = threading.Thread(target=self._serve, name="training", daemon=True)
            self._threads.add(thread)
            thread.start()

    def _serve(self) -> None:
        """Give turns until nobody stands in line."""
        step_back()
        while True:
            with self._changed:
                if not self._line:
                    self._threads.discard(threading.current_thread())
                    self._changed.notify_all()
                    return
                entry = self._line.popleft()
            try:
                self._give_turn(entry)
            except Exception:
                # Nobody waits for this thread: the console is told here, the page by the state.
                _log.exception("A training failed")
                with self._changed:
                    entry.goal, entry.ended = None, "failed"
            self._after_turn(entry)

    def _give_turn(self, entry: _Entry) -> None:
        until, run = self.clock() + self._turn, entry.run
        while entry.goal is not None and run is not None:
            piece = run.advance()
            # Told under the lock, so that a reader's next word is not lost.
            with self._changed:
                if piece is None and entry.ended is None:
                    entry.ended = "diverged" if run.diverged else "finished"
                if piece is None or piece == entry.goal:
                    entry.goal = None
            if self.clock() >= until:
                return

    def _after_turn(self, entry: _Entry) -> None:
        with self._changed:
            entry.in_line = False
            waits = self.clock() - entry.seen > self._patience
            if not waits:
                self._enter(entry)
            entry.publish()
            self._changed.notify_all()

    @staticmethod
    def _say(entry: _Entry) -> None:
        """Say a training's new state at once; its numbers follow after its turn."""
        entry.snapshot = replace(entry.snapshot, state=entry.state)


class Ticket:
    """A reader's hold on a training; all of it may be called from any thread, none of it waits."""

    def __init__(self, trainer: Trainer, entry: _Entry) -> None:
        self._trainer, self._entry = trainer, entry

    def play(self) -> None:
        """Train until the last epoch."""
        self._trainer.tell(self._entry, "end")

    def pause(self) -> None:
        """Rest after the present step; `play` goes on."""
        self._trainer.tell(self._entry, None)

    def step(self) -> None:
        """Take one step, then rest."""
        self._trainer.tell(self._entry, "step")

    def epoch(self) -> None:
        """Train to the end of the epoch, then rest."""
        self._trainer.tell(self._entry, "epoch")

    def stop(self) -> None:
        """End the training; its snapshot stays."""
        self._trainer.end(self._entry)

    def snapshot(self) -> Snapshot:
        """Return where the training stands, at most one round of turns ago."""
        return self._trainer.seen(self._entry)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it rests or has ended, for scripts; False when the time was over before."""
        return self._trainer.rests(self._entry, timeout)


def cores() -> int:
    """Return how many cores this process may use: a container may have fewer than all."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def step_back() -> None:
    """Let this thread have less of a busy processor than those that answer readers.

    Only Linux knows a priority of single threads; elsewhere they stay equal.
    """
    if sys.platform == "linux":
        mine = threading.get_native_id()
        with suppress(OSError):
            now = os.getpriority(os.PRIO_PROCESS, mine)
            os.setpriority(os.PRIO_PROCESS, mine, min(19, now + NICENESS))


@lru_cache(maxsize=1)
def trainer() -> Trainer:
    """Return the pool of this process."""
    return Trainer()
