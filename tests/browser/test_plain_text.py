"""What comes from an address is plain text: no link, no picture, no formula, no other host."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import visit
from tests.browser.server import Server
from visualizer.lessons.registry import PAGES, PageEntry

FOREIGN = (
    "![x](https://example.org/x.png)",
    "[free](https://example.org)",
    "https://example.org/path",
    "www.example.org",
    "<img src=https://example.org/x.png>",
    "$x^2$",
    ":red[x]",
    ":material/home:",
    ":smile:",
    "`](https://example.org)",
    "**bold** ~~gone~~ # head",
)
MADE = "a, img, .katex, strong, del, h1, span[style*=color], [role=img]"


@pytest.mark.parametrize("entry", [page for page in PAGES if page.lesson], ids=lambda p: p.name)
def test_no_text_of_an_address_becomes_an_element(
    server: Server, tab: Tab, entry: PageEntry
) -> None:
    field = entry.lesson.parameters[0].name
    page = tab()
    # Six notices are shown at a time: three texts as a name and as a value.
    for start in range(0, len(FOREIGN), 3):
        some = FOREIGN[start : start + 3]
        names = "&".join(f"{entry.prefix}_{quote(text, safe='')}=1" for text in some)
        visit(page, f"{server.url}/{entry.name}?lang=en&{names}&{field}={quote(some[0], safe='')}")
        alert = page.locator("[data-testid=stAlert]").first
        words = alert.locator("[data-testid=stMarkdownContainer]").last
        words.wait_for()
        shown = words.inner_text().replace("\u2060", "")
        for text in some:
            assert text[:30] in shown, shown  # a notice repeats 40 characters at most
        assert words.locator(MADE).count() == 0, words.inner_html()
        assert page.title().endswith("ConvScope")
