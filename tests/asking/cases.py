"""More than a thousand questions of a lesson, made once for all tests."""

from __future__ import annotations

from functools import cache

from visualizer.asking import LEVELS, Mistake, Question, series

SEEDS = range(34)  # ten questions at three levels each


@cache
def questions(name: str) -> tuple[Question, ...]:
    """Return the questions of all levels."""
    return tuple(q for level in LEVELS for seed in SEEDS for q in series(name, level, seed))


def of_kind(name: str, kind: str) -> list[Question]:
    """Return the questions of one kind."""
    return [question for question in questions(name) if question.kind == kind]


def mistakes(question: Question) -> dict[str, Mistake]:
    """Return a question's mistakes by their names."""
    return {mistake.name: mistake for mistake in question.mistakes}
