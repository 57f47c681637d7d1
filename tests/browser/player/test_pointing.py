"""Pointing at the stage: by hand and by keys, in words that cover no cell, held until let go."""

from __future__ import annotations

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.words.text import text

FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.dataset?.do ?? at?.className ?? '';
}"""


def said(stage: Stage, words: str) -> None:
    """Wait until the line under the stage says just this."""
    stage.find(".readout").get_by_text(words, exact=True).wait_for()


def test_what_is_pointed_at_is_said_under_the_stage_and_on_no_cell(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(), f"{server.url}/convolution?lang=en&conv_padding=1&conv_bias=0")
    stage = Stage(page, "conv").on_step(1, 25)
    hint = stage.find(".readout.hint").inner_text()
    assert text("player.hint_point", "en") in hint
    assert text("player.hint_keys", "en") in hint
    stage.point("input", 2, 3)
    said(stage, "input, row 2, column 3: 2 · in 9 of 25 windows")
    stage.point("input", 0, 0)
    said(stage, "input, row 0, column 0: 0 · in 1 of 25 windows")
    stage.point("kernel", 2, 1)
    said(stage, "kernel, row 2, column 1: −2")
    stage.point("products", 2, 3)
    said(stage, "products, row 2, column 3: 2 · 1 · 2")
    stage.point("output", 1, 1)
    stage.find(".readout").filter(has_text="output, row 1, column 1: ").wait_for()
    assert page.locator(".hoverlayer .hovertext").count() == 0
    page.mouse.move(5, 5)
    stage.find(".readout.hint").wait_for()


def test_a_clicked_weight_stays_lit_until_it_is_clicked_again(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution")
    stage = Stage(page, "conv").on_step(1, 9)
    stage.click("kernel", 1, 1)
    page.mouse.move(5, 5)
    stage.wait_lit("input", 9)
    stage.control("next").click()
    stage.on_step(2, 9).wait_lit("input", 9)
    stage.click("kernel", 1, 1)
    page.mouse.move(5, 5)
    stage.wait_lit("input", 0)


def test_arrow_keys_point_and_enter_stays(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?lang=en")
    stage = Stage(page, "conv").on_step(1, 9)
    box = page.locator(".st-key-conv_stage")
    assert box.get_attribute("aria-label") == text("player.stage", "en")
    box.focus()
    for key, words in (
        ("ArrowRight", "output, row 1, column 1: 3"),
        ("ArrowRight", "output, row 1, column 2: 0"),
        ("ArrowDown", "output, row 2, column 2: 0"),
        ("ArrowRight", "output, row 2, column 3: −2"),
        ("ArrowRight", "output, row 2, column 3: −2"),  # the last grid
    ):
        page.keyboard.press(key)
        said(stage, words)
    stage.wait_marked(2, 3)
    page.keyboard.press("Enter")
    page.wait_for_url("**conv_step=5**")
    page.keyboard.press("Escape")
    stage.on_step(6, 9).find(".readout.hint").wait_for()
    # From the output to the left lie products, kernel and input.
    for _ in range(1 + 3 + 3 + 3):
        page.keyboard.press("ArrowLeft")
    said(stage, "input, row 2, column 5: 0 · in 2 of 9 windows")
    stage.wait_lit("output", 2)
    page.keyboard.press("Tab")
    stage.wait_lit("output", 0)


def test_the_player_is_one_link_away_by_keys(server: Server, tab: Tab) -> None:
    page = visit(tab(fresh=True), f"{server.url}/convolution?lang=ko")
    stage = Stage(page, "conv").on_step(1, 9)
    page.keyboard.press("Tab")
    link = page.locator(".convscope-skip")
    assert link.inner_text() == text("player.skip", "ko")
    assert "convscope-skip" in page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "play"
    page.keyboard.press("Enter")
    stage.find(f"[aria-label='{text('common.pause', 'ko')}']").wait_for()
    scrub = stage.find(".scrub")
    assert (scrub.get_attribute("aria-valuetext") or "").startswith(("1 /", "2 /", "3 /"))
    page.get_by_role("link", name=text("nav.home", "ko")).first.click()
    page.get_by_text(text("home.lead", "ko")).wait_for()
    settled(page)
    assert link.count() == 0, "it goes with the player"
