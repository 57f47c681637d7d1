"""What holds for every lesson in the registry, a new one included."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.cases import wishes
from visualizer.lessons.alexnet.settings import EITHER
from visualizer.lessons.registry import PAGES
from visualizer.settings.inputs import PHOTOS
from visualizer.settings.labels import NAMED_AS, label
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import ChoiceParameter
from visualizer.settings.rules import Rules
from visualizer.words.text import LANGUAGES, known

LESSONS: dict[str, Lesson[Any]] = {
    page.name: page.lesson for page in PAGES if page.lesson is not None
}
# Choices named by data: a photo by its own title, a layer and a number by themselves.
NAMED_BY_DATA = {*PHOTOS, *EITHER}


def test_there_are_lessons() -> None:
    assert len(LESSONS) >= 7


@pytest.mark.parametrize("name", LESSONS)
def test_every_control_and_every_choice_has_its_words(name: str) -> None:
    for parameter in LESSONS[name].parameters:
        for lang in LANGUAGES:
            assert label(parameter.name, lang) != parameter.name
        if not isinstance(parameter, ChoiceParameter):
            continue
        for choice in set(parameter.choices) - NAMED_BY_DATA:
            # A field is named pass_ because pass is a word of Python's.
            field = parameter.field.removesuffix("_")
            names = (parameter.name, NAMED_AS.get(field, field))
            keys = [f"choice.{whole}.{choice}" for whole in names]
            assert choice.isdigit() or any(map(known, keys)), keys


@pytest.mark.parametrize("name", LESSONS)
@given(data=st.data())
def test_settled_settings_come_back_from_their_address(name: str, data: st.DataObject) -> None:
    lesson = LESSONS[name]
    settings, _ = lesson.settle(data.draw(wishes(lesson)))
    assert lesson.settle(settings) == (settings, [])
    again, notices = lesson.parse(lesson.format(settings))
    # A stranger's picture stays on the machine it is on.
    if not {"upload_missing", "alex_picture_missing"} & {notice.code for notice in notices}:
        assert (again, notices) == (settings, [])
    else:
        assert "upload" in settings.values().values() or "webcam" in settings.values().values()
        assert len(notices) == 1


@pytest.mark.parametrize("name", LESSONS)
def test_few_values_are_tried_to_find_a_bound(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page asks for all of them: a seed among ten thousand must not be looked for."""
    lesson = LESSONS[name]
    rules: Any = next(kind for kind in type(lesson.rules).__mro__ if "possible" in vars(kind))
    possible = rules.possible
    tried: list[object] = []

    def counted(self: Rules[Any], settings: Any) -> bool:
        tried.append(settings)
        return bool(possible(self, settings))

    monkeypatch.setattr(rules, "possible", counted)
    bounds = lesson.bounds(lesson.opening())
    assert len(tried) < 40 * len(bounds)
