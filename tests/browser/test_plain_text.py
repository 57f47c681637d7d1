"""What comes from an address is plain text: no link, no picture, no formula, no other host.

What a person types into a grid is a number or is told not to be one, and the editor stays open.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.conftest import Tab
from tests.browser.pages import settled, visit
from tests.browser.server import Server
from visualizer.lessons.registry import PAGES, PageEntry, page_named
from visualizer.words.text import text

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
_KEY = 100  # ms for which a person holds a key down: the table is slower than a program
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
    for foreign in some:
        assert foreign[:30] in shown, shown  # a notice repeats 40 characters at most
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


def begin_cell(page: Page, row: int, letter: str) -> None:
    """Select the first cell of a row (from 1) and type a letter, until the cell takes it.

    A table that was filled a moment ago may be built once more and forget what was selected.
    """
    editing = page.locator("#portal textarea")
    table = page.locator("[data-testid=stPopoverBody] .dvn-scroller")
    for _ in range(6):
        table.click(position={"x": 52 + 26, "y": 35 * row + 18})
        page.keyboard.type(letter, delay=_KEY)
        try:
            editing.wait_for(timeout=4000)
        except TimeoutError:
            continue
        return
    raise AssertionError(f"no cell of row {row} takes what is typed")


def type_cell(page: Page, written: str, row: int | None = None) -> None:
    """Type into the selected cell of the open editor, or into a row's first, and go to the next."""
    editing = page.locator("#portal textarea")
    if row is None:
        page.keyboard.type(written[0], delay=_KEY)
        editing.wait_for()
    else:
        begin_cell(page, row, written[0])
    page.keyboard.type(written[1:], delay=_KEY)
    expect(editing).to_have_value(written)
    page.keyboard.press("Enter")
    editing.wait_for(state="detached")


@pytest.mark.parametrize(
    ("width", "what", "name"), [(1400, "kernel", "conv_weights"), (390, "input", "conv_data")]
)
def test_a_column_of_numbers_is_typed_without_opening_the_editor_again(
    server: Server, tab: Tab, width: int, what: str, name: str
) -> None:
    page = tab(viewport={"width": width, "height": 844})
    # The seed's control goes away with the first number typed: below it nothing may be rebuilt.
    visit(page, f"{server.url}/convolution?conv_preset=random&conv_input=cross")
    if width < 640:
        page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("button", name=text(f"edit.{what}")).click()
    settled(page)
    table = page.locator("[data-testid=stPopoverBody] .dvn-scroller")
    for row, written, begins in ((1, "7", "7_"), (None, "-1,5", "-1.5_"), (None, "8", "8_")):
        type_cell(page, written, row)
        page.wait_for_function(
            "([name, begins]) => (new URL(location).searchParams.get(name) ?? '')"
            ".split('~').some((row) => row.startsWith(begins))",
            arg=[name, begins],
        )
    assert table.is_visible()


def test_letters_and_huge_numbers_are_not_taken_in_silence(server: Server, tab: Tab) -> None:
    page = visit(tab(), f"{server.url}/convolution?conv_input=random&conv_size=5")
    page.get_by_role("button", name=text("edit.input")).click()
    body = page.get_by_test_id("stPopoverBody")
    for row, written, said in (
        (1, "abc", "Row 1, column 1: abc is no number, so 2 stays."),
        (2, "12345", "Row 2, column 1: 12345 is out of range."),
    ):
        settled(page)  # the editor is filled when it opens, and a table made anew forgets a click
        type_cell(page, written, row)
        body.get_by_text(said).wait_for()
        settled(page)
        assert "−999 to 999" in body.get_by_test_id("stAlert").inner_text()
    page.wait_for_url("**conv_data=2_1_0_5_1~999_2**")
