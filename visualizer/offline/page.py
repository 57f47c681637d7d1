"""An example as one HTML file: its pictures, its player, its words, and nothing to be fetched."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeAlias

from visualizer.lessons.registry import page_named
from visualizer.memory import remembered
from visualizer.notation import precise
from visualizer.offline.document import Draft, alone, content_size, empty_size
from visualizer.offline.pieces import Listed, Piece
from visualizer.taking.taken import taken_of
from visualizer.words.tables import Table
from visualizer.words.text import text

Shows: TypeAlias = Callable[[Any, bool, str], Sequence[Piece]]
"""Settings, whether it is dark, the language: to what a lesson's page shows."""

_MOST_STEPS = 1000  # rows of the table of every step


@cache
def shows(name: str) -> Shows | None:
    """Return what the page called ``name`` shows without a server; None if it has no such page.

    KeyError: there is no such page.
    """
    module = f"{page_named(name).module.__name__}.offline"
    if importlib.util.find_spec(module) is None:
        return None
    found: Shows = importlib.import_module(module).shown
    return found


def draft(name: str, settings: Any, lang: str) -> Draft:
    """Return the page called ``name`` as it is with ``settings`` (settled), in both themes."""
    shown = shows(name)
    assert shown is not None
    lesson = page_named(name).lesson
    return Draft(
        title=text(f"{lesson.prefix}.title", lang),
        lead=text(f"{lesson.prefix}.lead", lang),
        light=[*shown(settings, False, lang), *_steps(name, settings, lang)],
        dark=list(shown(settings, True, lang)),
        lang=lang,
    )


@remembered(4)
def page(name: str, settings: Any, lang: str) -> str:
    """Return the page as one HTML file, which opens from a disk and asks no host for anything."""
    return alone(draft(name, settings, lang))


def size(name: str, settings: Any, dark: bool, lang: str) -> int:
    """Return how many bytes ``page`` will have, within a tenth, without making it.

    dark: the theme whose pictures are made to weigh them; those of the other weigh as much.
    """
    shown = shows(name)
    assert shown is not None
    pieces = list(shown(settings, dark, lang))
    return empty_size(pieces, lang) + 2 * content_size(pieces)


def _steps(name: str, settings: Any, lang: str) -> list[Piece]:
    """Return the table of every step, for those who do not see the player."""
    taken = taken_of(name)
    if taken is None or taken.steps is None:
        return []
    steps = taken.steps(settings, lang)
    rows = tuple(
        tuple(cell if isinstance(cell, str) else precise(cell) for cell in row)
        for row, _ in zip(steps.rows, range(_MOST_STEPS), strict=False)
    )
    return [Listed(Table(steps.columns, rows), text("offline.every_step", lang))]
