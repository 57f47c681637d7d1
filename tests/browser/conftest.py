"""Fixtures of the browser tests: a server, a fresh server, Chromium, and tabs that are listened to.

    def test_something(server, tab):
        page = tab()                              # or tab(locale="ko-KR", viewport=..., fresh=True)
        visit(page, f"{server.url}/convolution?conv_size=7")

A test's first tab is the one that the tests before it used, emptied: a browser that has compiled
the app's scripts once opens a page in half the time. ``fresh=True`` is for a test that needs a
browser which has seen nothing, or changes its tab for good (a script of its own, a clock).

When the test ends, every error in a tab's console, every script that failed, and every request to
another host fail it; ``@pytest.mark.console_errors`` allows the first two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.chromium import FLAGS, executable
from tests.browser.server import Server

Tab = Callable[..., Page]
HERE = ("localhost", "127.0.0.1", "")
SIZE: ViewportSize = {"width": 1400, "height": 1000}
BLANK = "about:blank"
# While a page loads, Streamlit lets grey bars pulse. Where no graphics card draws, the processor
# draws each frame of it: 1.95 s of its time for a page became 1.41 without (20 pages, in turns).
CALM_LOADING = """{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "[data-testid=stSkeleton], [data-testid=stSkeleton] * { animation: none !important }");
  document.adoptedStyleSheets.push(sheet);
}"""
PATIENCE = 120_000  # ms until what does not come counts as missing, on a busy machine too
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server of the app for all tests of this worker."""
    with Server() as running:
        yield running


@pytest.fixture
def cold_server() -> Iterator[Server]:
    """A server nobody has asked anything yet."""
    with Server() as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium for all tests of this worker."""
    path = executable()
    assert path, "There is no Chromium; `make test` gets one, or name one in CHROMIUM."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


class Ears:
    """What the tabs of one test said: errors of their consoles, and hosts that they asked."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.strangers: list[str] = []

    def console(self, message: ConsoleMessage) -> None:
        # On a page other than home Streamlit first looks for its server one folder too deep.
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            self.problems.append(message.text)

    def pageerror(self, error: Exception) -> None:
        self.problems.append(str(error))

    def request(self, asking: Request) -> None:
        if (urlparse(asking.url).hostname or "") not in HERE:
            self.strangers.append(asking.url)


@pytest.fixture(scope="session")
def used(chromium: Browser) -> dict[str, Page]:
    """The tabs that tests hand on to one another, by language."""
    return {}


@pytest.fixture
def tab(chromium: Browser, used: dict[str, Page], request: pytest.FixtureRequest) -> Iterator[Tab]:
    """Open tabs: the first is a used one, others are new; see this module's first lines."""
    ears = Ears()
    opened: list[Page] = []

    def own(options: dict[str, Any]) -> Page:
        context = chromium.new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(CALM_LOADING)
        return context.new_page()

    def open_tab(*, fresh: bool = False, locale: str = "en-US", **options: Any) -> Page:
        wanted = {"viewport": SIZE, **options}
        # Only what a page can take on later can be had in a used tab; touch, for one, cannot.
        other = wanted.keys() - {"viewport", "color_scheme", "reduced_motion"}
        if fresh or other or used.get(locale) in opened:
            page = own({"locale": locale, **wanted})
        else:
            page = used.get(locale) or used.setdefault(locale, own({"locale": locale}))
            page.set_viewport_size(wanted.pop("viewport"))
            page.emulate_media(**wanted)
        opened.append(page)
        page.on("console", ears.console)
        page.on("pageerror", ears.pageerror)
        page.on("request", ears.request)
        return page

    yield open_tab
    for page in opened:
        if page in used.values():
            _empty(page, ears)
        else:
            page.context.close()
    assert not ears.strangers, f"the app asked other hosts: {ears.strangers}"
    if request.node.get_closest_marker("console_errors") is None:
        assert not ears.problems, f"errors in the browser's console: {ears.problems}"


def _empty(page: Page, ears: Ears) -> None:
    """Leave the app, and what it and the test left in the tab."""
    page.mouse.move(0, 0)
    if not page.url.startswith(BLANK):
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.goto(BLANK)
    page.context.clear_cookies()
    page.emulate_media(color_scheme="null", reduced_motion="null")
    page.remove_listener("console", ears.console)
    page.remove_listener("pageerror", ears.pageerror)
    page.remove_listener("request", ears.request)
