"""The header's tools: on every lesson, and on no other page."""

from __future__ import annotations

import pytest

from tests.pages.conftest import RunApp
from visualizer.lessons.registry import HOME, PAGES, PageEntry
from visualizer.words.text import text


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_lesson_has_its_tools_and_home_has_none(
    run_app: RunApp, page: PageEntry, lang: str
) -> None:
    app = run_app(page.name, lang=lang)
    assert not app.exception
    assert not app.error
    named = [box.proto.popover.label for box in app.get("popover")]
    assert (text("share.title", lang) in named) == (page is not HOME)
