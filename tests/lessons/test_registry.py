"""The registry fits the files, the words and the pictures of the pages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from visualizer.lessons.registry import HOME, PAGES, ROOT, PageEntry, page_named
from visualizer.words.text import known


def test_every_page_has_its_script_and_its_folder_and_no_other_is_there() -> None:
    names = {page.name for page in PAGES}
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == names
    lessons = ROOT / "visualizer" / "lessons"
    folders = {path.name for path in lessons.iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders == names


def test_home_comes_first() -> None:
    assert PAGES[0] is HOME
    assert HOME.script.is_file()


def test_names_and_prefixes_are_unique() -> None:
    assert len({page.name for page in PAGES}) == len({page.prefix for page in PAGES}) == len(PAGES)


def test_an_unknown_page_is_refused() -> None:
    with pytest.raises(KeyError):
        page_named("recurrence")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_its_words_and_picture(page: PageEntry) -> None:
    assert known(f"nav.{page.name}")
    assert known(f"{page.prefix}.title")
    assert known(f"{page.prefix}.lead")
    if page is not HOME:
        assert known(f"home.card.{page.name}")
        picture: Path = ROOT / "assets" / "lessons" / f"{page.name}.svg"
        assert ElementTree.parse(picture).getroot().tag.endswith("svg")
