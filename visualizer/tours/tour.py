"""What a tour is: steps, each with a page as it is to open, a few sentences and a thing to try."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from visualizer.lessons.registry import PageEntry, page_named
from visualizer.words.text import LANGUAGES

Cells = Mapping[int, tuple[tuple[int, int], ...]]
"""Cells of one role by panel: (row, column), all counted from 0 in the grid as it is drawn."""


@dataclass(frozen=True)
class Words:
    """A text in one or more languages; a plain one, in no language it names, has only "" as key."""

    said: Mapping[str, str]

    def text(self, lang: str) -> str:
        """Return the text in ``lang``, where there is none in another language."""
        for wanted in (lang, "", *LANGUAGES):
            if wanted in self.said:
                return self.said[wanted]
        return ""

    def language(self, lang: str) -> str:
        """Return which language ``text`` answers in, "" where the file does not say."""
        return lang if lang in self.said else next(iter(self.said), "")


@dataclass(frozen=True)
class Stage:
    """What a step shows on the stage: steps counted from 0, cells by role.

    ``to`` is None where nothing moves; ``speed`` is in steps a second.
    """

    to: int | None = None
    speed: float = 1.0
    light: Mapping[str, Cells] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """A question of the teacher's own; ``answer`` is the place of the right choice, from 0."""

    text: Words
    choices: tuple[Words, ...]
    answer: int
    why: Words | None = None


@dataclass(frozen=True)
class Step:
    """One step: the page's name, the settings in its address (its step too), and what is said.

    ``ask`` is the kind of one of the lesson's own questions, "" for none.
    """

    page: str
    query: Mapping[str, str]
    title: Words
    text: Words
    try_: Words | None = None
    stage: Stage | None = None
    question: Question | None = None
    ask: str = ""

    @property
    def entry(self) -> PageEntry:
        """The page."""
        return page_named(self.page)


@dataclass(frozen=True)
class Tour:
    """A tour; ``name`` is what an address calls it."""

    name: str
    title: Words
    steps: tuple[Step, ...]
