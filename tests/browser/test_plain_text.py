"""What comes from an address is plain text: no link, no picture, no formula, no other host."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Page

from tests.browser.conftest import Tab
from tests.browser.pages import visit
from tests.browser.server import Server
from visualizer.lessons.registry import PAGES, PageEntry, page_named

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


# Six notices are shown at a time: three texts as a name and as a value.
SHARES = [FOREIGN[start : start + 3] for start in range(0, len(FOREIGN), 3)]
LESSONS = [page for page in PAGES if page.lesson]


def look(page: Page, server: Server, entry: PageEntry, some: tuple[str, ...]) -> None:
    """Open a lesson with foreign names and values in its address, and read what it says."""
    field = entry.lesson.parameters[0].name
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


def test_no_text_of_an_address_becomes_an_element(server: Server, tab: Tab) -> None:
    page = tab()
    for some in SHARES:
        look(page, server, page_named("convolution"), some)


def test_no_lesson_makes_an_element_of_it(server: Server, tab: Tab) -> None:
    """Each lesson gets a share of what one of them gets whole: the words come from one function."""
    page = tab()
    for place, entry in enumerate(LESSONS):
        if entry.name != "convolution":
            look(page, server, entry, SHARES[place % len(SHARES)])
