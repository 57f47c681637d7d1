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
    written = lesson.format(settings) or lesson.format(lesson.opening())
    assert written.items() <= stop.settings.items()
    for name, value in stop.settings.items():
        # Whatever the page was left with, the link means this and nothing else.
        parameter = next(p for p in lesson.parameters if p.name == name)
        assert parameter.format(getattr(settings, parameter.field)) == value
    assert stop.settings
