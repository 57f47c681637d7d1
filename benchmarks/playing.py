"""How fast the player plays beside a bare canvas, and beside another version of itself.

``python -m benchmarks.playing [--busy] [--before URL] [--turns 3] [--only NAME] [--window desk]``.
All sides take turns on the same machine; the medians of their turns are told.
"""

from __future__ import annotations

import statistics
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.asked import run
from benchmarks.canvas import canvas_page, canvas_spec, picture
from benchmarks.cases import CASES, WINDOWS, Case, busy_core, drawing_of, opened
from benchmarks.processor import browser_ms
from benchmarks.scripts import PLAY

SECONDS = 1.5
MOST_STEPS = 90  # that a turn at 60 frames a second gets to
_STEPS = """([prefix, to]) => {
  const host = document.querySelector(`.st-key-${prefix}_player`);
  const root = [host, ...host.querySelectorAll("*")].map((node) => node.shadowRoot)
    .find((shadow) => shadow?.querySelector(".player"));
  const scrub = root.querySelector(".scrub");
  scrub.value = String(to);
  scrub.dispatchEvent(new Event("input"));
  return Number(scrub.max) + 1;
}"""


@dataclass(frozen=True)
class Speed:
    """Steps a second, the 95th percentile of a frame's time, and what a step costs; medians.

    frame: ms. work: ms of all the browser's processes. Others slow ``steps`` and ``frame`` on a
    machine that they share; ``work`` hardly.
    """

    steps: float
    frame: float
    work: float


@dataclass(frozen=True)
class Result:
    """One case in one window, played by each side, perhaps while one core is busy."""

    case: Case
    window: str
    busy: bool
    sides: dict[str, Speed]


def go(page: Page, prefix: str, step: int) -> int:
    """Show a step; returns how many there are."""
    steps: int = page.evaluate(_STEPS, [prefix, step])
    page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
    return steps


def recorded(page: Page, case: Case, window: str) -> tuple[int, dict[str, Any]]:
    """Return how many steps are played, and the canvas's pictures of them."""
    key = drawing_of(case, window)
    steps = min(go(page, case.prefix, 0), MOST_STEPS)
    pictures = []
    for step in range(steps):
        go(page, case.prefix, step)
        pictures.append(picture(page, key))
    return steps, canvas_spec(pictures)


def turn(page: Page, prefix: str | None, steps: int) -> Speed:
    """Play once."""
    page.bring_to_front()
    before = browser_ms()
    measured = page.evaluate(PLAY, [prefix, steps, SECONDS])
    work = (browser_ms() - before) / (measured["steps"] * SECONDS)
    return Speed(measured["steps"], statistics.quantiles(measured["frames"], n=20)[-1], work)


def measure(
    browser: Browser, servers: dict[str, str], case: Case, window: str, turns: int, busy: bool
) -> list[Result]:
    """Play a case on every server, and on the canvas, in turns; if wanted, once more while busy."""
    pages = {name: opened(browser, url, case, window) for name, url in servers.items()}
    steps, spec = recorded(pages["ours"], case, window)
    canvas = canvas_page(browser, spec, WINDOWS[window])
    sides: dict[str, Callable[[], Speed]] = {
        name: lambda page=page: turn(page, case.prefix, steps)  # type: ignore[misc]
        for name, page in pages.items()
    }
    sides["canvas"] = lambda: turn(canvas, None, steps)
    for play in sides.values():
        play()  # warm
    results = []
    for spinning in (False, True) if busy else (False,):
        taken: dict[str, list[Speed]] = {name: [] for name in sides}
        with busy_core(spinning):
            for _ in range(turns):
                for name, play in sides.items():
                    taken[name].append(play())
        medians = {name: _median(found) for name, found in taken.items()}
        results.append(Result(case, window, spinning, medians))
    for page in [*pages.values(), canvas]:
        page.close()
    return results


def _median(found: list[Speed]) -> Speed:
    return Speed(
        statistics.median(one.steps for one in found),
        statistics.median(one.frame for one in found),
        statistics.median(one.work for one in found),
    )


def _written(speed: Speed) -> str:
    return f"{speed.steps:.1f} ({speed.frame:.0f}, {speed.work:.1f})"


def row(result: Result) -> str:
    """Write a result as a row of a Markdown table."""
    ours, canvas = result.sides["ours"], result.sides["canvas"]
    before = result.sides.get("before")
    was = [_written(before)] if before else []
    cells = [
        result.case.name,
        result.window + (", busy" if result.busy else ""),
        *was,
        _written(ours),
        _written(canvas),
        f"{ours.steps / canvas.steps:.2f}",
        f"{ours.frame / canvas.frame:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def head(before: bool) -> str:
    """Write the head of the table."""
    names = ["example", "window", *(["before"] if before else []), "ours", "canvas"]
    names = [*names, "steps, ratio", "p95, ratio"]
    return f"| {' | '.join(names)} |\n|{'---|' * len(names)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print steps a second (95th percentile of a frame in ms, work a step in ms) of every case."""
    run(_run, __doc__, arguments)


def _run(browser: Browser, asked: Namespace, server: str) -> None:
    servers = {"ours": server, **({"before": asked.before} if asked.before else {})}
    print(head(bool(asked.before)), flush=True)
    for window in asked.window or WINDOWS:
        for case in (case for case in CASES if asked.only in case.name):
            for result in measure(browser, servers, case, window, asked.turns, asked.busy):
                print(row(result), flush=True)


if __name__ == "__main__":
    main()
