"""Three questions of the lesson about an example, as they stand on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from visualizer.asking import Question, bank_of, has_questions
from visualizer.material.randomness import Stream
from visualizer.notation import TIMES, precise
from visualizer.taking.paper.blocks import Asked
from visualizer.taking.taken import Exercise

THREE = 3
_TRIES = 6  # other places of the example that a kind of question is asked about
_TOLD = {"shape"}  # the grid to fill in, and the formula above, tell it already
_MARKDOWN = re.compile(r"\*\*|`|\\(?=[^\w\s])")


def three(name: str, settings: Any, seed: int, own: Sequence[Exercise], lang: str) -> list[Asked]:
    """Return three questions about an example, of different kinds as far as there are so many.

    They are those that the page asks (``visualizer.asking``), filled up with ``own``, the
    lesson's exercises that have an answer to write down. seed: which of them.
    """
    found = list(islice(_drawn(name, settings, Stream(seed)), THREE)) if has_questions(name) else []
    asked = [_asked(question, lang) for question in found]
    rest = [Asked(plain(e.task), e.answer) for e in own if e.answer]
    return [*asked, *rest][:THREE]


def _drawn(name: str, settings: Any, stream: Stream) -> Iterator[Question]:
    """Yield different questions about an example: one of each kind, then more."""
    bank = bank_of(name)
    kinds = stream.shuffled(kind for kind in bank.kinds if kind.name not in _TOLD)
    asked: set[tuple[str, str, str]] = set()
    for _ in range(THREE):
        for kind in kinds:
            for _ in range(_TRIES):
                found = kind.ask(bank.varied(kind, stream, settings))
                said = (kind.name, found.prompt.text("en"), str(found.answer)) if found else None
                if found is not None and said is not None and said not in asked:
                    asked.add(said)
                    yield found
                    break


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
