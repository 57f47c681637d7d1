"""Painting the input on the stage: seen at once, told to the server when the hand rests, undone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.lessons.convolution import LESSON as CONVOLUTION
from visualizer.lessons.convolution.example import build as convolution
from visualizer.lessons.pooling import LESSON as POOLING
from visualizer.lessons.pooling.example import build as pooling
from visualizer.notation import number
from visualizer.words.text import text

Cell = tuple[float, float]


def begin(page: Page, prefix: str) -> Stage:
    """Open the palette of a lesson's player; return its stage."""
    stage = Stage(page, prefix)
    stage.control("paint").click()
    page.locator(".convscope-easel").wait_for(state="attached")
    return stage


def drag(stage: Stage, *cells: Cell) -> None:
    """Draw with the mouse from cell to cell (row, column, from 1) of the input."""
    stage.point("input", *cells[0])
    stage.page.mouse.down()
    for cell in cells[1:]:
        stage.point("input", *cell)
    stage.page.mouse.up()


def wait_text(stage: Stage, role: str, values: Any) -> None:
    """Wait until the numbers of a role are these."""
    stage.page.wait_for_function(
        """([prefix, name, wanted]) => document.querySelector(
          `.st-key-${prefix}_stage .js-plotly-plot`)?.data?.find(
          (trace) => trace.name === name)?.text.join(' ') === wanted""",
        arg=[stage.prefix, f"numbers:{role}", " ".join(number(float(v)) for v in values.ravel())],
    )


def test_a_stroke_changes_input_formula_and_output_and_reaches_the_address(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_input=cross&conv_bias=0&lang=en")
    stage = begin(page, "conv").on_step(1, 9)
    # What no grid may hold is not cut down in silence.
    stage.find(".palette input").fill("12345")
    stage.find(".palette").get_by_text(text("player.paint_beyond", "en"), exact=True).wait_for()
    assert stage.find(".palette input").input_value() == "999"
    stage.find(".palette [value='2']").click()
    assert stage.find(".palette [role=status]").inner_text() == ""
    drag(stage, (1, 1), (1, 3))
    grid = convolution(CONVOLUTION.parse({"conv_input": "cross"})[0]).input.copy()
    grid[0, 0, :3] = 2
    settings = CONVOLUTION.parse({"conv_bias": "0"})[0]
    wait_text(stage, "input", grid)
    stage.find(".formula").get_by_text("2·(−1)").first.wait_for()
    page.wait_for_url("**conv_input=custom**")
    settled(page)
    settings, _ = CONVOLUTION.parse(query(page))
    assert (convolution(settings).input == grid).all()
    wait_text(stage, "output", convolution(settings).trace.output)
    assert stage.control("paint").get_attribute("aria-pressed") == "true"
    page.keyboard.press("Control+z")
    grid[0, 0, :3] = convolution(CONVOLUTION.parse({"conv_input": "cross"})[0]).input[0, 0, :3]
    wait_text(stage, "input", grid)
    page.keyboard.press("Control+y")
    grid[0, 0, :3] = 2
    wait_text(stage, "input", grid)


def test_what_is_painted_while_the_server_answers_is_not_lost(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_input=cross&conv_padding=1")
    stage = begin(page, "conv")
    stage.find(".palette [value='-2']").click()
    grid = convolution(CONVOLUTION.parse({"conv_input": "cross"})[0]).input.copy()
    for place in ((1, 1), (2, 2), (4, 4), (5, 5), (5, 1)):
        # The server hears of each when the hand rests, and the next is painted meanwhile.
        drag(stage, place)
        grid[0, place[0] - 1, place[1] - 1] = -2
        page.wait_for_function(
            "() => document.querySelector('[data-testid=stApp]')"
            ".getAttribute('data-test-script-state') === 'running'"
        )
    stage.find(".palette").get_by_role("button", name="Done").click()
    page.wait_for_function(
        "(wanted) => new URLSearchParams(location.search).get('conv_data') === wanted",
        arg="~".join("_".join(f"{v:g}" for v in row) for row in grid[0]),
    )
    settled(page)
    settings, _ = CONVOLUTION.parse(query(page))
    assert (convolution(settings).input == grid).all()
    wait_text(stage, "input", convolution(settings).trace.grid)
    wait_text(stage, "output", convolution(settings).trace.output)


@pytest.mark.parametrize("kind", ["max", "avg"])
def test_pooling_is_painted_with_keys(server: Server, tab: Tab, kind: str) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_kind={kind}&pool_input=random&lang=en")
    stage = begin(page, "pool")
    stage.find(".palette input").fill("8")
    easel = page.locator(".convscope-easel")
    easel.focus()
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    grid = pooling(POOLING.parse({"pool_input": "random"})[0]).input.copy()
    grid[0, 1, 1] = 8
    wait_text(stage, "input", grid)
    page.keyboard.press("Escape")
    easel.wait_for(state="detached")
    page.wait_for_url("**pool_input=custom**")
    settled(page)
    settings, _ = POOLING.parse(query(page))
    assert (pooling(settings).input == grid).all()
    wait_text(stage, "output", pooling(settings).trace.output)


def test_a_finger_paints_and_a_photo_becomes_numbers(server: Server, tab: Tab) -> None:
    page = visit(
        tab(viewport={"width": 390, "height": 844}, has_touch=True),
        f"{server.url}/pooling?pool_input=photo&pool_size=6",
    )
    stage = Stage(page, "pool")
    before = stage.traces()["numbers:input"]["text"]
    stage.control("paint").tap()
    stage.find(".palette button[title]").first.tap()  # the eraser
    stage.tap("input", 3, 2)
    page.wait_for_function(
        """() => document.querySelector('.st-key-pool_stage .js-plotly-plot').data.find(
          (trace) => trace.name === 'numbers:input').text[13] === '0'"""
    )
    page.wait_for_url("**pool_input=custom**")
    settled(page)
    after = stage.traces()["numbers:input"]["text"]
    assert [i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [13]


def test_each_step_is_said_in_words(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_bias=0&lang=ko")
    stage = Stage(page, "conv").on_step(1, 9)
    live = stage.find(".live")
    assert live.inner_text() == ""
    page.keyboard.press("ArrowRight")
    live.get_by_text("9단계 중 2단계. 1행 2열: ").wait_for()
    page.keyboard.press("End")
    live.get_by_text("9단계 중 9단계. 3행 3열: ").wait_for()
