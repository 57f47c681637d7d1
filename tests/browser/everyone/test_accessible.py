"""What axe-core finds on the pages: nothing but what Streamlit makes and nobody outside can mend.

Every page wide and narrow, light and dark, with its folded parts open; where they hold other parts
than elsewhere, tabs and boxes too. axe judges what is in the page; whether keys reach it is in
``test_keyboard.py``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import SIZE, Tab
from tests.browser.pages import RESTS, visit
from tests.browser.server import Server
from visualizer.lessons.registry import PAGES, ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
NARROW: ViewportSize = {"width": 390, "height": 844}
# Each page in two looks a language, between them all four; in all of them with `make test-long`.
LOOKS = (("dark", NARROW), ("dark", SIZE), ("light", SIZE), ("light", NARROW))
IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
ADDRESSES = [
    *(page.name if page.name != "home" else "" for page in PAGES),
    "activation?act_kind=softmax",
    "convolution?tour=lecture.2",
    "convolution?view=projector",
    "pooling?embed=true",
    "convolution?conv_size=28&conv_channels=3&conv_filters=2&conv_padding=1",
    "convolution?ask=1.7.1",
    "pooling?tour=lecture.6",
]
#: What is looked at in Korean each time; with `make test-long` everything is.
IN_KOREAN = ("", "pooling", "convolution?view=projector", ADDRESSES[-2])
#: Pages whose tabs and boxes are opened one by one; those of others hold no other kinds of parts.
TABBED = ("convolution", "activation", "architecture", "alexnet")
#: What is Streamlit's own: rule → what its element looks like, and why it stays.
STREAMLITS = {
    # The table in which numbers are typed is a canvas; the hidden table behind it, which screen
    # readers get, has a first column for the rows' numbers, and its head is empty.
    "empty-table-header": '<th role="columnheader"',
    # The place to drop a file says that it is nothing, and yet what it is called: a button in it
    # says the same again.
    "presentation-role-conflict": '<section role="presentation"',
}
RUN = """async (part, tags) => {
  const found = await axe.run(part, {
    resultTypes: ["violations"], runOnly: { type: "tag", values: tags } });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    ({ id, html, why: [...any, ...all, ...none][0]?.message ?? "" })));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core's script."""
    if not AXE.exists() and os.environ.get("CI") != "true":
        pytest.skip("axe-core is not installed: that needs Node (see tools/javascript.sh)")
    return AXE.read_text("utf-8")


# The look of a button that was pressed comes gradually.
STILL = """() => document.getAnimations().every((one) => !(one instanceof CSSTransition))"""
# What was pressed is asked for some frames later, and what comes in is drawn some frames later.
AT_REST = f"""() => new Promise((done) => {{
  const rests = {RESTS};
  let frames = 0;
  const look = () => {{
    frames = rests() ? frames + 1 : 0;
    if (frames === 10) done(true);
    else requestAnimationFrame(look);
  }};
  look();
}})"""


def findings(page: Page, axe: str, part: str = "html") -> list[str]:
    """Return what axe finds now in a part of the page, what is Streamlit's own left out."""
    page.wait_for_function(STILL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    found: list[dict[str, Any]] = page.locator(part).evaluate(RUN, list(TAGS))
    return [
        f"{one['id']}: {one['html'][:200]} ({one['why']})"
        for one in found
        if not one["html"].startswith(STREAMLITS.get(one["id"], "nothing"))
    ]


def unfold(page: Page) -> None:
    """Open every folded part, those too that stand in another."""
    shut = page.locator("[data-testid=stExpander] details:not([open]) > summary:visible")
    for _ in range(60):
        if not shut.count():
            return
        # A run of the page that began before may close one once more: then it is opened again.
        shut.evaluate_all("parts => parts.forEach((part) => part.click())")
        page.evaluate(AT_REST)
    raise AssertionError("a part stays folded")


def each_open(page: Page) -> Iterator[str]:
    """Open one tab and one box after the other; yields what is open then."""
    for tab in page.locator("[role=tab][aria-selected=false]:visible").all():
        tab.click()
        page.evaluate(AT_REST)
        yield f"[data-testid=stTabs]:has([id='{tab.get_attribute('id')}'])"
    for button in page.get_by_test_id("stPopoverButton").all():
        if button.is_visible():
            button.click()
            page.get_by_test_id("stPopoverBody").wait_for()
            page.evaluate(AT_REST)
            yield "[data-testid=stPopoverBody]"
            page.keyboard.press("Escape")


def looks_at(address: str, lang: str) -> Sequence[tuple[str, ViewportSize]]:
    """Return the looks that an address is seen in."""
    if IS_LONG:
        return LOOKS
    looks = LOOKS[lang == "ko" :: 2]
    beyond = ADDRESSES.index(address) - len(PAGES)
    if beyond < 0:
        return looks
    # All but a few of its parts are a page's: it is seen in one look, dark or light by turns.
    return [looks[(beyond + (lang == "ko")) % 2]]


@pytest.mark.parametrize(
    ("address", "lang"),
    [(address, "en") for address in ADDRESSES]
    + [(address, "ko") for address in (ADDRESSES if IS_LONG else IN_KOREAN)],
)
def test_axe_finds_nothing(address: str, lang: str, server: Server, tab: Tab, axe: str) -> None:
    page = tab()
    for scheme, size in looks_at(address, lang):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size(size)
        visit(page, f"{server.url}/{address}{'&' if '?' in address else '?'}lang={lang}")
        if "view=" not in address:  # there all that is folded is out of sight
            unfold(page)
        assert findings(page, axe) == [], (scheme, size["width"])
    if lang == "ko" or address not in TABBED:
        return  # tabs and boxes are made of the same parts in both languages and on most pages
    for part in each_open(page):
        assert findings(page, axe, part) == [], part
