"""The camera, live, with a picture that Chromium makes: asked for, answered, given back."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Tab
from tests.browser.pages import query, settled, visit
from tests.browser.server import Server
from visualizer.words.text import text

# Every track that a page is lent, by whomever it is asked for.
RECORD = """
window.tracks = [];
const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = async (wanted) => {
  const stream = await ask(wanted);
  window.tracks.push(...stream.getTracks());
  return stream;
};
"""
LENT = "() => window.tracks.filter(({ readyState }) => readyState === 'live').length"
NONE = f"() => ({LENT})() === 0"


def test_it_answers_until_it_is_stopped(server: Server, tab: Tab) -> None:
    page = tab(fresh=True)
    page.add_init_script(RECORD)
    visit(page, f"{server.url}/alexnet?lang=en&alex_layer=relu1")
    page.get_by_role("combobox", name="Photo").click()
    page.get_by_role("option", name=text("choice.alex_photo.webcam")).click()
    settled(page)
    page.get_by_text(text("alex.live.way.live"), exact=True).click()
    start = page.get_by_role("button", name=text("alex.live.start"))
    start.click()

    # Nobody has allowed it: a sentence says what to do.
    live = page.locator(".st-key-alex_live .live")
    expect(live.get_by_role("alert")).to_have_text(text("alex.live.refused"))
    expect(live).to_have_attribute("data-state", "off")

    page.context.grant_permissions(["camera"])
    start.click()
    page.wait_for_function(
        "(live) => Number(live.dataset.answered) >= 3", arg=live.element_handle()
    )
    expect(live.get_by_role("alert")).to_be_hidden()
    expect(live.locator(".name").first).not_to_be_empty()
    expect(live.locator(".share").first).to_contain_text("%")
    expect(live.locator(".layer")).to_have_value("relu1")
    # Its 64 maps come in two sheets; another layer has other ones.
    expect(live.locator(".which option")).to_have_text(["1–32", "33–64"])
    live.locator(".layer").select_option("conv5")
    expect(live.locator(".which option")).to_have_count(4)
    size = "(canvas) => canvas.width === 16 * 14 && canvas.height === 4 * 14"
    page.wait_for_function(size, arg=live.locator(".maps canvas").element_handle())

    # A frame that is kept is what the page is about; then the camera rests.
    live.get_by_role("button", name=text("alex.live.keep")).click()
    page.wait_for_url("**alex_layer=conv5**")
    settled(page)
    expect(live).to_have_attribute("data-state", "paused")
    best = live.locator(".name").first.inner_text()
    expect(page.locator(".st-key-alex_top .annotation-text").first).to_have_text(best)
    assert query(page)["alex_photo"] == "webcam"

    live.get_by_role("button", name=text("alex.live.go_on")).click()
    expect(live).to_have_attribute("data-state", "on")
    live.get_by_role("button", name=text("alex.live.stop")).click()
    expect(live.get_by_role("status")).to_have_text(text("alex.live.off"))
    page.wait_for_function(NONE)
    # Whoever leaves takes nothing along.
    start.click()
    expect(live).to_have_attribute("data-state", "on")
    page.get_by_role("link", name="Pooling").first.click()
    settled(page)
    page.wait_for_function(NONE)
