"""How long readers of other pages wait while others train, and whether each training goes on.

    python -m benchmarks.learners                              ten train, ten change a setting
    python -m benchmarks.learners --at http://localhost:8501   a server that runs already

Learners open /training, press "train" and ask for what is new as the page in a browser does: as
soon as an answer has come, and no sooner than that one said. Readers have the convolution open and
change its seed now and then. The readers' waits are measured twice, without the learners and with
them. A browser's own work, which is done on each visitor's machine, is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Final

from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.crowd import Crowd, changing, open_page
from benchmarks.load import one_process
from deploy.visit import Answer, VisitError, Visitor

# Long enough to train through the whole measurement.
ADDRESS: Final = "/training?train_epochs=200"


@dataclass
class Learner:
    """One who trains. ``answers``: how many came; ``steps``, ``trainings``: what they told of."""

    answers: int = 0
    steps: int = 0
    trainings: int = 1

    async def learn(self, url: str, until: float) -> None:
        """Train until a moment of ``time.perf_counter``; begin again when a training has ended."""
        async with Visitor(url + ADDRESS) as visitor:
            page = await visitor.run()
            fragment = _element(page, "train_board").delta.fragment_id
            asking = f"$$STREAMLIT_INTERNAL_KEY_{_board(page).id}__events"
            await _press_main(visitor, fragment, page)
            known: dict[str, object] = {"id": "", "look": "", "have": [[0, 0]]}
            while time.perf_counter() < until:
                asked = time.perf_counter()
                events = json.dumps([{"event": "ask", "value": known}])
                answer = await visitor.press(fragment, id=asking, json_trigger_value=events)
                known, running, least = self._take(json.loads(_board(answer).json))
                if not running:
                    self.trainings += 1
                    await _press_main(visitor, fragment, answer)
                await asyncio.sleep(max(0.0, least - (time.perf_counter() - asked)))

    def _take(self, data: dict[str, Any]) -> tuple[dict[str, object], bool, float]:
        """Take an answer; returns what one has now, if it goes on, and when to ask again, s."""
        self.answers += 1
        (run,) = json.loads(data["nested"])["runs"]
        self.steps = max(self.steps, run["step"])
        points, epochs = run["from"]
        have = [points + len(run["points"]), epochs + len(run["epochs"])]
        return (
            {"id": data["id"], "look": data["look"], "have": [have]},
            data["live"],
            data["least"] / 1000,
        )


async def _press_main(visitor: Visitor, fragment: str, page: Answer) -> None:
    button = _element(page, "train_main").delta.new_element.button
    await visitor.press(fragment, id=button.id, trigger_value=True)


def _element(page: Answer, key: str) -> ForwardMsg:
    """Return the last element of a page with this key."""
    for message in reversed(page.elements):
        element = message.delta.new_element
        for kind in ("button", "bidi_component"):
            if element.HasField(kind) and getattr(element, kind).id.endswith(key):
                return message
    raise VisitError(f"the page has no {key}")


def _board(page: Answer) -> BidiComponent:
    return _element(page, "train_board").delta.new_element.bidi_component


async def _both(url: str, learners: int, crowd: Crowd, pids: Sequence[int]) -> None:
    """Measure the readers alone, then beside the learners, and print what came out."""
    await open_page(url, 88888)  # nobody is to wait for the first imports
    print(f"{crowd.settled} readers change a setting every {crowd.every:g} s, alone", flush=True)
    print("   ", (await changing(url, crowd, pids)).line(), flush=True)
    those = [Learner() for _ in range(learners)]
    began = time.perf_counter()
    until = began + crowd.settled / 5 + 2 + crowd.lasting
    tasks = [asyncio.create_task(one.learn(url, until)) for one in those]
    print(f"the same while {learners} train", flush=True)
    print("   ", (await changing(url, crowd, pids)).line(), flush=True)
    await asyncio.gather(*tasks)
    passed = time.perf_counter() - began
    for name, values in (
        ("steps each", [one.steps for one in those]),
        ("drawings a second each", [one.answers / passed for one in those]),
    ):
        least, most = min(values), max(values)
        print(f"    {name}: {least:.1f} to {most:.1f}, median {statistics.median(values):.1f}")


def main() -> None:
    """Measure one server."""
    parser = argparse.ArgumentParser(description="Measure readers beside those who train.")
    parser.add_argument("--at", default="", help="the address of a server that runs already")
    parser.add_argument("--learners", type=int, default=10)
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--every", type=float, default=2.0, help="seconds between changes")
    parser.add_argument("--lasting", type=float, default=30.0, help="seconds")
    given = parser.parse_args()
    crowd = Crowd(0, 0.0, given.readers, given.every, given.lasting)
    with nullcontext((given.at.rstrip("/"), [])) if given.at else one_process() as (url, pids):
        asyncio.run(_both(url, given.learners, crowd, pids))


if __name__ == "__main__":
    main()
