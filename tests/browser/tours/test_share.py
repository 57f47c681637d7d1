"""Sharing in Chromium: the link that is copied restores everything in another tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from tests.browser.stage import Stage
from visualizer.settings.labels import label
from visualizer.ui.tools.qr import LEAST_PIXELS, QUIET
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_link_restores_step_speed_language_and_controls(
    server: Server, tab: Tab, lang: str
) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_size=7&lang={lang}")
    stage = Stage(page, "conv").on_step(1, 25)
    stage.find("select").select_option("8")
    page.wait_for_url("**speed=8**")
    stage.control("last").click()
    page.wait_for_url("**conv_step=24**")
    settled(page).get_by_role("button", name=text("share.title", lang), exact=True).click()
    box = page.locator(".st-key-share_box")
    box.get_by_text(text("share.controls_some", lang)).click()
    box.locator("[data-testid=stMultiSelect]").wait_for()
    settled(page)
    chosen = box.locator("[data-testid=stMultiSelect] input")
    link = box.locator("code").first
    for name in ("conv_stride", "conv_dilation"):
        # With keys: a press on the list, while the box is drawn anew, may count as one beside it.
        chosen.fill(label(name, lang))
        page.get_by_role("option", name=label(name, lang), exact=True).wait_for()
        chosen.press("Enter")
        expect(link).to_contain_text(name)
        settled(page)
    expect(link).to_contain_text("show=conv_stride,conv_dilation")
    other = visit(tab(), link.inner_text())
    Stage(other, "conv").on_step(25, 25)
    wanted = {"conv_size": "7", "conv_step": "24", "speed": "8", "lang": lang}
    assert query(other) == {**wanted, "show": "conv_stride,conv_dilation"}
    expect(other.locator(".st-key-conv_player select")).to_have_value("8")
    assert other.locator("[data-testid=stSidebar] [data-testid=stNumberInput]").count() == 2
    other.locator(".st-key-conv_show_all button").click()
    other.locator(".st-key-conv_kernel").wait_for()
    assert query(settled(other)) == wanted


def test_the_button_copies_the_link_and_the_code_is_large_enough(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/pooling?pool_size=6&lang=en")
    page.evaluate(
        """() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error("no https"));
          document.addEventListener("copy", () => {
            window.copied = document.activeElement?.shadowRoot?.activeElement?.value
              ?? document.activeElement?.value;
          });
        }"""
    )
    page.get_by_role("button", name=text("share.title"), exact=True).click()
    page.get_by_role("button", name=text("share.copy")).click()
    page.get_by_text(text("share.done")).wait_for()
    link = page.locator(".st-key-share_box code").first.inner_text()
    assert page.evaluate("window.copied") == link
    code = page.get_by_role("img", name=text("share.code"))
    box = code.bounding_box()
    assert box is not None
    assert box["width"] >= LEAST_PIXELS * (21 + 2 * QUIET)  # the smallest code has 21 modules
    assert box["width"] == box["height"]
