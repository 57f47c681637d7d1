"""The home page without a browser: its cards, its path, its language."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import RunApp
from visualizer.lessons.home.path import PATH
from visualizer.lessons.registry import HOME, PAGES
from visualizer.words.text import text


def words(app: AppTest) -> str:
    """Return all Markdown of the page."""
    return "\n".join(part.value for part in app.markdown)


def links(app: AppTest) -> list[str]:
    """Return the labels of the links, in order."""
    return [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_lesson_has_a_card(run_app: RunApp, lang: str) -> None:
    app = run_app(lang=lang)
    assert not app.exception
    assert not app.error
    for page in PAGES:
        if page is not HOME:
            assert text(f"home.card.{page.name}", lang) in words(app)
            assert f"**{text(f'nav.{page.name}', lang)}**" in links(app)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_learning_path_asks_in_order(run_app: RunApp, lang: str) -> None:
    questions = [text(f"home.path.{stop.key}", lang) for stop in PATH]
    start, _tour, *asked = links(run_app(lang=lang))
    assert start == text("home.start", lang)
    assert asked[: len(questions)] == questions


def test_start_here_opens_the_first_question(run_app: RunApp) -> None:
    start, _tour, first = run_app().get("page_link")[:3]
    assert (start.proto.page, start.proto.query_string) == (
        first.proto.page,
        first.proto.query_string,
    )


def test_the_address_decides_the_language_and_the_switch_follows(run_app: RunApp) -> None:
    app = run_app(lang="ko")
    assert app.segmented_control(key="lang").value == "ko"
    assert text("home.lead", "ko") in words(app)


def test_the_switch_writes_the_address(run_app: RunApp) -> None:
    app = run_app()
    assert "lang" not in app.query_params
    app.segmented_control(key="lang").set_value("ko").run()
    assert app.query_params["lang"] == "ko"
    assert text("home.lead", "ko") in words(app)
    app.segmented_control(key="lang").set_value("en").run()
    assert app.query_params["lang"] == "en"


def test_an_unknown_language_reads_as_the_browsers_own(run_app: RunApp) -> None:
    app = run_app(lang="tlh")
    assert app.query_params["lang"] == "en"
    assert text("home.lead", "en") in words(app)


def test_the_language_stays_when_the_page_changes(run_app: RunApp) -> None:
    app = run_app()
    app.segmented_control(key="lang").set_value("ko").run()
    other = next(page for page in PAGES if page is not HOME)
    app.switch_page(f"pages/{other.name}.py").run()
    assert app.title[0].value == text(f"{other.prefix}.title", "ko")
