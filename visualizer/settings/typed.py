"""What a person types into a cell of a grid: read as people write numbers, and judged.

A decimal comma and a real minus are understood. What is no number changes nothing, what is too
large or too fine is brought to what a grid takes, and neither happens in silence.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from visualizer.notation import MINUS
from visualizer.settings.grids import DECIMALS, LARGEST

_NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)", re.ASCII)
_DASHES = str.maketrans({MINUS: "-", "\u2012": "-", "\u2013": "-"})


@dataclass(frozen=True)
class Judged:
    """What becomes of a typed cell: its number ``used``, and why it is not what was typed.

    ``code`` is "" if it is; else "empty" or "no_number" (the old number stays), "too_large" or
    "too_fine" (the nearest number that a grid takes).
    """

    used: float
    code: str = ""


def judge(typed: object, old: float) -> Judged:
    """Read what was typed into a cell that held ``old``: text, or a number.

    >>> judge("−1,5", 0), judge("abc", 4)
    (Judged(used=-1.5, code=''), Judged(used=4, code='no_number'))
    """
    # Korean and Japanese keyboards can write digits and signs in full width.
    written = unicodedata.normalize("NFKC", "" if typed is None else str(typed))
    written = written.translate(_DASHES).strip()
    if not written:
        return Judged(old, "empty")
    if not _NUMBER.fullmatch(written):
        return Judged(old, "no_number")
    value = float(written.replace(",", "."))
    if abs(value) > LARGEST:
        return Judged(LARGEST if value > 0 else -LARGEST, "too_large")
    kept = round(value, DECIMALS) + 0.0  # no negative zero
    return Judged(kept, "" if kept == value else "too_fine")


def cell_text(value: float) -> str:
    """Write a cell's number in full, so that typing it again gives the same number.

    >>> cell_text(-2.0), cell_text(0.0625)
    ('−2', '0.0625')
    """
    digits = f"{abs(value):.{DECIMALS}f}".rstrip("0").rstrip(".")
    return MINUS + digits if value < 0 and digits != "0" else digits
