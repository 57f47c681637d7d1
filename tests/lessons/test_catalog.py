"""The table of pages and the learning path fit the files, the texts and the lessons."""

from __future__ import annotations

import importlib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from visualizer.lessons.path import PATH, Stop
from visualizer.lessons.registry import HOME, PAGES, ROOT, PageEntry, existing_pages, page_named
from visualizer.settings.lesson import Lesson
from visualizer.words.text import known


def test_every_script_is_in_the_table() -> None:
    scripts = {path.stem for path in (ROOT / "pages").glob("*.py")}
    assert scripts == {page.name for page in existing_pages()}


def test_home_comes_first() -> None:
    assert PAGES[0] is HOME
    assert HOME.exists


def test_names_and_prefixes_are_unique() -> None:
    assert len({page.name for page in PAGES}) == len({page.prefix for page in PAGES}) == len(PAGES)


def test_an_unknown_page_is_refused() -> None:
    with pytest.raises(KeyError):
        page_named("recurrence")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_its_words_and_picture(page: PageEntry) -> None:
    assert known(f"nav.{page.name}")
    if page.exists:
        assert known(f"{page.prefix}.title")
        assert known(f"{page.prefix}.lead")
    if page is not HOME:
        assert known(f"home.card.{page.name}")
        picture: Path = ROOT / "assets" / "lessons" / f"{page.name}.svg"
        assert ElementTree.parse(picture).getroot().tag.endswith("svg")


@pytest.mark.parametrize("stop", PATH, ids=lambda stop: stop.key)
def test_every_stop_opens_just_what_it_says(stop: Stop) -> None:
    assert known(f"home.path.{stop.key}")
    page = page_named(stop.page)
    if stop.settings:
        lesson: Lesson = importlib.import_module(f"visualizer.lessons.{page.name}").LESSON
        values, notices = lesson.parse(stop.settings)
        assert not notices
        assert lesson.format(values) == stop.settings
