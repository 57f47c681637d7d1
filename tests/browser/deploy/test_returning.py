"""The page comes back by itself: killed servers, servers started anew, a laptop that slept.

CONVSCOPE_TIMES says how often each is tried, as `make test-deploy` does.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.conftest import Tab
from tests.browser.pages import query, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from tests.deploy.lecture import NGINX, PATIENCE, Lecture
from visualizer.words.text import text

TIMES: Final = int(os.environ.get("CONVSCOPE_TIMES", "1"))
MS: Final = 1000 * PATIENCE
EXAMPLE: Final = {"conv_size": "7", "conv_seed": "5", "conv_step": "2", "lang": "ko"}
FORGETFUL: Final = "--server.disconnectedSessionTTL=0"  # as otherwise two minutes later
LOST: Final = pytest.mark.console_errors  # the browser itself reports what it could not reach


@pytest.fixture(scope="module")
def lecture() -> Iterator[Lecture]:
    """Three processes behind nginx."""
    running = Lecture(3)
    try:
        running.wait_for("ConvScope: http")
        assert len(running.ports) == 3
        yield running
    finally:
        running.end()


def opened(page: Page, url: str) -> Stage:
    """Open the example and go on by a step with the player."""
    visit(page, f"{url}/convolution?" + "&".join(f"{n}={v}" for n, v in EXAMPLE.items()))
    stage = Stage(page, "conv")
    stage.on_step(3, 25)
    stage.control("next").click()
    stage.on_step(4, 25)
    page.wait_for_url("**conv_step=3**")
    return stage


def is_back(page: Page) -> None:
    """Wait until the page says that it is back, and check that all is as it was."""
    line = page.get_by_test_id("stToast").filter(has_text=text("shell.came_back", "ko"))
    line.wait_for(timeout=MS)
    Stage(page, "conv").on_step(4, 25)
    expect(page.get_by_role("heading", level=1, name=text("conv.title", "ko"))).to_be_visible()
    assert {**EXAMPLE, "conv_step": "3"}.items() <= query(page).items()
    line.wait_for(state="detached")


def process_of(page: Page, lecture: Lecture) -> int:
    """Return the id of the process that the page is with."""
    cookies = {each["name"]: each["value"] for each in page.context.cookies()}
    return lecture.process_at(int(cookies[lecture.cookie]))


@LOST
@pytest.mark.skipif(NGINX is None, reason="there is no nginx")
def test_a_killed_server_costs_a_reader_nothing(lecture: Lecture, tab: Tab) -> None:
    # The tests' own functions are evaluated, which the policy of `make serve` forbids to all.
    page = tab(fresh=True, bypass_csp=True)
    stage = opened(page, lecture.url)
    for time in range(TIMES):
        os.kill(process_of(page, lecture), signal.SIGKILL)
        is_back(page)
        lecture.wait_for("has ended and is started again", times=time + 1)
        lecture.wait_for("Uvicorn server started", times=3 + time + 1)
    stage.control("next").click()
    stage.on_step(5, 25)
    page.wait_for_url("**conv_step=4**")


@LOST
@pytest.mark.skipif(NGINX is None, reason="there is no nginx")
def test_processes_started_anew_one_by_one_lose_nobody(lecture: Lecture, tab: Tab) -> None:
    # The tests' own functions are evaluated, which the policy of `make serve` forbids to all.
    page = tab(fresh=True, bypass_csp=True)
    stage = opened(page, lecture.url)
    for time in range(TIMES):
        before = {lecture.process_at(number) for number in range(3)}
        lecture.process.send_signal(signal.SIGUSR1)
        is_back(page)
        lecture.wait_for("Process 3 of 3 is new", times=time + 1)
        assert before.isdisjoint(lecture.process_at(number) for number in range(3))
    stage.control("next").click()
    stage.on_step(5, 25)


@LOST
def test_a_laptop_that_slept_goes_on(tab: Tab) -> None:
    lines: list[WebSocketRoute] = []

    def through(line: WebSocketRoute) -> None:
        lines[:] = [line, line.connect_to_server()]

    with Server(options=("--server.fileWatcherType=none", FORGETFUL)) as server:
        page = tab(fresh=True)
        page.route_web_socket("**/_stcore/stream", through)
        stage = opened(page, server.url)
        for _ in range(TIMES):
            for line in lines[:]:
                line.close()
            is_back(page)
        stage.control("next").click()
        stage.on_step(5, 25)
