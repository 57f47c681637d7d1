"""How figures write: their font, and the numbers on cells."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

import numpy as np

from visualizer.notation import number

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans KR', sans-serif"


SUM_SIZE = 15
"""Pixels: the size of a channel's sum, which is read at any width."""
QUESTION_SIZE, SMALL_QUESTION = 22, 12
"""Pixels: the size of the question mark in a cell that is asked about, and in a small cell."""
BLANK = "\u00a0"
"""What a cell says that has no number now: Plotly would take an empty text away for good."""


def cell_text(value: float, write: Callable[[float], str] = number) -> str:
    """Write a cell's number; a NaN, which stands for a cell that does not count, as a blank."""
    return BLANK if math.isnan(value) else write(value)


def longest_number(*arrays: np.ndarray, write: Callable[[float], str] = number) -> float:
    """Return how many em the longest number in the arrays is wide, at least as many as a digit.

    In large arrays only a sample is measured: the smallest, the largest, and some between. write:
    how the numbers are written.
    """
    longest = 0.65
    for array in arrays:
        flat = np.unique(array)
        for value in flat if flat.size <= 64 else np.r_[flat[:16], flat[-16:], flat[::37]]:
            longest = max(longest, text_width(cell_text(value, write), 1))
    return round(longest, 2)


_NARROW, _BROAD = set(".,:;'|!il j()"), set("mwMW×−+=%→∗·")


def text_width(words: str, size: float) -> float:
    """Return about how many pixels a line takes at a font size, bold or not: rather more than less.

    It is stated for the broadest of the usual fonts (DejaVu Sans): a digit takes 0.65 em, a letter
    0.7, narrow signs 0.4, broad ones 0.98, a Korean syllable 1. Tags such as ``<b>`` take nothing.
    """
    plain = re.sub(r"<[^>]*>", "", words) if "<" in words else words
    return size * sum(_em(letter) for letter in plain)


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if ord(letter) > 0x1100 and letter not in _BROAD:
        return 1.0 if ord(letter) > 0x2E80 else 0.4  # thin spaces and the like
    if letter in _NARROW:
        return 0.4
    if letter in _BROAD:
        return 0.98
    return 0.65 if letter.isdigit() else 0.7
