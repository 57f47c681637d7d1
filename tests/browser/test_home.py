"""The home page in a browser: language, links, Korean without a Korean font, a narrow screen."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import Server
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.home.path import PATH
from visualizer.words.text import text

# Elements with Hangul of their own that a browser may break anywhere; charts break no lines.
BREAKING = """() => [...document.querySelectorAll(".stApp *")]
  .filter((element) => !element.closest("svg") && element.tagName !== "STYLE")
  .filter((element) => [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && /[가-힣]/.test(node.data)))
  .filter((element) => getComputedStyle(element).wordBreak !== "keep-all")
  .map((element) => element.textContent)"""

_FONTS = """() => document.fonts.ready.then(() =>
    [...document.fonts].filter((f) => f.family.includes('ConvScopeKorean'))
      .map((f) => f.status))"""
_CUT_OFF = """() => [...document.querySelectorAll('[data-testid=stMain] a *')]
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
    .map((e) => e.innerText)"""


def test_a_korean_browser_reads_korean_in_the_apps_own_font_unless_the_address_says_english(
    server: Server, tab: Tab
) -> None:
    page = visit(tab(locale="ko-KR"), server.url)
    assert text("home.about", "ko")[:40] in main_text(page)
    assert page.evaluate("document.documentElement.lang") == "ko"
    assert "lang" not in query(page)
    assert "loaded" in page.evaluate(_FONTS)
    visit(page, f"{server.url}/?lang=en")
    assert text("home.about", "en")[:40] in main_text(page)


def test_other_languages_read_english(server: Server, tab: Tab) -> None:
    page = visit(tab(locale="fr-FR"), server.url)
    assert text("home.about", "en")[:40] in main_text(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "lang" not in query(page)


def test_english_fetches_no_bold_korean_and_a_stop_of_the_path_opens_its_example(
    server: Server, tab: Tab
) -> None:
    page = tab(fresh=True)
    fonts: list[str] = []
    page.on("request", lambda asked: fonts.append(asked.url) if ".woff2" in asked.url else None)
    visit(page, server.url)
    assert text("home.about", "en")[:40] in main_text(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    # The switch names Korean in Korean, in the regular weight; nothing needs the bold one.
    assert fonts, "a browser that has seen nothing fetches the fonts of its own language"
    assert not [url for url in fonts if "ConvScopeKorean-Bold" in url]

    page.get_by_role("link", name=text("home.path.stride", "en")).click()
    page.get_by_role("heading", name=text("conv.title", "en"), level=1).wait_for()
    settled(page)
    assert path(page) == "convolution"
    asked = next(stop.settings for stop in PATH if stop.key == "stride")
    assert LESSON.parse(query(page)) == LESSON.parse(asked)


def test_a_chosen_language_stays_on_every_page_and_after_a_reload(server: Server, tab: Tab) -> None:
    page = visit(tab(), server.url)
    page.get_by_text("한국어", exact=True).click()
    page.wait_for_url("**/?lang=ko")
    settled(page)
    page.get_by_test_id("stMain").get_by_role(
        "link", name=text("nav.convolution", "ko"), exact=True
    ).click()
    page.wait_for_url("**/convolution?**")
    page.get_by_role("heading", name=text("conv.title", "ko"), level=1).wait_for()
    assert query(page)["lang"] == "ko"
    page.reload()
    page.get_by_role("heading", name=text("conv.title", "ko"), level=1).wait_for()
    settled(page)
    # The navigation's own links carry no parameters: the shell writes the language back.
    page.get_by_role("link", name=text("nav.home", "ko")).first.click()
    page.get_by_text(text("home.lead", "ko")).wait_for()
    page.wait_for_function("location.search === '?lang=ko'")
    assert path(page) == ""


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("ko", "dark")])
def test_a_phone_cuts_no_question_off_and_scrolls_nothing_sideways(
    server: Server, tab: Tab, lang: str, scheme: str
) -> None:
    page = tab(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    visit(page, f"{server.url}/?lang={lang}")
    page.get_by_role("link", name=text("home.path.window", lang)).wait_for()
    assert page.evaluate(_CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    assert page.get_by_text("English", exact=True).is_visible()


@pytest.mark.parametrize("address", ["pooling", "dropout"])
def test_captions_labels_and_tabs_keep_their_words_whole(
    server: Server, tab: Tab, address: str
) -> None:
    page = visit(tab(), f"{server.url}/{address}?lang=ko")
    settled(page)
    assert page.evaluate("() => /[가-힣]/.test(document.body.innerText)")
    assert page.evaluate(BREAKING) == []


_BOXES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
})"""


@pytest.mark.parametrize(("width", "columns", "across"), [(1400, 2, 4), (820, 2, 2), (390, 1, 1)])
def test_the_path_stands_above_the_cards_and_no_card_stands_alone(
    server: Server, tab: Tab, width: int, columns: int, across: int
) -> None:
    page = visit(tab(viewport={"width": width, "height": 900}), server.url)
    page.get_by_role("link", name=text("home.path.alexnet")).wait_for()
    (start,) = page.evaluate(_BOXES, ".st-key-start a")
    stations = page.evaluate(_BOXES, ".st-key-path a")
    cards = page.evaluate(_BOXES, ".st-key-cards > *")
    assert len(stations) == len(PATH)
    assert len({station["x"] for station in stations}) == columns
    # A finger needs 44 pixels.
    assert min(box["height"] for box in [start, *stations]) >= 44
    assert start["y"] < min(station["y"] for station in stations)
    assert max(station["y"] for station in stations) < min(card["y"] for card in cards)
    rows = [[card for card in cards if card["y"] == y] for y in {card["y"] for card in cards}]
    assert max(map(len, rows)) == across
    wide = max(sum(card["width"] for card in row) for row in rows)
    assert all(len(row) > 1 or row[0]["width"] >= wide for row in rows)


def test_start_here_opens_the_first_question_of_the_path(server: Server, tab: Tab) -> None:
    page = visit(tab(), server.url)
    page.get_by_role("link", name=text("home.start")).click()
    page.wait_for_url(f"**/{PATH[0].page}**")
    page.get_by_role("heading", name=text("conv.title"), level=1).wait_for()
    assert LESSON.parse(query(settled(page))) == LESSON.parse(PATH[0].settings)
