"""A crowd of visitors: they come, or they stay and change a setting, and each wait is measured."""

from __future__ import annotations

import asyncio
import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

from deploy.visit import Answer, VisitError, Visitor

ROOT = Path(__file__).resolve().parents[1]
PAGE, SEED = "/convolution", "conv_seed"


@dataclass(frozen=True)
class Crowd:
    """How many come and how fast; seconds."""

    sessions: int
    within: float
    settled: int
    every: float
    lasting: float


@dataclass(frozen=True)
class Measured:
    """Seconds from click to finished, one a click; ``failed``: clicks without an answer.

    ``own``: the share of one core that the visitors took, 0 to 1; ``server``: the same of the
    servers, None where they are not ours; ``cost``: their processor seconds for each answer, which
    other work on the machine changes least; ``painted``: seconds in Chromium, None without it.
    """

    waits: tuple[float, ...]
    failed: int
    own: float
    server: float | None
    cost: float | None
    painted: float | None = None

    @property
    def p95(self) -> float:
        """The wait that 19 of 20 answers stay below, in seconds; infinite without answers."""
        ranked = sorted(self.waits)
        return ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))] if ranked else inf

    def line(self) -> str:
        """Return the figures as one line of the table."""
        if not self.waits:
            return f"no answer at all ({self.failed} failed)"
        ranked = sorted(self.waits)
        server = ""
        if self.server is not None and self.cost is not None:
            server = f"  servers {self.server:>4.0%}, {1000 * self.cost:.0f} ms an answer"
        painted = "" if self.painted is None else f"  painted {self.painted:.2f} s"
        return (
            f"p50 {statistics.median(ranked):>6.2f} s  p95 {self.p95:>6.2f} s"
            f"  worst {ranked[-1]:>6.2f} s  {len(ranked)} answers, {self.failed} failed"
            f"  own {self.own:>4.0%}{server}{painted}"
        )


async def open_page(url: str, seed: int) -> float:
    """Open the lesson as a new visitor; returns the seconds until its script has finished."""
    started = time.perf_counter()
    async with Visitor(f"{url}{PAGE}?{SEED}={seed}") as visitor:
        _check(await visitor.run())
        return time.perf_counter() - started


async def stay(url: str, number: int, crowd: Crowd, opens: float, begins: float) -> list[float]:
    """Open the lesson at ``opens`` and change its seed from ``begins`` on; returns the waits.

    Both are moments of ``time.perf_counter``.
    """
    waits: list[float] = []
    await _sleep_until(opens)
    async with Visitor(f"{url}{PAGE}?{SEED}={number}") as visitor:
        answer = await visitor.run()
        _check(answer)
        widget = next(each for each in answer.widgets("number_input") if each.endswith(SEED))
        due = begins + random.Random(number).uniform(0, crowd.every)
        turn = 0
        while due < begins + crowd.lasting:
            await _sleep_until(due)
            turn += 1
            clicked = time.perf_counter()
            _check(await visitor.run(id=widget, double_value=float(1000 + number * 100 + turn)))
            waits.append(time.perf_counter() - clicked)
            due = max(due + crowd.every, time.perf_counter())
    return waits


async def opening(url: str, crowd: Crowd, pids: Sequence[int], chromium: bool) -> Measured:
    """Let the crowd open the page, and measure it."""

    async def come(number: int) -> float:
        await asyncio.sleep(number * crowd.within / crowd.sessions)
        return await open_page(url, number)

    with_browser = asyncio.create_task(_painted(url, crowd.within / 2)) if chromium else None
    with Meter(pids) as meter:
        found = await asyncio.gather(
            *(come(number) for number in range(crowd.sessions)), return_exceptions=True
        )
    painted = await with_browser if with_browser else None
    return _measured([[each] for each in found], meter, painted)


async def changing(url: str, crowd: Crowd, pids: Sequence[int]) -> Measured:
    """Let the crowd that has opened the page change a setting, and measure it."""
    now = time.perf_counter()
    settles = crowd.settled / 5  # seconds; five visitors a second
    begins = now + settles + 2
    meter = Meter(pids, after=settles + 2)
    with meter:
        found = await asyncio.gather(
            *(
                stay(url, number, crowd, now + number / 5, begins)
                for number in range(crowd.settled)
            ),
            return_exceptions=True,
        )
    return _measured(found, meter, None)


class Meter:
    """The processor time of this process and of others, over a block."""

    def __init__(self, pids: Sequence[int], after: float = 0.0) -> None:
        """``after``: seconds at the beginning that do not count."""
        self.pids, self.after = pids, after
        self.own = self.passed = 0.0
        self.server: float | None = None

    def __enter__(self) -> Meter:
        self._start()
        if self.after:
            asyncio.get_running_loop().call_later(self.after, self._start)
        return self

    def __exit__(self, *_: object) -> None:
        self.passed = time.perf_counter() - self._began
        self.own = (_own_time() - self._own) / self.passed
        if self.pids:
            self.server = (_time_of(self.pids) - self._others) / self.passed

    def _start(self) -> None:
        self._began, self._own = time.perf_counter(), _own_time()
        self._others = _time_of(self.pids)


def _measured(
    found: Sequence[Sequence[object] | BaseException], meter: Meter, painted: float | None
) -> Measured:
    waits: list[float] = []
    failed = 0
    for each in found:
        for wait in [each] if isinstance(each, BaseException) else each:
            if isinstance(wait, float):
                waits.append(wait)
            elif isinstance(wait, VisitError | OSError | TimeoutError):
                failed += 1
            elif isinstance(wait, BaseException):
                raise wait
    cost = None if meter.server is None else meter.server * meter.passed / max(1, len(waits))
    return Measured(tuple(waits), failed, meter.own, meter.server, cost, painted)


def _check(answer: Answer) -> None:
    if not answer.holds("plotly_chart"):
        raise VisitError("no chart came")


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))


async def _painted(url: str, after: float) -> float:
    """Open the page in a Chromium of its own process; returns the seconds until it is drawn."""
    await asyncio.sleep(max(0.0, after - 1))  # Chromium itself takes a second to start
    address = f"{url}{PAGE}?{SEED}=77777"
    command = (sys.executable, "-m", "benchmarks.painted", address)
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=-1)
    said, _ = await process.communicate()
    return float(said)


def _own_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _time_of(pids: Sequence[int]) -> float:
    """Return the processor seconds of processes; those that are gone count nothing."""
    total = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")
