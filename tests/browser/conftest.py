"""Fixtures of the browser tests: a server, a fresh server, Chromium, and tabs that are listened to.

    def test_something(server, tab):
        page = tab()                                     # or tab(locale="ko-KR", viewport=..., ...)
        visit(page, f"{server.url}/convolution?conv_size=7")

When the test ends, every error in a tab's console, every script that failed, and every request to
another host fail it; ``@pytest.mark.console_errors`` allows the first two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.browser.chromium import FLAGS, executable
from tests.browser.server import Server

Tab = Callable[..., Page]
HERE = ("localhost", "127.0.0.1", "")


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


@pytest.fixture
def tab(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """Open tabs, each in a context of its own; see this module's first lines."""
    problems: list[str] = []
    strangers: list[str] = []
    contexts = []

    def heard(message: ConsoleMessage) -> None:
        # On a page other than home Streamlit first looks for its server one folder too deep.
        if message.type == "error" and "/_stcore/" not in message.location.get("url", ""):
            problems.append(message.text)

    def asked(asking: Request) -> None:
        if (urlparse(asking.url).hostname or "") not in HERE:
            strangers.append(asking.url)

    def open_tab(**options: object) -> Page:
        context = chromium.new_context(
            **{"locale": "en-US", "viewport": {"width": 1400, "height": 1000}, **options}  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", asked)
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert not strangers, f"the app asked other hosts: {strangers}"
    if request.node.get_closest_marker("console_errors") is None:
        assert not problems, f"errors in the browser's console: {problems}"
