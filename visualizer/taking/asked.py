"""Three questions of the lesson about an example, as they stand on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import numpy as np

from visualizer.asking import Question, bank_of, has_questions
from visualizer.material.randomness import Stream
from visualizer.notation import TIMES, precise
from visualizer.settings.rules import S
from visualizer.taking.paper.blocks import Asked
from visualizer.taking.taken import Taken

THREE = 3
_TRIES = 6  # other places of the example that a kind of question is asked about
_TOLD = {"shape"}  # the grid to fill in, and the formula above, tell it already
_MARKDOWN = re.compile(r"\*\*|`|\\(?=[^\w\s])")


def three(taken: Taken[S], settings: S, seed: int, lang: str) -> list[Asked]:
    """Return three questions about an example, of different kinds as far as there are so many.

    They are those that the page asks (``visualizer.asking``), filled up with the lesson's exercises
    of other kinds that have an answer to write down. seed: which of them.
    """
    found: list[Question] = []
    if has_questions(taken.name):
        found = list(islice(_drawn(taken, settings, Stream(seed)), THREE))
    kinds = {question.kind for question in found}
    own = taken.exercises(settings, lang) if taken.exercises is not None else ()
    rest = [Asked(plain(e.task), e.answer) for e in own if e.answer and e.kind not in kinds]
    return [*(_asked(question, lang) for question in found), *rest][:THREE]


def _drawn(taken: Taken[S], settings: S, stream: Stream) -> Iterator[Question]:
    """Yield different questions about an example: one of each kind, then more."""
    bank = bank_of(taken.name)
    settings = bank.settled(settings)
    kinds = stream.shuffled(kind for kind in bank.kinds if kind.name not in _TOLD)
    asked: set[tuple[str, str]] = set()
    for _ in range(THREE):
        for kind in kinds:
            for left in reversed(range(_TRIES)):
                example = bank.varied(kind, stream, settings) if left else settings
                found = kind.ask(example)
                if found is None or not _same_numbers(taken, found.settings, settings):
                    continue
                said = found.prompt.text("en"), str(found.answer)
                if said not in asked:
                    asked.add(said)
                    yield found
                    break


def _same_numbers(taken: Taken[S], one: Any, other: S) -> bool:
    """Tell whether a variation is of the very numbers that stand on the sheet."""
    first, second = taken.arrays(one), taken.arrays(other)
    return first.keys() == second.keys() and all(
        np.array_equal(array, second[name], equal_nan=True) for name, array in first.items()
    )


def plain(markdown: str) -> str:
    """Return a sentence without the marks of Markdown."""
    return _MARKDOWN.sub("", markdown)


def _asked(question: Question, lang: str) -> Asked:
    answer = question.answer
    choices = {choice.name: plain(choice.text(lang)) for choice in question.choices}
    if isinstance(answer, str):
        written = choices[answer]
    else:
        sides = answer if isinstance(answer, tuple) else (answer,)
        written = TIMES.join(precise(side) for side in sides)
    because = plain(question.because.text(lang))
    return Asked(plain(question.prompt.text(lang)), written, because, tuple(choices.values()))
