"""Whatever example a reader has on the screen, it can be asked about or there is nothing to ask."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.settings.cases import wishes
from visualizer.asking import bank_of, has_questions, judge, series_about
from visualizer.asking.question import same
from visualizer.lessons.registry import PAGES
from visualizer.notation import number
from visualizer.ui.asking.one import written

NAMES = [page.name for page in PAGES if page.lesson and has_questions(page.name)]


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_any_settings_can_be_asked_about(name: str, data: st.DataObject) -> None:
    bank = bank_of(name)
    lesson: Any = bank.lesson
    settings = bank.settled(data.draw(wishes(lesson)))
    for kind in bank.kinds:
        question = kind.ask(settings)
        if question is None:
            continue
        assert (question.lesson, question.kind) == (name, kind.name)
        assert bank.settled(question.settings) == question.settings
        answers = [question.answer, *(mistake.answer for mistake in question.mistakes)]
        assert not any(
            same(one, other) for i, one in enumerate(answers) for other in answers[i + 1 :]
        )
        if isinstance(question.answer, str):
            typed = [question.answer]
        else:
            sides = question.answer if isinstance(question.answer, tuple) else (question.answer,)
            typed = [number(side) for side in sides]  # as the screen writes it
        assert judge(question, typed).code == "right"
        assert written(question, question.answer, "ko")


@pytest.mark.parametrize("name", NAMES)
@examples(max_examples=25)
@given(data=st.data())
def test_up_to_ten_different_questions_about_it(name: str, data: st.DataObject) -> None:
    bank = bank_of(name)
    settings = bank.settled(data.draw(wishes(bank.lesson)))
    seed = data.draw(st.integers(0, 9999))
    ten = series_about(name, settings, seed)
    assert (
        len({(q.kind, q.prompt.text("en"), str(q.facts), q.answer) for q in ten}) == len(ten) <= 10
    )
