"""The home page in a browser: language, links, Korean without a Korean font, a narrow screen."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Tab
from tests.browser.pages import main_text, path, query, settled, visit
from tests.browser.server import Server
from visualizer.words.text import text


@pytest.mark.parametrize(("locale", "lang"), [("en-US", "en"), ("ko-KR", "ko"), ("fr-FR", "en")])
def test_the_browsers_language_speaks_first(
    server: Server, tab: Tab, locale: str, lang: str
) -> None:
    page = visit(tab(locale=locale), server.url)
    assert text("home.about", lang)[:40] in main_text(page)
    assert page.evaluate("document.documentElement.lang") == lang
    assert "lang" not in query(page)


def test_the_address_overrules_the_browser(server: Server, tab: Tab) -> None:
    page = visit(tab(locale="ko-KR"), f"{server.url}/?lang=en")
    assert text("home.about", "en")[:40] in main_text(page)


def test_a_chosen_language_stays_on_every_page_and_after_a_reload(server: Server, tab: Tab) -> None:
    page = visit(tab(), server.url)
    page.get_by_text("한국어", exact=True).click()
    page.wait_for_url("**/?lang=ko")
    settled(page)
    page.get_by_test_id("stMain").get_by_role("link", name=text("nav.convolution", "ko")).click()
    page.wait_for_url("**/convolution?**")
    page.get_by_role("heading", name=text("conv.title", "ko")).wait_for()
    assert query(page)["lang"] == "ko"
    page.reload()
    page.get_by_role("heading", name=text("conv.title", "ko")).wait_for()
    settled(page)
    # The navigation's own links carry no parameters: the shell writes the language back.
    page.get_by_role("link", name=text("nav.home", "ko")).first.click()
    page.get_by_text(text("home.lead", "ko")).wait_for()
    page.wait_for_function("location.search === '?lang=ko'")
    assert path(page) == ""


def test_a_stop_of_the_path_opens_its_example(server: Server, tab: Tab) -> None:
    page = visit(tab(), server.url)
    page.get_by_role("link", name=text("home.path.stride", "en")).click()
    page.get_by_role("heading", name=text("conv.title", "en")).wait_for()
    settled(page)
    assert path(page) == "convolution"
    assert query(page) == {"conv_size": "7", "conv_stride": "2"}


def test_korean_is_drawn_with_the_apps_own_font(server: Server, tab: Tab) -> None:
    page = visit(tab(locale="ko-KR"), server.url)
    loaded = """() => document.fonts.ready.then(() =>
        [...document.fonts].filter((f) => f.family.includes('ConvScopeKorean'))
          .map((f) => f.status))"""
    assert "loaded" in page.evaluate(loaded)


def test_english_does_not_fetch_the_korean_font_for_its_prose(server: Server, tab: Tab) -> None:
    page = tab()
    fonts: list[str] = []
    page.on("request", lambda asked: fonts.append(asked.url) if ".woff2" in asked.url else None)
    visit(page, server.url)
    # The switch names Korean in Korean, in the regular weight; nothing needs the bold one.
    assert not [url for url in fonts if "ConvScopeKorean-Bold" in url]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_question_is_cut_off_on_a_phone(server: Server, tab: Tab, lang: str) -> None:
    page = tab(viewport={"width": 390, "height": 844})
    visit(page, f"{server.url}/?lang={lang}")
    page.get_by_role("link", name=text("home.path.window", lang)).wait_for()
    cut = """() => [...document.querySelectorAll('[data-testid=stMain] a *')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
        .map((e) => e.innerText)"""
    assert page.evaluate(cut) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_on_a_phone(server: Server, tab: Tab, scheme: str) -> None:
    page = tab(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    visit(page, f"{server.url}/?lang=ko")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    assert page.get_by_text("English", exact=True).is_visible()
