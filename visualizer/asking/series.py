"""From a seed to ten questions; and questions about one example."""

from __future__ import annotations

import importlib
import importlib.util
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic

from visualizer.asking.question import Question
from visualizer.lessons.registry import page_named
from visualizer.material.randomness import Stream
from visualizer.memory import remembered
from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import S

TEN = 10
LEVELS = (1, 2, 3)
_TRIES = 60  # examples drawn for one question before another kind is asked


@dataclass(frozen=True)
class Kind(Generic[S]):
    """One kind of question of a lesson.

    draw: from random numbers and a level (1, 2 or 3) to the settings of an example with its step,
    which the lesson then settles. ask: from settled settings to the question about them, None where
    there is none to ask. levels: the levels that ask it. vary: from random numbers and settings to
    the same example at another place, for questions about the reader's own; None moves the step.
    """

    name: str
    draw: Callable[[Stream, int], S]
    ask: Callable[[S], Question | None]
    levels: tuple[int, ...] = LEVELS
    vary: Callable[[Stream, S], S] | None = None


@dataclass(frozen=True)
class Bank(Generic[S]):
    """All kinds of questions of a lesson; ``name`` is its page's.

    state: tells apart what answers depend on besides settings, such as which network is loaded.
    """

    name: str
    lesson: Lesson[S]
    kinds: tuple[Kind[S], ...] = field(default_factory=tuple)
    state: Callable[[], int] = lambda: 0

    def kind(self, name: str) -> Kind[S]:
        """Return the kind called ``name``; KeyError if there is none."""
        for kind in self.kinds:
            if kind.name == name:
                return kind
        raise KeyError(name)

    def settled(self, settings: S) -> S:
        """Return possible settings near these, run forward: that is what is asked about."""
        return self.lesson.forward(self.lesson.settle(settings)[0])

    def varied(self, kind: Kind[S], stream: Stream, settings: S) -> S:
        """Return the same example, run forward, at another place."""
        settings = self.lesson.forward(settings)
        if kind.vary is not None:
            return self.settled(kind.vary(stream, settings))
        step = self.lesson.step
        if not step:
            return settings
        last = int(self.lesson.bound(settings, step).high)
        return self.settled(settings.changed(**{step: stream.whole(0, last)}))


def has_questions(name: str) -> bool:
    """Tell whether the page called ``name`` has questions."""
    return _bank_module(name) is not None


@cache
def _bank_module(name: str) -> str | None:
    module = f"{page_named(name).module.__name__}.questions"
    return f"{module}.bank" if importlib.util.find_spec(module) is not None else None


def bank_of(name: str) -> Bank[Any]:
    """Return the questions of the page called ``name``; KeyError if it has none."""
    module = _bank_module(name)
    if module is None:
        raise KeyError(name)
    bank: Bank[Any] = importlib.import_module(module).BANK
    return bank


def about(name: str, kind: str, settings: S) -> Question | None:
    """Return the question of a kind about this very example; None where there is none to ask.

    name: the page's; settings: settled, with the step asked about. KeyError: no such kind.
    """
    bank = bank_of(name)
    return bank.kind(kind).ask(bank.lesson.forward(settings))


def series(name: str, level: int, seed: int) -> tuple[Question, ...]:
    """Return the ten questions of a level that everyone with this seed gets."""
    return _series(name, level, seed, bank_of(name).state())


@remembered(64)
def _series(name: str, level: int, seed: int, state: int) -> tuple[Question, ...]:
    bank = bank_of(name)
    kinds = [kind for kind in bank.kinds if level in kind.levels]

    def drawn(kind: Kind[Any], stream: Stream) -> Question | None:
        return kind.ask(bank.settled(kind.draw(stream, level)))

    return tuple(_ten(kinds, drawn, _number(name), level, seed))


def series_about(name: str, settings: S, seed: int) -> tuple[Question, ...]:
    """Return up to ten different questions about the reader's own example, perhaps none."""
    return _series_about(name, settings, seed, bank_of(name).state())


@remembered(64)
def _series_about(name: str, settings: S, seed: int, state: int) -> tuple[Question, ...]:
    bank = bank_of(name)

    def moved(kind: Kind[Any], stream: Stream) -> Question | None:
        return kind.ask(bank.varied(kind, stream, settings))

    return tuple(_ten(list(bank.kinds), moved, _number(name), 0, seed))


def _number(name: str) -> int:
    """Return a number for a page's name, the same in every process and for ever."""
    return zlib.crc32(name.encode())


def _ten(
    kinds: list[Kind[Any]],
    asked: Callable[[Kind[Any], Stream], Question | None],
    *seeds: int,
) -> Iterator[Question]:
    """Yield different questions, each kind as often as the others."""
    order = Stream(*seeds)
    rounds: list[Kind[Any]] = []
    while kinds and len(rounds) < TEN:
        rounds += order.shuffled(kinds)
    seen: set[str] = set()
    spent: set[str] = set()  # kinds that have nothing more to ask
    for place, first in enumerate(rounds[:TEN]):
        stream = Stream(*seeds, place)
        # Where it is the turn of a kind that has nothing (more) to ask, another one may.
        for kind in [first, *stream.shuffled([kind for kind in kinds if kind is not first])]:
            found = None if kind.name in spent else _new(kind, asked, stream, seen)
            if found is not None:
                seen.add(_what(found))
                yield found
                break
            spent.add(kind.name)


def _new(
    kind: Kind[Any],
    asked: Callable[[Kind[Any], Stream], Question | None],
    stream: Stream,
    seen: set[str],
) -> Question | None:
    for _ in range(_TRIES):
        found = asked(kind, stream)
        if found is not None and _what(found) not in seen:
            return found
    return None


def _what(question: Question) -> str:
    """Return what tells one question from another: its words, and the right answer."""
    words = (question.prompt, *question.facts)
    return f"{question.kind} {[said.text('en') for said in words]} {question.answer}"
