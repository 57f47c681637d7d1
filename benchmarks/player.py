"""How fast the player moves, compared with the usual way, measured in the same browser."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser

from benchmarks.cases import ready
from benchmarks.playing import go
from benchmarks.scripts import PLAY
from benchmarks.usual_way import usual_page
from visualizer.engine import trace_conv2d

SECONDS = 4
_USUAL = """async ([frames, seconds]) => {
  const gd = document.getElementById('usual');
  const frame = { duration: 0, redraw: true };
  const options = { mode: 'immediate', frame, transition: { duration: 0 } };
  const intervals = [];
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < seconds * 1000) {
    const before = performance.now();
    await Plotly.animate(gd, [String(count % frames)], options);
    await new Promise(requestAnimationFrame);
    intervals.push(performance.now() - before);
    count += 1;
  }
  return { steps: count / ((performance.now() - start) / 1000), intervals };
}"""


def play(browser: Browser, address: str, prefix: str = "conv") -> tuple[float, float]:
    """Play a lesson at top speed; returns steps per second and the median frame time in ms."""
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    ready(page, address, prefix)
    steps = go(page, prefix, 0)
    measured = page.evaluate(PLAY, [prefix, steps, SECONDS])
    page.close()
    return measured["steps"], statistics.median(measured["frames"])


def play_usual(browser: Browser, size: int) -> tuple[float, float]:
    """Play an example of ``size`` × ``size`` the usual way; returns the same as `play`."""
    rng = np.random.default_rng(12)
    trace = trace_conv2d(rng.integers(0, 6, (1, size, size)), rng.integers(-2, 3, (1, 1, 3, 3)))
    frames = min(trace.steps, 36)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "usual.html"
        file.write_text(usual_page(trace, frames), "utf-8")
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        page.goto(file.as_uri())
        page.wait_for_function("() => document.getElementById('usual')?._transitionData?._frames")
        measured = page.evaluate(_USUAL, [frames, SECONDS])
        page.close()
    return measured["steps"], statistics.median(measured["intervals"])
