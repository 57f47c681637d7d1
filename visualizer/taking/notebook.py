"""A notebook of the example: NumPy, PyTorch, and exercises whose cells check themselves.

Written as nbformat 4.5 describes it (nbformat.readthedocs.io, "The Notebook file format"). As
handed out it runs top to bottom: what is not filled in says so and gives a hint.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from visualizer.settings.rules import S
from visualizer.taking.taken import Exercise, Taken
from visualizer.words.text import text


@dataclass(frozen=True)
class Cell:
    """A cell: ``kind`` is "markdown" or "code"."""

    kind: str
    source: str


def notebook(taken: Taken[S], settings: S, lang: str, link: str = "", *, solved: bool) -> str:
    """Return the notebook as JSON text.

    The lesson must have a script for torch. link: the address of the example, "" for none;
    ``solved``: with the exercises filled in.
    """
    written = [
        _written(cell, n) for n, cell in enumerate(cells(taken, settings, lang, link, solved))
    ]
    content = {
        "cells": written,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def cells(taken: Taken[S], settings: S, lang: str, link: str, solved: bool) -> Iterator[Cell]:
    """Yield the notebook's cells from top to bottom."""
    assert taken.torch is not None
    title = text(f"{taken.lesson.prefix}.title", lang)
    yield Cell("markdown", f"# {title}\n\n{text('take.notebook_lead', lang)}")
    if link:
        yield Cell("markdown", text("take.notebook_link", lang, link=f"<{link}>"))
    if taken.numpy is None:
        yield Cell("markdown", f"## PyTorch\n\n{text('take.notebook_torch_alone', lang)}")
        yield Cell("code", taken.torch(settings, lang))
    else:
        yield Cell("markdown", f"## PyTorch\n\n{text('take.notebook_torch', lang)}")
        yield Cell("code", taken.torch(settings, lang) + "by_torch = y.detach().numpy()\n")
        yield Cell("markdown", f"## NumPy\n\n{text('take.notebook_numpy', lang)}")
        yield Cell("code", taken.numpy(settings))
        yield Cell("markdown", text("take.notebook_compare", lang))
        yield Cell(
            "code", "assert np.allclose(y, by_torch)\nprint(np.abs(y - by_torch).max(initial=0))\n"
        )
    if taken.exercises is None:
        return
    yield Cell("markdown", f"## {text('take.exercises', lang)}\n\n{text('take.fill_in', lang)}")
    for place, exercise in enumerate(taken.exercises(settings, lang)):
        yield Cell("markdown", f"**{place + 1}.** {exercise.task} {exercise.note}".rstrip())
        yield Cell("code", exercise.solution if solved else exercise.start)
        yield Cell("code", _check(exercise, lang))


def _check(exercise: Exercise, lang: str) -> str:
    """Return the cell that checks an exercise: it asserts with a hint, once it is filled in."""
    lines = [f"if {exercise.filled}:"]
    for claim in exercise.claims:
        lines.append(f"    assert {claim.expression}, {claim.hint!r}")
    todo = text("take.not_filled", lang, hint=exercise.claims[0].hint)
    lines += [f"    print({text('take.right', lang)!r})", "else:", f"    print({todo!r})"]
    return "\n".join(lines) + "\n"


def _written(cell: Cell, place: int) -> dict[str, Any]:
    found: dict[str, Any] = {
        "cell_type": cell.kind,
        "id": f"cell-{place + 1:02}",
        "metadata": {},
        "source": cell.source.rstrip("\n").splitlines(keepends=True),
    }
    return found | {"execution_count": None, "outputs": []} if cell.kind == "code" else found
