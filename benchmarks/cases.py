"""What is measured: the examples, the windows they are looked at in, and a machine that is busy."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

WINDOWS = {"desk": (1400, 1000), "phone": (390, 844)}


@dataclass(frozen=True)
class Case:
    """One example: its name, its address below the server's, the lesson's prefix.

    drawing: the keys of the charts that move, on a desk and on a phone.
    """

    name: str
    address: str
    prefix: str
    drawing: tuple[str, str]


def _convolution(name: str, query: str) -> Case:
    return Case(name, f"convolution?{query}", "conv", ("conv_stage", "conv_stage"))


CASES = (
    *(
        _convolution(f"{size}×{size}×{channels}", f"conv_size={size}&conv_channels={channels}")
        for channels in (1, 3)
        for size in (5, 8, 16, 28, 32)
    ),
    _convolution("32×32×3, 4 filters", "conv_size=32&conv_channels=3&conv_filters=4"),
    _convolution("photo", "conv_input=photo&conv_size=32"),
    Case("pooling 32×32", "pooling?pool_size=32", "pool", ("pool_stage", "pool_stage")),
    Case(
        "dense",
        "dense?dense_map=random&dense_outputs=6",
        "dense",
        ("dense_net", "dense_net_narrow"),
    ),
)


def ready(page: Page, address: str, prefix: str, drawing: str = "") -> None:
    """Open a lesson and wait until its player has found the stage, and ``drawing`` is drawn."""
    page.goto(address)
    page.wait_for_function(
        """([prefix, drawing]) => {
          const of = (key) => document.querySelector(`.st-key-${key} .js-plotly-plot`);
          const [first] = of(drawing || `${prefix}_stage`)?.data ?? [];
          return (first?.player || first?.linked !== undefined)
            && document.querySelector(`.st-key-${prefix}_player`)
            && document.querySelector('[data-test-script-state=notRunning]');
        }""",
        arg=[prefix, drawing],
        timeout=60_000,
    )
    page.wait_for_timeout(1500)


def opened(browser: Browser, server: str, case: Case, window: str) -> Page:
    """Return a page with the case, in one of the windows."""
    width, height = WINDOWS[window]
    page = browser.new_page(viewport={"width": width, "height": height})
    ready(page, f"{server}/{case.address}", case.prefix, drawing_of(case, window))
    return page


def drawing_of(case: Case, window: str) -> str:
    """Return the key of the chart that moves in a window."""
    return case.drawing[list(WINDOWS).index(window)]


def _spin() -> None:
    while True:
        pass


@contextmanager
def busy_core(wanted: bool = True) -> Iterator[None]:
    """Keep one core busy inside the block, if it is wanted."""
    if not wanted:
        yield
        return
    process = multiprocessing.get_context("spawn").Process(target=_spin, daemon=True)
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join()
