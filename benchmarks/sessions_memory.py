"""What a thousand readers who came and went leave in the memory of one process.

    python -m benchmarks.sessions_memory                 forgotten as they leave
    python -m benchmarks.sessions_memory --kept          as served: remembered for two minutes
    python -m benchmarks.sessions_memory --page alexnet  all of them at one page
    python -m benchmarks.sessions_memory --lecture 150   so many who have a lesson open together

Each opens one of all pages in turn (AlexNet's apart), in one of both languages, with settings of
his own, sixty a page; some change a number or bring a picture (tests/deploy/readers.py). So what is
kept for all readers is full after the first half. First every page is opened once.
Printed is what Linux says of the process: rss, the memory that it holds; pss, which
counts what it shares with others in parts; own, what would be free if it ended; most, the largest
rss so far. From the second half comes the slope.

Streamlit remembers who left for ``server.disconnectedSessionTTL`` seconds, 128 of them at most, so
that a reader whose line broke finds everything as it was. A thousand who leave within a few minutes
are more than would be remembered otherwise; so what the process loses for good is measured with 0
seconds, and with --kept what it is like as served, and once those seconds are over.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import one_process
from deploy.visit import Visitor
from tests.deploy.readers import LESSONS, all_read

HUNDRED = 100
REMEMBERED = 120  # seconds, Streamlit's default
FLAT = 2.0  # MB that the second half may add
DIFFERENT = 60  # settings of each page


@dataclass(frozen=True)
class Memory:
    """The memory of a process, in MB of a million bytes."""

    rss: float
    pss: float
    own: float
    most: float

    @classmethod
    def of(cls, pid: int) -> Memory:
        """Return what the process ``pid`` has now; on Linux alone."""
        said = _numbers(Path(f"/proc/{pid}/smaps_rollup"))
        return cls(
            said["Rss"],
            said["Pss"],
            said["Private_Clean"] + said["Private_Dirty"],
            _numbers(Path(f"/proc/{pid}/status"))["VmHWM"],
        )

    def line(self, when: str) -> str:
        """Return it as a line of a table."""
        return f"{when:<34} {self.rss:6.1f} {self.pss:6.1f} {self.own:6.1f} {self.most:6.1f}"


HEAD = f"{'MB':<34} {'rss':>6} {'pss':>6} {'own':>6} {'most':>6}"


def _numbers(file: Path) -> dict[str, float]:
    """Return the lines ``Name: 12 kB`` of a file, in MB."""
    lines = (line.split() for line in file.read_text("ascii").splitlines())
    return {line[0].rstrip(":"): int(line[1]) * 1024 / 1e6 for line in lines if line[-1:] == ["kB"]}


def measure(url: str, pid: int, pages: tuple[str, ...], readers: int, at_once: int) -> float:
    """Let readers come and go and print the memory after each hundred.

    Returns the MB that the second half has added.
    """
    print(Memory.of(pid).line("started"), flush=True)
    asyncio.run(all_read(url, [(page, number) for page in pages for number in (0, 1)], at_once))
    print(Memory.of(pid).line("every page once, in each language"), flush=True)
    found: list[tuple[int, Memory]] = []
    for first in range(0, readers, HUNDRED):
        numbers = range(first, min(first + HUNDRED, readers))
        crowd = [
            (pages[number % len(pages)], number // len(pages) % DIFFERENT) for number in numbers
        ]
        asyncio.run(all_read(url, crowd, at_once))
        found.append((numbers[-1] + 1, Memory.of(pid)))
        print(found[-1][1].line(f"after {found[-1][0]} readers"), flush=True)
    half = [(count, now.rss) for count, now in found if count >= readers / 2]
    if len(half) < 2:
        return 0.0
    slope = statistics.linear_regression(*zip(*half, strict=True)).slope
    grown = half[-1][1] - half[0][1]
    print(f"the second half adds {grown:+.1f} MB, by the slope {1000 * slope:+.1f} kB a reader")
    return grown


async def lecture(url: str, pid: int, readers: int) -> None:
    """Let readers open a convolution, each another one, and stay; print the memory meanwhile."""
    async with AsyncExitStack() as there:
        for number in range(readers):
            address = f"{url}/convolution?conv_input=random&conv_seed={number}"
            visitor = await there.enter_async_context(Visitor(address))
            await visitor.run()
        print(Memory.of(pid).line(f"{readers} who have a lesson open"), flush=True)


def main() -> None:
    """Measure one process; the exit status is 1 where it grows and should not."""
    parser = argparse.ArgumentParser(description="Measure what many readers leave in memory.")
    parser.add_argument("--readers", type=int, default=1000)
    parser.add_argument("--at-once", type=int, default=4, help="how many are there together")
    parser.add_argument("--page", choices=(*LESSONS, "alexnet"), help="all pages but AlexNet's")
    parser.add_argument("--lecture", type=int, default=0, help="who stay, instead of those")
    parser.add_argument("--kept", action="store_true", help="remember who left, as served")
    given = parser.parse_args()
    pages = (given.page,) if given.page else LESSONS
    forgetful = () if given.kept else ("--server.disconnectedSessionTTL=0",)
    print(HEAD)
    with one_process(*forgetful) as (url, pids):
        readers = 0 if given.lecture else given.readers
        grown = measure(url, pids[0], pages, readers, given.at_once)
        if given.lecture:
            asyncio.run(lecture(url, pids[0], given.lecture))
        if given.kept:
            time.sleep(REMEMBERED + 5)
            print(Memory.of(pids[0]).line("all of them forgotten"), flush=True)
        else:
            sys.exit(grown > FLAT)


if __name__ == "__main__":
    main()
