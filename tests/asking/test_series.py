"""Ten questions from a seed: the same for everyone, different from one another, well formed."""

from __future__ import annotations

import re

import pytest

from tests.asking.cases import questions
from visualizer.asking import (
    LEVELS,
    TEN,
    Question,
    Said,
    about,
    bank_of,
    has_questions,
    judge,
    series,
)
from visualizer.asking.question import Answer, same
from visualizer.lessons.registry import PAGES
from visualizer.words.text import LANGUAGES

NAMES = [page.name for page in PAGES if page.lesson and has_questions(page.name)]


def sentences(question: Question) -> list[Said]:
    """Return everything that is said of a question."""
    said = [question.prompt, question.because, question.hint, *question.facts]
    said += [mistake.why for mistake in question.mistakes]
    said += [choice.label for choice in question.choices if isinstance(choice.label, Said)]
    return said + [Said(side) for side in question.sides]


@pytest.mark.parametrize("name", NAMES)
def test_every_level_has_ten_different_questions(name: str) -> None:
    assert len(questions(name)) >= 1000
    for level in LEVELS:
        ten = series(name, level, 7)
        assert len(ten) == TEN
        assert len({(q.kind, q.prompt.text("en"), q.settings) for q in ten}) == TEN
        asked = {kind.name for kind in bank_of(name).kinds if level in kind.levels}
        assert {q.kind for q in ten} == asked


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_about_an_example_that_its_address_brings_back(name: str) -> None:
    bank = bank_of(name)
    for question in questions(name)[::7]:
        assert bank.settled(question.settings) == question.settings
        again = about(name, question.kind, question.settings)
        assert again is not None
        assert (again.answer, again.prompt, again.mistakes, again.choices) == (
            question.answer, question.prompt, question.mistakes, question.choices,
        )  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_question_has_two_right_answers(name: str) -> None:
    for question in questions(name):
        answers = [question.answer, *(mistake.answer for mistake in question.mistakes)]
        for i, one in enumerate(answers):
            assert not any(same(one, other) for other in answers[i + 1 :])
        if question.form == "choice":
            names = [choice.name for choice in question.choices]
            assert len(set(names)) == len(names) >= 2
            assert set(answers) <= set(names)


@pytest.mark.parametrize("name", NAMES)
def test_a_right_answer_is_taken_as_it_is_written_and_a_mistake_is_recognised(name: str) -> None:
    for question in questions(name)[::3]:
        assert judge(question, typed(question.answer, 2)).code == "right"
        for mistake in (None, *question.mistakes):
            verdict = judge(question, typed(mistake.answer if mistake else question.answer, 4))
            assert verdict.mistake is mistake
            assert verdict.code == ("mistake" if mistake else "right")


def typed(answer: Answer, decimals: int) -> list[str]:
    """Return an answer as somebody types or chooses it."""
    sides = answer if isinstance(answer, tuple) else (answer,)
    return [side if isinstance(side, str) else f"{side:.{decimals}f}" for side in sides]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_filled(name: str, lang: str) -> None:
    for question in questions(name):
        for said in sentences(question):
            written = said.text(lang)
            assert written
            assert not re.search(r"\{|\}|\bNone\b|\bnan\b", written), written
        labels = [choice.text(lang) for choice in question.choices]
        assert len(set(labels)) == len(labels)
