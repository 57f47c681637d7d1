"""How long a class waits that asks AlexNet at the same moment, each with a photo of its own.

    python -m benchmarks.photos                              twenty, in one process
    python -m benchmarks.photos --at http://localhost:8501   a server that runs already

Each opens /alexnet with another shipped photo; where there are more readers than photos, some ask
for the same one. Counted is the time from the question to the last message of the whole page, in a
process that has the network but has answered none of these photos. A browser's own work, which is
done on each reader's machine, is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Sequence
from contextlib import nullcontext

from benchmarks.crowd import Measured, Meter
from benchmarks.load import one_process
from deploy.visit import VisitError, Visitor
from visualizer.material.photos import photo_names

_WARM = "goldfish"  # the photo that the page opens with: asked before the others


async def _ask(url: str, photo: str) -> float:
    started = time.perf_counter()
    async with Visitor(f"{url}/alexnet?alex_photo={photo}") as visitor:
        answer = await visitor.run()
        if not answer.holds("imgs"):
            raise VisitError("no picture came")
    return time.perf_counter() - started


async def _class(url: str, readers: int, pids: Sequence[int]) -> None:
    await _ask(url, _WARM)
    photos = [name for name in photo_names() if name != _WARM]
    asked = [photos[number % len(photos)] for number in range(readers)]
    with Meter(pids) as meter:
        waits = await asyncio.gather(*(_ask(url, photo) for photo in asked))
    cost = None if meter.server is None else meter.server * meter.passed / readers
    found = Measured(tuple(waits), 0, meter.own, meter.server, cost)
    print(f"{readers} ask at once, {len(set(asked))} different photos", flush=True)
    print("   ", found.line())


def main() -> None:
    """Measure one server."""
    parser = argparse.ArgumentParser(description="Measure a class that asks AlexNet at once.")
    parser.add_argument("--at", default="", help="the address of a server that runs already")
    parser.add_argument("--readers", type=int, default=20)
    given = parser.parse_args()
    with nullcontext((given.at.rstrip("/"), [])) if given.at else one_process() as (url, pids):
        asyncio.run(_class(url, given.readers, pids))


if __name__ == "__main__":
    main()
