"""The example's numbers as files: every step as CSV, all arrays as NPZ."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np

from visualizer.settings.rules import S
from visualizer.settings.sharing import written
from visualizer.taking.taken import Cell, Taken

MARK = "\ufeff"  # announces UTF-8, without which spreadsheets garble Korean


def steps_csv(taken: Taken[S], settings: S, lang: str) -> str:
    """Return every step as CSV: a row each, numbers in full, with a byte order mark.

    The lesson must have steps (``taken.steps``).
    """
    assert taken.steps is not None
    steps = taken.steps(settings, lang)
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(steps.columns)
    writer.writerows([_plain(cell) for cell in row] for row in steps.rows)
    return MARK + file.getvalue()


def npz(taken: Taken[S], settings: S) -> bytes:
    """Return all arrays by torch's names as a compressed NPZ file.

    It also holds ``lesson`` and ``address``, two texts: the page, and the query that opens it.
    """
    about: dict[str, Any] = {
        "lesson": np.array(taken.name),
        "address": np.array(written(taken.lesson.format(settings))),
    }
    about |= taken.arrays(settings)
    file = io.BytesIO()
    np.savez_compressed(file, **about)
    return file.getvalue()


def _plain(cell: Cell) -> str:
    """Write a cell so that a spreadsheet, and Python, reads the same number again."""
    if isinstance(cell, str):
        return cell
    value = float(cell)
    return str(int(value)) if value.is_integer() else repr(value)
