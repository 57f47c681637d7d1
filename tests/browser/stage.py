"""What a test reads off a stage and does to it, through the page alone."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page

_READ = """(prefix) => {
  const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
  const traces = {};
  for (const trace of gd.data) {
    const { x, y, text } = trace;
    traces[trace.name] = { x: Array.from(x), y: Array.from(y), text };
  }
  return traces;
}"""
_TAKEN = """(prefix) => {
  const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
  return Boolean(gd?.data?.[0]?.player && gd.data[0].player === gd.layout.meta.id);
}"""
# Drawn for the box it stands in: nothing is going to move any more.
_AT_REST = """(prefix) => {
  const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
  if (!gd?._fullLayout) return false;
  const { width, height } = gd._fullLayout;
  const box = gd.parentElement;
  return width === box.clientWidth && height === box.clientHeight
    && gd.data[0].fit === gd.layout.meta.fit;
}"""
_PLACE = """([prefix, role, x, y]) => {
  const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
  const suffix = gd.data.find((trace) => trace.name === `numbers:${role}`).xaxis.slice(1);
  const across = gd._fullLayout[`xaxis${suffix}`], down = gd._fullLayout[`yaxis${suffix}`];
  const box = gd.getBoundingClientRect();
  return [box.left + across._offset + across.d2p(x), box.top + down._offset + down.d2p(y)];
}"""


class Stage:
    """One lesson's stage and player on a page."""

    def __init__(self, page: Page, prefix: str, *, charted: bool = True) -> None:
        """Wait for the player and, where the stage is not folded away, for its chart."""
        self.page = page
        self.prefix = prefix
        if charted:
            page.wait_for_function(_TAKEN, arg=prefix)
        else:
            self.find(".formula *").first.wait_for()

    def control(self, what: str) -> Locator:
        """Return a button of the player: first, back, play, next, last."""
        return self.page.locator(f".st-key-{self.prefix}_player [data-do={what}]")

    def find(self, selector: str) -> Locator:
        return self.page.locator(f".st-key-{self.prefix}_player {selector}")

    def traces(self) -> dict[str, dict[str, Any]]:
        """Return every trace as it is drawn now."""
        found: dict[str, dict[str, Any]] = self.page.evaluate(_READ, self.prefix)
        return found

    def on_step(self, step: int, steps: int) -> Stage:
        """Wait until the player stands on ``step`` of ``steps`` (from 1)."""
        count = f".st-key-{self.prefix}_player .count"
        exactly = re.compile(rf"(?<!\d){step} / {steps}(?!\d)")
        self.page.locator(count).filter(has_text=exactly).wait_for()
        return self

    def marked(self, role: str = "output") -> tuple[float, float]:
        """Return (row, column), from 1, of the marked output cell."""
        mark = self.traces()[f"mark:{role}"]
        return min(mark["y"]) + 0.5, min(mark["x"]) + 0.5

    def wait_marked(self, row: int, col: int, role: str = "output") -> None:
        """Wait until that output cell is marked: a glide takes a moment."""
        self.page.wait_for_function(
            """([prefix, name, row, col]) => {
              const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
              const mark = gd?.data?.find((trace) => trace.name === name);
              return mark && Math.min(...mark.x) === col - 0.5 && Math.min(...mark.y) === row - 0.5;
            }""",
            arg=[self.prefix, f"mark:{role}", row, col],
        )

    def point(self, role: str, row: float, col: float) -> None:
        """Move the pointer onto a cell (from 1)."""
        self.page.wait_for_function(_AT_REST, arg=self.prefix)
        x, y = self.page.evaluate(_PLACE, [self.prefix, role, col, row])
        self.page.mouse.move(x, y, steps=3)

    def click(self, role: str, row: float, col: float) -> None:
        self.point(role, row, col)
        self.find(".readout:not(.hint)").wait_for()
        self.page.mouse.down()
        self.page.mouse.up()

    def tap(self, role: str, row: float, col: float) -> None:
        """Tap a cell (from 1) with a finger, where the player below covers nothing."""
        self.page.wait_for_function(_AT_REST, arg=self.prefix)
        place = [self.prefix, role, col, row]
        # Into the middle: on a phone the player covers the bottom of the window.
        main = self.page.get_by_test_id("stMain")
        y = self.page.evaluate(_PLACE, place)[1]
        main.evaluate("(main, y) => main.scrollBy(0, y - innerHeight / 2)", y)
        x, y = self.page.evaluate(_PLACE, place)
        self.page.touchscreen.tap(x, y)

    def wait_lit(self, role: str, cells: int) -> None:
        """Wait until that many cells of a role are outlined."""
        self.page.wait_for_function(
            """([prefix, name, cells]) => {
              const gd = document.querySelector(`.st-key-${prefix}_stage .js-plotly-plot`);
              const x = gd?.data?.find((trace) => trace.name === name)?.x;
              if (!x) return false;
              const drawn = x[0] === null ? 0 : (x.length + 1) / 6;
              return drawn === cells;
            }""",
            arg=[self.prefix, f"light:{role}", cells],
        )
