"""The learning path fits the pages, the words and the lessons."""

from __future__ import annotations

from typing import Any

import pytest

from visualizer.lessons.home.path import PATH, Stop
from visualizer.lessons.registry import page_named
from visualizer.settings.lesson import Lesson
from visualizer.words.text import known


@pytest.mark.parametrize("stop", PATH, ids=lambda stop: stop.key)
def test_every_stop_opens_just_what_it_says(stop: Stop) -> None:
    assert known(f"home.path.{stop.key}")
    page = page_named(stop.page)
    lesson: Lesson[Any] = page.lesson
    settings, notices = lesson.parse(stop.settings)
    assert not notices
    assert lesson.format(settings) == stop.settings
