"""What a page costs: the server's processor time, and the time until a picture is painted.

    python -m benchmarks.pages
    python -m benchmarks.pages ../old-checkout     and how that one does

The convolution lesson and the floor (``benchmarks/floor.py``) take turns in one browser, so that a
busy machine slows all. Processor time is read from /proc, so this needs Linux.
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import FLAGS, executable
from tests.browser.server import ROOT, Server

ROUNDS = 5
CHANGES = 6  # in every round
MEASURED = ("opening", "files", "change", "painted", "cold", "warm")
WINDOW = {"width": 1400, "height": 1000}
# When the picture was first seen, in ms since the page was asked for.
_WATCH = """() => {
  const look = () => {
    const gd = document.querySelector('[class*=_stage] .js-plotly-plot');
    if (gd?._fullLayout && gd.calcdata?.length) window.seen ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
_CHANGE = """async ([control, key]) => {
  const chart = () => document.querySelector(`.st-key-${key} .js-plotly-plot`);
  const before = chart().layout.meta.id;
  const start = performance.now();
  document.querySelector(`.st-key-${control} [data-testid=stNumberInputStepUp]`).click();
  for (;;) {
    await new Promise(requestAnimationFrame);
    const gd = chart();
    if (gd?.calcdata?.length && gd.layout?.meta?.id && gd.layout.meta.id !== before) break;
    if (performance.now() - start > 30000) throw new Error('no new picture');
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
_RESTS = """() => document.querySelector('[data-testid=stApp]')
  ?.getAttribute('data-test-script-state') === 'notRunning'"""


@dataclass(frozen=True)
class Side:
    """One of those that are compared: its server, a page, the control and the chart's key."""

    name: str
    server: Server
    page: str
    control: str
    key: str
    opening: list[float] = field(default_factory=list)  # ms of the server's processor time
    files: list[float] = field(default_factory=list)  # the same, and Streamlit's own files sent
    change: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)  # ms on the clock
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"{self.server.url}/{self.page}"


@contextmanager
def sides(size: int, before: Path | None = None) -> Iterator[list[Side]]:
    """Serve the lesson at ``size`` × ``size``, the floor, and the lesson of an earlier state."""
    query = f"convolution?conv_input=random&conv_size={size}&lang=en"
    with ExitStack() as served:
        floor = served.enter_context(Server(ROOT / "benchmarks", "floor.py", ()))
        found = [
            Side("lesson", served.enter_context(Server()), query, "conv_seed", "conv_stage"),
            Side("floor", floor, "", "seed", "floor_stage"),
        ]
        if before:
            # As its users start it.
            old = served.enter_context(Server(before, options=()))
            found.append(Side("before", old, query, "conv_seed", "conv_stage"))
        yield found


def processor_time(server: Server) -> float:
    """Return the ms of processor time that a server has used so far."""
    stat = Path(f"/proc/{server.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return 1000 * (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def opened(context: BrowserContext, side: Side) -> Page:
    """Open a side's page and wait until it rests."""
    page = context.new_page()
    page.add_init_script(f"({_WATCH})()")
    page.goto(side.address)
    page.wait_for_function("window.seen")
    page.wait_for_function(_RESTS)
    page.wait_for_timeout(400)
    return page


def one_round(browser: Browser, side: Side) -> None:
    """Open the page with an empty cache, change it some times, and open it again."""
    context = browser.new_context(viewport=WINDOW)  # type: ignore[arg-type]
    before = processor_time(side.server)
    page = opened(context, side)
    side.cold.append(page.evaluate("window.seen"))
    side.files.append(processor_time(side.server) - before)
    before = processor_time(side.server)
    for _ in range(CHANGES):
        side.painted.append(page.evaluate(_CHANGE, [side.control, side.key]))
        page.wait_for_function(_RESTS)
        page.wait_for_timeout(300)
    side.change.append((processor_time(side.server) - before) / CHANGES)
    page.close()
    before = processor_time(side.server)
    side.warm.append(opened(context, side).evaluate("window.seen"))
    side.opening.append(processor_time(side.server) - before)
    context.close()


def measure(browser: Browser, size: int, before: Path | None = None) -> list[Side]:
    """Let all take turns; the first turn of each, in a fresh process, is kept apart."""
    with sides(size, before) as found:
        for side in found:
            one_round(browser, side)
            print(
                f"  {side.name}, first visit of a fresh process: {processor_time(side.server):.0f}"
                " ms of processor time since its start",
                flush=True,
            )
            for name in MEASURED:
                getattr(side, name).clear()
        for _ in range(ROUNDS):
            for side in found:
                one_round(browser, side)
    return found


def lesson_to_lesson(browser: Browser) -> float:
    """Return the median ms from a click in the navigation to the other lesson's picture."""
    taken: list[float] = []
    with Server() as server:
        page = browser.new_page(viewport=WINDOW)  # type: ignore[arg-type]
        page.goto(f"{server.url}/convolution?lang=en")
        for turn in range(9):
            goal, key = (("Pooling", "pool"), ("Convolution", "conv"))[turn % 2]
            page.wait_for_function(_RESTS)
            page.wait_for_timeout(400)
            taken.append(
                page.evaluate(
                    """async ([goal, key]) => {
          const links = [...document.querySelectorAll('[data-testid=stTopNavLink]')];
          const start = performance.now();
          links.find((link) => link.textContent.includes(goal)).click();
          const chart = () => document.querySelector(`.st-key-${key}_stage .js-plotly-plot`);
          while (!chart()?.calcdata?.length) await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          return performance.now() - start;
        }""",
                    [goal, key],
                )
            )
        page.close()
    return statistics.median(taken[1:])


def main(before: Path | None = None) -> None:
    """Print every figure beside the floor's, and beside those of an earlier state."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for size in (8, 32):
            print(f"convolution {size}×{size}, median (ms): lesson, floor, before; to the floor")
            found = measure(browser, size, before)
            for name in MEASURED:
                ours, plain, *old = (statistics.median(getattr(side, name)) for side in found)
                written = "".join(f" {value:>7.0f}" for value in (ours, plain, *old))
                print(f"  {name:<8}{written} {ours / plain:>6.2f}", flush=True)
        print(f"lesson to lesson: {lesson_to_lesson(browser):.0f} ms")
        browser.close()


if __name__ == "__main__":
    main(*(Path(folder) for folder in sys.argv[1:2]))
