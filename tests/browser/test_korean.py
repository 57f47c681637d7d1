"""Korean lines break between words, wherever the words stand."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server

# Elements with Hangul of their own that a browser may break anywhere; charts break no lines.
BREAKING = """() => [...document.querySelectorAll(".stApp *")]
  .filter((element) => !element.closest("svg") && element.tagName !== "STYLE")
  .filter((element) => [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && /[가-힣]/.test(node.data)))
  .filter((element) => getComputedStyle(element).wordBreak !== "keep-all")
  .map((element) => element.textContent)"""


@pytest.mark.parametrize("address", ["pooling", "dropout"])
def test_captions_labels_and_tabs_keep_their_words_whole(
    server: Server, tab: Tab, address: str
) -> None:
    page = visit(tab(), f"{server.url}/{address}?lang=ko")
    settled(page)
    assert page.evaluate("() => /[가-힣]/.test(document.body.innerText)")
    assert page.evaluate(BREAKING) == []
