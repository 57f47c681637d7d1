"""Where pictures are made, for all readers: few threads, and everybody has their turn.

A turn is a few steps of ascent. Single pictures, which somebody waits for, come before contact
sheets. Who asks for a picture that is being made for another looks on. There are threads only while
there is something to do.
"""

from __future__ import annotations

import atexit
import logging
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Any, Final, Literal

from visualizer.alexnet.looks.halves import begin_thread

PATIENCE: Final = 15.0
"""Seconds without a question after which a picture waits for its reader to come back."""
LONG_PATIENCE: Final = 600.0
"""The same for a contact sheet, which is made while its reader looks at something else."""

State = Literal["waiting", "running", "done", "stopped", "failed"]

_log = logging.getLogger(__name__)


class _Job:
    def __init__(self, key: Hashable, steps: Iterator[Any], quiet: bool, seen: float) -> None:
        self.key, self.steps, self.quiet, self.seen = key, steps, quiet, seen
        self.state: State = "waiting"
        self.latest: Any = None
        self.readers = 0
        self.in_line = False

    @property
    def over(self) -> bool:
        return self.state in ("done", "stopped", "failed")


class Studio:
    """A pool of threads; jobs are iterators, of which one ``next`` is a turn.

    workers: how many threads at most. patience, long_patience: seconds, by ``clock``.
    """

    def __init__(
        self,
        workers: int = 1,
        patience: float = PATIENCE,
        long_patience: float = LONG_PATIENCE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin without threads."""
        self._workers, self._clock = workers, clock
        self._patience = {False: patience, True: long_patience}
        self._jobs: dict[Hashable, _Job] = {}
        # Two lines: of what somebody waits for, and of contact sheets.
        self._lines: dict[bool, deque[_Job]] = {False: deque(), True: deque()}
        self._changed = threading.Condition()
        self._threads: set[threading.Thread] = set()
        self._closed = False

    def open(self, key: Hashable, make: Callable[[], Iterator[Any]], quiet: bool = False) -> Ticket:
        """Begin a job, or look on where one with the same key is under way.

        make: begins it. quiet: it steps back behind those that are not. Whoever drops the ticket
        gives it up; the job ends when nobody is left.
        """
        with self._changed:
            job = self._jobs.get(key)
            if job is None or job.over:
                job = self._jobs[key] = _Job(key, make(), quiet, self._clock())
            job.readers += 1
            self._enter(job)
        ticket = Ticket(self, job)
        leave = weakref.finalize(ticket, self._left, job)
        leave.atexit = False
        ticket.stop = leave
        return ticket

    def seen(self, job: _Job) -> None:
        """Note that a reader is there."""
        with self._changed:
            job.seen = self._clock()
            self._enter(job)

    def rests(self, timeout: float | None = None) -> bool:
        """Wait until no thread is left; False when the time was over before."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._threads, timeout)

    def close(self, timeout: float | None = 5.0) -> None:
        """Finish the turns that have begun, and give no more; waits for them, by default 5 s."""
        with self._changed:
            self._closed = True
            self._changed.wait_for(lambda: not self._threads, timeout)

    def _left(self, job: _Job) -> None:
        with self._changed:
            job.readers -= 1
            if job.readers <= 0 and not job.over:
                self._end(job, "stopped")

    def _end(self, job: _Job, state: State) -> None:
        job.state, job.steps = state, iter(())
        if self._jobs.get(job.key) is job:
            del self._jobs[job.key]
        self._changed.notify_all()

    def _enter(self, job: _Job) -> None:
        if job.over or job.in_line or self._closed:
            return
        job.in_line = True
        self._lines[job.quiet].append(job)
        if len(self._threads) < self._workers:
            thread = threading.Thread(target=self._serve, name="studio", daemon=True)
            self._threads.add(thread)
            thread.start()

    def _serve(self) -> None:
        begin_thread()
        while True:
            with self._changed:
                line = self._lines[False] or self._lines[True]
                if not line or self._closed:
                    self._threads.discard(threading.current_thread())
                    self._changed.notify_all()
                    return
                job = line.popleft()
                if not job.over:
                    job.state = "running"
            self._turn(job)

    def _turn(self, job: _Job) -> None:
        found, state = None, job.state
        if not job.over:
            try:
                found = next(job.steps)
            except StopIteration:
                state = "done"
            except Exception:
                # Nobody waits for this thread: the console is told here, the page by the state.
                _log.exception("A picture failed")
                state = "failed"
        with self._changed:
            job.in_line = False
            if found is not None:
                job.latest = found
            if job.over:
                pass  # given up meanwhile
            elif state in ("done", "failed"):
                self._end(job, state)
            elif self._clock() - job.seen <= self._patience[job.quiet]:
                self._enter(job)
            self._changed.notify_all()


class Ticket:
    """A reader's hold on a job; none of it waits."""

    stop: Callable[[], object]
    """Give the job up; what it has come to stays."""

    def __init__(self, studio: Studio, job: _Job) -> None:
        """Hold a job of a studio."""
        self._studio, self._job = studio, job

    @property
    def key(self) -> Hashable:
        """What the job makes."""
        return self._job.key

    @property
    def state(self) -> State:
        """Where the job stands; asking notes that its reader is there."""
        self._studio.seen(self._job)
        return self._job.state

    @property
    def over(self) -> bool:
        """Tell whether nothing more will come."""
        return self.state in ("done", "stopped", "failed")

    @property
    def latest(self) -> Any:
        """What the last turn gave; None before the first."""
        return self._job.latest


@lru_cache(maxsize=1)
def studio() -> Studio:
    """Return the studio of this process."""
    found = Studio()
    # A thread that is inside of torch when Python ends would bring the process down.
    atexit.register(found.close)
    return found
