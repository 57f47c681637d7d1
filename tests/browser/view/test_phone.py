"""On a phone: the player in reach while the grids scroll, the stage in sight when it plays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.notation import grouped, number

PHONE = {"width": 390, "height": 844}
IN_REACH = """(prefix) => {
  const box = document.querySelector(`.st-key-${prefix}_player`).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight + 1;
}"""


def scroll(page: Page, top: int) -> None:
    """Scroll the page."""
    page.get_by_test_id("stMain").evaluate("(main, top) => main.scrollTo(0, top)", top)


def test_the_player_stays_in_reach_while_the_stage_scrolls(server: Server, tab: Tab) -> None:
    address = f"{server.url}/convolution?conv_channels=3&conv_size=12&conv_filters=3"
    page = visit(tab(viewport=PHONE, has_touch=True), address)
    stage = Stage(page, "conv")
    box = page.locator(".st-key-conv_stage").bounding_box()
    assert box
    assert box["height"] > PHONE["height"]
    for top in (0, 300, int(box["height"]) // 2):
        scroll(page, top)
        page.wait_for_function(IN_REACH, arg="conv")
    # It is the last thing that the stage's end leaves below it, and covers nothing of it.
    ends = page.evaluate(
        """() => {
          const main = document.querySelector('[data-testid=stMain]');
          main.scrollTo(0, main.scrollHeight);
          return ['stage', 'player'].map(
            (name) => document.querySelector(`.st-key-conv_${name}`).getBoundingClientRect())
            .map(({ top, bottom }) => [top, bottom]);
        }"""
    )
    assert ends[0][1] <= ends[1][0]
    stage.control("play").tap()
    # The input's top is in sight again, where the window moves.
    page.wait_for_function(
        """() => {
          const { top } = document.querySelector('.st-key-conv_stage').getBoundingClientRect();
          return top > 0 && top < innerHeight / 4;
        }"""
    )
    stage.control("play").tap()


def test_the_default_example_and_the_player_are_seen_together(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=PHONE, has_touch=True), f"{server.url}/convolution?conv_size=8")
    Stage(page, "conv")
    heights = page.evaluate(
        """() => ['stage', 'player'].map(
          (name) => document.querySelector(`.st-key-conv_${name}`).offsetHeight)"""
    )
    assert sum(heights) <= PHONE["height"] - 56


def test_the_rest_of_the_player_is_one_tap_away(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=PHONE, has_touch=True), f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    assert stage.control("last").is_hidden()
    stage.control("more").tap()
    stage.control("last").tap()
    stage.on_step(9, 9)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_thousands_of_steps_leave_the_controls_in_one_row(
    server: Server, tab: Tab, lang: str
) -> None:
    address = "convolution?conv_input=photo&conv_size=32&conv_filters=4&conv_step=2999"
    page = visit(tab(viewport=PHONE, has_touch=True), f"{server.url}/{address}&lang={lang}")
    stage = Stage(page, "conv")
    counted = grouped(f"{number(3000)} / {number(3600)}", lang)
    stage.find(".count").filter(has_text=counted).wait_for()
    stage.control("where").tap()
    rows = [
        {round(box["y"] + box["height"] / 2) for each in stage.find(selector).all()
         if (box := each.bounding_box())}
        for selector in (".controls button:visible", ".where input")
    ]  # fmt: skip
    assert [len(row) for row in rows] == [1, 1]


def test_the_sheet_of_controls_is_not_covered(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=PHONE, has_touch=True), f"{server.url}/convolution?conv_channels=3")
    Stage(page, "conv")
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.locator("section[data-testid=stSidebar][data-collapsed=false]").wait_for()
    sticks = page.locator(".st-key-conv_player").evaluate("(box) => getComputedStyle(box).position")
    assert sticks != "sticky"


def test_a_tapped_term_stays_lit_until_one_taps_elsewhere(server: Server, tab: Tab) -> None:
    page = visit(tab(viewport=PHONE, has_touch=True), f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    stage.find(".formula .term").first.tap()
    stage.wait_lit("input", 1)
    page.locator("h1").tap()
    stage.wait_lit("input", 0)
