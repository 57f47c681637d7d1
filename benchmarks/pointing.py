"""How soon a picture follows the pointer, beside a bare canvas and another version of itself.

``python -m benchmarks.pointing [--busy] [--before URL] [--turns 3] [--only NAME] [--window desk]``.
The pointer goes from cell to cell of the output; in the dense lesson, from output to output. A move
counts until the frame after the one that shows another picture begins: then it is painted. In
parentheses: how many of these ms the page was at work, from the event to the end of its frame.
"""

from __future__ import annotations

import statistics
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.asked import run
from benchmarks.canvas import canvas_page, canvas_spec, picture
from benchmarks.cases import CASES, WINDOWS, Case, busy_core, drawing_of, opened
from benchmarks.scripts import POINT

POINTS = 12
_PLACES = """([key, name]) => {
  const gd = document.querySelector(`.st-key-${key} .js-plotly-plot`);
  gd.scrollIntoView();
  const trace = gd.data.find((one) => one.name === name);
  const axis = (id) => gd._fullLayout[id.replace(/^./, '$&axis')];
  const [across, down] = [axis(trace.xaxis), axis(trace.yaxis)];
  const first = gd.getBoundingClientRect().top + down._offset + down.d2p(trace.y[0]);
  document.querySelector('[data-testid=stMain]').scrollBy(0, first - innerHeight / 2);
  const box = gd.getBoundingClientRect();
  return { left: box.left, top: box.top, places: Array.from(trace.x, (x, i) =>
    [across._offset + across.d2p(x), down._offset + down.d2p(trace.y[i])])
    .filter(([x, y]) => box.top + y > 80 && box.top + y < innerHeight - 80 && box.left + x > 4) };
}"""
_SCROLL = "(y) => { scrollTo(0, y - innerHeight / 2); return -scrollY; }"
_FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))"""

Place = tuple[float, float]
Times = tuple[float, float]


def places(page: Page, case: Case, window: str) -> tuple[Place, list[Place]]:
    """Return where the chart is in the window, and places in it to point at, spread over all."""
    key = drawing_of(case, window)
    name = "outputs" if case.prefix == "dense" else "numbers:output"
    read = page.evaluate(_PLACES, [key, name])
    found = [tuple(place) for place in read["places"]]
    # Not the first: its step is shown already.
    some = [found[1 + i * (len(found) - 1) // POINTS] for i in range(POINTS)]
    return (read["left"], read["top"]), list(dict.fromkeys(some))


def recorded(page: Page, case: Case, window: str) -> dict[str, Any]:
    """Return the canvas's pictures of every place."""
    corner, some = places(page, case, window)
    pictures = [picture(page, drawing_of(case, window))]
    for place in some:
        page.mouse.move(corner[0] + place[0], corner[1] + place[1])
        page.evaluate(_FRAMES)
        pictures.append(picture(page, drawing_of(case, window)))
    page.mouse.move(2, 2)
    nowhere = (-1e4, -1e4)  # shows the picture that nothing is pointed at in
    return canvas_spec(pictures, [nowhere, *some], near=9)


def turn(page: Page, corner: Place, some: Sequence[Place], key: str | None) -> list[Times]:
    """Point at every place; returns for each the ms until its picture was painted, and of work."""
    page.bring_to_front()
    measured = []
    for place in some:
        page.evaluate(POINT, key)
        page.mouse.move(corner[0] + place[0], corner[1] + place[1])
        painted, work = page.evaluate("() => window.painted")
        measured.append((painted, work))
    return measured


def measure(
    browser: Browser, servers: dict[str, str], case: Case, window: str, turns: int, busy: bool
) -> list[dict[str, Times]]:
    """Point at a case on every server, and on the canvas, in turns; returns medians in ms.

    If wanted, once more while one core is busy.
    """
    pages = {name: opened(browser, url, case, window) for name, url in servers.items()}
    spec = recorded(pages["ours"], case, window)
    pages["canvas"] = canvas_page(browser, spec, WINDOWS[window])
    key = drawing_of(case, window)
    sides: dict[str, tuple[Place, list[Place], str | None]] = {
        name: (*places(page, case, window), key) for name, page in pages.items() if name != "canvas"
    }
    some = sides["ours"][1]
    above = pages["canvas"].evaluate(_SCROLL, statistics.mean(y for _, y in some))
    sides["canvas"] = ((0.0, above), some, None)
    for name, side in sides.items():
        turn(pages[name], *side)  # warm
    results = []
    for spinning in (False, True) if busy else (False,):
        taken: dict[str, list[Times]] = {name: [] for name in sides}
        with busy_core(spinning):
            for _ in range(turns):
                for name, side in sides.items():
                    taken[name] += turn(pages[name], *side)
        results.append({name: _medians(values) for name, values in taken.items()})
    for page in pages.values():
        page.close()
    return results


def _medians(values: Sequence[Times]) -> Times:
    return statistics.median(t for t, _ in values), statistics.median(t for _, t in values)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the median ms from a move to its picture (and of work), of every case and window."""
    run(_run, __doc__, arguments)


def _run(browser: Browser, asked: Namespace, server: str) -> None:
    servers = {"ours": server, **({"before": asked.before} if asked.before else {})}
    names = ["example", "window", *(["before"] if asked.before else []), "ours", "canvas", "ratio"]
    print(f"| {' | '.join(names)} |\n|{'---|' * len(names)}", flush=True)
    for window in asked.window or WINDOWS:
        for case in (case for case in CASES if asked.only in case.name):
            for busy, times in enumerate(
                measure(browser, servers, case, window, asked.turns, asked.busy)
            ):
                shown = {name: f"{t:.1f} ({work:.1f})" for name, (t, work) in times.items()}
                was = [shown["before"]] if asked.before else []
                ratio = f"{times['ours'][0] / times['canvas'][0]:.2f}"
                where = window + (", busy" if busy else "")
                cells = [case.name, where, *was, shown["ours"], shown["canvas"], ratio]
                print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
