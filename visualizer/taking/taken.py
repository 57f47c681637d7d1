"""What a lesson gives to take along: its arrays, its steps, its exercises and its worksheet."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.registry import page_named
from visualizer.material.randomness import Stream
from visualizer.settings.rules import S
from visualizer.taking.paper.blocks import Block

Array = NDArray[np.float64]
Cell = str | int | float


@dataclass(frozen=True)
class Steps:
    """Every step of an example, one a row: heads in the reader's language, numbers in full."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True)
class Claim:
    """What has to hold of a filled-in cell: a Python expression, and a hint where it does not."""

    expression: str
    hint: str


@dataclass(frozen=True)
class Exercise:
    """One exercise: a cell with ``...`` to fill in, and a cell that checks it.

    task: Markdown. start, solution: the cell as handed out and solved. filled: a Python expression
    that tells whether anything was filled in; ``claims`` then have to hold, in their order. answer:
    what it comes to, written out, for paper; "" for what only a notebook can ask. note: what is
    said of the code, in a notebook alone. kind: the kind of question, if the lesson's questions ask
    the same; paper asks it once.
    """

    task: str
    start: str
    solution: str
    filled: str
    claims: tuple[Claim, ...]
    answer: str = ""
    note: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Taken(Generic[S]):
    """What the lesson called ``name`` (its page's name) has to take along; None: it has none of it.

    arrays: settings -> arrays by torch's names. steps: every step, in a language.
    numpy, torch: scripts with the numbers that leave the result in ``y``; ``numpy`` may be None.
    exercises: those of the notebook, in a language; they find ``y`` and the scripts' other names,
    of NumPy's where there are any. sheet: what a worksheet shows; None where the example is too
    large for paper. other: the same example with other numbers, drawn from a stream. refused: why
    this one cannot be taken along, as a text's key, "" if it can. steps_are: what the steps are
    called on their button, as a text's key.
    """

    name: str
    arrays: Callable[[S], Mapping[str, Array]]
    steps: Callable[[S, str], Steps] | None = None
    torch: Callable[[S, str], str] | None = None
    numpy: Callable[[S], str] | None = None
    exercises: Callable[[S, str], Sequence[Exercise]] | None = None
    sheet: Callable[[S, str], Sequence[Block] | None] | None = None
    other: Callable[[S, Stream], S] | None = None
    refused: Callable[[S], str] | None = None
    steps_are: str = "take.steps"

    @property
    def lesson(self) -> Any:
        """The lesson's ``visualizer.settings.lesson.Lesson``."""
        return page_named(self.name).lesson


@cache
def taken_of(name: str) -> Taken[Any] | None:
    """Return what the page called ``name`` has to take along; None if nothing.

    KeyError: there is no such page.
    """
    module = f"{page_named(name).module.__name__}.taken"
    if importlib.util.find_spec(module) is None:
        return None
    taken: Taken[Any] = importlib.import_module(f"{module}.offer").TAKEN
    return taken
