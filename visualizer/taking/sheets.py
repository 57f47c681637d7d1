"""Worksheets of an example as one PDF: for one, or with other numbers for each of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from visualizer.material.randomness import Stream
from visualizer.settings.rules import S
from visualizer.taking.asked import three
from visualizer.taking.paper.blocks import Block, Heading
from visualizer.taking.taken import Taken
from visualizer.words.text import text

PAPERS = ("a4", "letter")
MOST_SHEETS = 40
_TRIES = 60  # examples drawn for one sheet until no other sheet has its numbers


def fits_paper(taken: Taken[S], settings: S, lang: str) -> bool:
    """Tell whether the example is small enough for a worksheet."""
    return taken.sheet is not None and taken.sheet(settings, lang) is not None


def examples(taken: Taken[S], settings: S, count: int, seed: int) -> list[S]:
    """Return an example for each sheet: the one on the screen for one, else others from the seed.

    They keep the shapes and differ in the numbers; two are alike only where the lesson has no
    more (a dropout of two neurons has four masks).
    """
    if count == 1 or taken.other is None:
        return [settings] * count
    drawn: list[S] = []
    for place in range(count):
        stream = Stream(seed, place)
        for _ in range(_TRIES):
            found = taken.lesson.settle(taken.other(settings, stream))[0]
            if found not in drawn:
                break
        drawn.append(found)
    return drawn


def blocks(taken: Taken[S], settings: S, seed: int, lang: str) -> list[Block]:
    """Return what stands on the sheet of an example that fits: its numbers, and three questions."""
    assert taken.sheet is not None
    shown = taken.sheet(settings, lang)
    assert shown is not None
    questions = three(taken, settings, seed, lang)
    return [*shown, Heading(text("take.paper_questions", lang)), *questions]


def worksheets(
    taken: Taken[Any],
    settings: Any,
    lang: str,
    *,
    size: str = "a4",
    count: int = 1,
    seed: int = 0,
    key: bool = True,
) -> bytes:
    """Return a PDF with ``count`` sheets and, behind all of them, each one's key on its own page.

    settings: of an example that fits (see ``fits_paper``); size: "a4" or "letter"; count: 1 to
    MOST_SHEETS; seed: 0 to LAST_SEED, which alone decides the numbers of more than one.
    """
    # The library is loaded by those who print.
    from visualizer.taking.paper.drawing import draw
    from visualizer.taking.paper.page import Paper

    title = text(f"{taken.lesson.prefix}.title", lang)
    paper = Paper(size, text("take.paper_title", lang, lesson=title))
    made = [
        blocks(taken, example, Stream(seed, place).seed(), lang)
        for place, example in enumerate(examples(taken, settings, count, seed))
    ]
    for is_key in (False, True) if key else (False,):
        for place, sheet in enumerate(made):
            paper.begin(*_head(title, place, count, seed, lang, is_key))
            draw(paper, sheet, lang, key=is_key)
    return paper.done()


def _head(title: str, place: int, count: int, seed: int, lang: str, is_key: bool) -> Sequence[str]:
    note = text("app.name", lang)
    if count > 1:
        note = text("take.paper_sheet", lang, number=place + 1, count=count, seed=seed)
    return (text("take.paper_key", lang, lesson=title) if is_key else title), note
