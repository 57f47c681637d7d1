"""How a run in the background stays out of the way of whoever else uses the machine.

`step_back` gives it the lowest priority: that alone keeps it from taking time that others want. It
does not keep it from disturbing what others measure, and two threads that wait for one free core
are slower than one. So before each step the run asks `Courtesy` how many threads it may use: none
while a file says that the machine is busy, or while others use all of it; else as many as there are
cores that others leave free.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

STAT = Path("/proc/stat")
#: A core counts as free when others use less than this share of it.
FREE = 0.5


def step_back() -> None:
    """Give this process the lowest priority there is: it runs where nobody else wants to."""
    if hasattr(os, "nice"):
        os.nice(19 - os.nice(0))
    if hasattr(os, "sched_setscheduler"):  # Linux: below every ordinary process, however nice
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


@dataclass(frozen=True)
class Usage:
    """Processor time since the machine started, in seconds, summed over its cores.

    `others` is that of processes of ordinary priority and of the system less our own part in it;
    `total` is all time, idle too.
    """

    others: float
    total: float


def usage(stat: Path = STAT) -> Usage | None:
    """Processor time now; None where the system does not tell it (it is Linux that does).

    A process with a nice value above 0, as ours is, has a column of its own in the file, "nice".
    """
    try:
        fields = stat.read_text(encoding="ascii").splitlines()[0].split()[1:]
        user, nice, system, idle, wait, irq, soft = (float(field) for field in fields[:7])
    except (OSError, ValueError, IndexError):
        return None
    tick = float(os.sysconf("SC_CLK_TCK"))
    busy = (user + system + irq + soft) / tick - os.times().system
    return Usage(busy, (user + nice + system + idle + wait + irq + soft) / tick)


class Courtesy:
    """Answers before each step how many threads the run may use: 0 to `cores`.

    Others' use is measured between two questions at least `window` seconds apart. `busy` is a file
    (or a folder) whose existence pauses the run.
    """

    def __init__(
        self,
        busy: Path,
        cores: int,
        window: float = 2.0,
        read: Callable[[], Usage | None] = usage,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the first measurement."""
        self.busy, self.cores, self.window = busy, cores, window
        self._read, self._clock = read, clock
        self._last, self._asked = read(), clock()
        self._allowed = cores

    def threads(self) -> int:
        """How many threads the next step may use; 0: wait and ask again."""
        if self.busy.exists():
            return 0
        if self._clock() - self._asked >= self.window:
            now, last = self._read(), self._last
            self._asked, self._last = self._clock(), now
            if now is not None and last is not None and now.total > last.total:
                share = (now.others - last.others) / (now.total - last.total)
                used = max(share, 0.0) * self.cores
                self._allowed = max(0, int(self.cores - used + FREE))
        return self._allowed
