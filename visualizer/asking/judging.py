"""Judging an answer: right, a usual mistake, wrong, or not to be read at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from visualizer.asking.question import NEAR, Answer, Mistake, Question, Said, say
from visualizer.notation import MINUS
from visualizer.words.quoting import quoted

Code = Literal["right", "mistake", "wrong", "unreadable"]

_DASHES = str.maketrans({MINUS: "-", "\u2012": "-", "\u2013": "-", "\u2014": "-"})
_NUMBER = re.compile(r"[+-]?(\d{1,15}([.,]\d{0,15})?|[.,]\d{1,15})", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d{1,15})?", re.ASCII)
_BETWEEN = re.compile(r"[x×*,;\s]+", re.IGNORECASE)
_LONGEST = 24  # characters of an answer that are repeated to its writer
_MATCHING = 1e-9  # of rounding: 0.125 lies as far from 0.13 as is allowed


@dataclass(frozen=True)
class Verdict:
    """What an answer is, and what is said of it; ``mistake``: the one that was recognised."""

    code: Code
    why: Said
    mistake: Mistake | None = None


def judge(question: Question, typed: Sequence[str]) -> Verdict:
    """Judge what was typed: one field, one for each side of a shape, or the name of a choice."""
    if question.form == "choice":
        return _judged(question, [typed[0] if typed else ""], empty=not any(typed))
    fields = _fields(question, typed)
    if not any(field.strip() for field in fields):
        return Verdict("unreadable", say("ask.empty"))
    readings: list[list[float]] = []
    for written in fields:
        if not written.strip():
            return Verdict("unreadable", say("ask.side_empty"))
        found = readings_of(written)
        if not found:
            shown = quoted(written.strip()[:_LONGEST])
            return Verdict("unreadable", say("ask.unreadable", typed=shown))
        readings.append(found)
    if question.form == "number":
        return _judged(question, list(readings[0]))
    return _judged(question, [tuple(found[0] for found in readings)])


def readings_of(written: str) -> list[float]:
    """Return the numbers that a person may have meant; none if it is no number.

    A decimal comma, a real minus, spaces between thousands and fractions are understood.

    >>> readings_of("−1,5"), readings_of("13/4"), readings_of("1 234"), readings_of("2,304")
    ([-1.5], [3.25], [1234.0], [2304.0, 2.304])
    """
    # Korean and Japanese keyboards can write digits and signs in full width.
    plain = unicodedata.normalize("NFKC", written).replace("\u2044", "/").translate(_DASHES)
    plain = re.sub(r"\s+", "", plain)
    found = [float(plain.replace(",", ""))] if _THOUSANDS.fullmatch(plain) else []
    if _NUMBER.fullmatch(plain):
        found.append(float(plain.replace(",", ".")))
    top, slash, bottom = plain.partition("/")
    if slash and _NUMBER.fullmatch(top) and _NUMBER.fullmatch(bottom):
        divisor = float(bottom.replace(",", "."))
        found += [float(top.replace(",", ".")) / divisor] if divisor else []
    return found


def meets(typed: Answer, answer: Answer) -> bool:
    """Tell whether what was typed is this answer: numbers to two decimals, as the screen has."""
    if isinstance(typed, str) or isinstance(answer, str):
        return typed == answer
    first, second = (a if isinstance(a, tuple) else (a,) for a in (typed, answer))
    pairs = zip(first, second, strict=False)
    return len(first) == len(second) and all(abs(a - b) <= NEAR + _MATCHING for a, b in pairs)


def _judged(question: Question, readings: Sequence[Answer], *, empty: bool = False) -> Verdict:
    if empty:
        return Verdict("unreadable", say("ask.choose"))
    if any(meets(typed, question.answer) for typed in readings):
        return Verdict("right", question.because)
    for typed in readings:
        for mistake in question.mistakes:
            if meets(typed, mistake.answer):
                return Verdict("mistake", mistake.why, mistake)
    return Verdict("wrong", _partly(question, readings[0]) or say("ask.wrong"))


def _partly(question: Question, typed: Answer) -> Said | None:
    """Say which side of a shape is right already; nothing where none is."""
    if not isinstance(typed, tuple) or not isinstance(question.answer, tuple):
        return None
    pairs = zip(typed, question.answer, question.sides, strict=True)
    right = [Said(side) for one, other, side in pairs if abs(one - other) <= NEAR]
    if len(right) == 1:
        return say("ask.one_side", side=right[0])
    return say("ask.two_sides", first=right[0], second=right[1]) if len(right) == 2 else None


def _fields(question: Question, typed: Sequence[str]) -> list[str]:
    """Return one text for each number asked; a shape written into the first field is taken apart.

    >>> _BETWEEN.split("3×3"), _BETWEEN.split("2, 3,3")
    (['3', '3'], ['2', '3', '3'])
    """
    wanted = max(1, len(question.sides))
    fields = [*typed, *[""] * wanted][:wanted]
    if wanted > 1 and not any(field.strip() for field in fields[1:]):
        parts = _BETWEEN.split(fields[0].strip().strip("()[]"))
        if len(parts) == wanted:
            return parts
    return fields
