"""What a question is: what is asked about which example, the answer, and the usual mistakes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from visualizer.settings.table import Settings
from visualizer.words.text import text

Form = Literal["number", "shape", "choice"]
Answer = float | tuple[float, ...] | str
"""A number; a shape, one number for each of its sides; the name of a choice."""
Cell = tuple[int, int, int]
"""A cell of a picture: its panel, row and column, counted from 0."""
Lights = Mapping[str, tuple[Cell, ...]]
"""Cells to light, by the role of their picture ("input", "kernel", "output", ...)."""

NEAR = 0.005
"""How far a typed number may be from the answer: two decimals, as the screen writes it."""
_APART = 2 * NEAR + 1e-6  # what two answers must differ by, so that nothing typed is near both


@dataclass(frozen=True)
class Said:
    """A sentence by its key, to be said in either language.

    values: what is put into it; a value that is itself a ``Said`` is put in as words.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, lang: str) -> str:
        """Return the sentence in ``lang``."""
        put_in = {
            name: value.text(lang) if isinstance(value, Said) else value
            for name, value in self.values.items()
        }
        return text(self.key, lang, **put_in)


def say(key: str, **values: object) -> Said:
    """Return the sentence ``key`` with these values."""
    return Said(key, values)


@dataclass(frozen=True)
class Mistake:
    """A usual mistake: the answer that it gives, why it is one, and the cells that show it."""

    name: str
    answer: Answer
    why: Said
    lights: Lights = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from; ``label``: what it says, a sentence or written as it is.

    name: what the answer and the mistakes call it.
    """

    name: str
    label: Said | str

    def text(self, lang: str) -> str:
        """Return what the choice says in ``lang``."""
        return self.label.text(lang) if isinstance(self.label, Said) else self.label


@dataclass(frozen=True, eq=False)
class Question:
    """Something asked about an example, answered by the engine.

    lesson: the page's name; kind: which of its questions; settings: the example, settled, with the
    step asked about. prompt asks, hint helps and because explains the answer; formulas are LaTeX
    that stands below ``because``. sides: a key for each side of a shape ("common.rows", ...).
    facts name the example's settings, as far as they are needed. hides: what the picture must not
    show, in the lesson's own words ("shape", "values", "winner"). given: the cells asked about,
    outlined from the start; lights: those that the hint lights.
    """

    lesson: str
    kind: str
    settings: Settings
    form: Form
    prompt: Said
    answer: Answer
    because: Said
    hint: Said
    mistakes: tuple[Mistake, ...] = ()
    choices: tuple[Choice, ...] = ()
    sides: tuple[str, ...] = ()
    hides: frozenset[str] = frozenset()
    given: Lights = field(default_factory=dict)
    lights: Lights = field(default_factory=dict)
    facts: tuple[Said, ...] = ()
    formulas: tuple[str, ...] = ()


def same(one: Answer, other: Answer) -> bool:
    """Tell whether two answers could not be told apart as they are typed or chosen."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    first, second = (a if isinstance(a, tuple) else (a,) for a in (one, other))
    pairs = zip(first, second, strict=False)
    return len(first) == len(second) and all(abs(a - b) < _APART for a, b in pairs)


def question(
    lesson: str,
    kind: str,
    settings: Settings,
    form: Form,
    *,
    prompt: Said,
    answer: Answer,
    because: Said,
    hint: Said,
    mistakes: Iterable[Mistake] = (),
    choices: Sequence[Choice] = (),
    sides: Sequence[str] = (),
    hides: Iterable[str] = (),
    given: Lights | None = None,
    lights: Lights | None = None,
    facts: Sequence[Said] = (),
    formulas: Sequence[str] = (),
) -> Question | None:
    """Return a question whose answer and mistakes can all be told apart; None if it cannot be one.

    A mistake that gives the answer, or what an earlier mistake gives, is left out: it would claim
    too much. So is one whose answer is no finite number or no choice. It is no question where the
    answer is no finite number, no choice, or two choices say the same.
    """
    names = [choice.name for choice in choices]
    if form == "choice":
        says_same = len({choice.text("en") for choice in choices}) < len(choices)
        if answer not in names or len(set(names)) < len(names) or says_same or len(names) < 2:
            return None
    elif not _finite(answer) or (form == "shape" and len(sides) != len(_sides(answer))):
        return None
    kept: list[Mistake] = []
    for mistake in mistakes:
        possible = mistake.answer in names if form == "choice" else _finite(mistake.answer)
        taken = [answer, *(other.answer for other in kept)]
        if possible and not any(same(mistake.answer, other) for other in taken):
            kept.append(mistake)
    return Question(
        lesson, kind, settings, form, prompt, answer, because, hint, tuple(kept), tuple(choices),
        tuple(sides), frozenset(hides), given or {}, lights or {}, tuple(facts), tuple(formulas),
    )  # fmt: skip


def _sides(answer: Answer) -> tuple[float, ...]:
    if isinstance(answer, str):
        return ()
    return answer if isinstance(answer, tuple) else (answer,)


def _finite(answer: Answer) -> bool:
    sides = _sides(answer)
    return bool(sides) and all(math.isfinite(side) for side in sides)
