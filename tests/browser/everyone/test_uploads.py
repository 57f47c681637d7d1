"""A place for a file speaks the reader's language, and says why Streamlit did not take a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server
from visualizer.material.picture_limits import MAX_MEGABYTES
from visualizer.ui.upload import USUAL_MEGABYTES
from visualizer.words.text import text

WRITTEN = """(node, part) => {
  const { content, visibility, fontSize } = getComputedStyle(node, part);
  return visibility === "visible" && parseFloat(fontSize) > 10 ? JSON.parse(content) : "";
}"""


@pytest.mark.console_errors  # what is refused is told there too
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_is_refused_before_we_see_it_is_said(
    server: Server, tab: Tab, tmp_path: Path, lang: str
) -> None:
    large, small = tmp_path / "large.png", tmp_path / "small.png"
    with large.open("wb") as file:
        file.truncate(USUAL_MEGABYTES * 1_000_000 + 1)
    small.write_bytes(b"nothing")
    page = visit(tab(fresh=True), f"{server.url}/convolution?conv_size=4&lang={lang}")
    page.locator(".st-key-conv_input [role=combobox], .st-key-conv_input input").first.click()
    page.get_by_role("option", name=text("choice.input.upload", lang), exact=True).click()
    place = settled(page).get_by_test_id("stFileUploader")
    button = place.locator("button p")
    assert button.evaluate(WRITTEN, "::after") == text("upload.choose", lang)

    refused = text("upload.refused", lang, most=f"{MAX_MEGABYTES} MB")
    page.route("**/_stcore/upload_file/**", lambda route: route.fulfill(status=429))
    for at, path in enumerate((large, small)):
        place.locator("input[type=file]").set_input_files(path)
        alert = place.get_by_role("alert", include_hidden=True).nth(at)
        alert.wait_for(state="attached")
        assert alert.evaluate(WRITTEN, "::before") == refused
        assert alert.evaluate("(node) => getComputedStyle(node).visibility") == "hidden"
        chip = place.get_by_test_id("stFileChip").nth(at)
        assert chip.evaluate("(node) => node.scrollWidth <= node.clientWidth")
        alert.scroll_into_view_if_needed()
        expect(chip).to_be_in_viewport(ratio=1)
