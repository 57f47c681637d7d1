"""A grid that was painted in the browser, checked before it is believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from visualizer.settings.grids import DECIMALS, LARGEST

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Painted:
    """An input (channels, rows, columns), and how many paintings the browser has sent by then."""

    grid: Array
    count: int


def read_painted(sent: object, shape: tuple[int, int, int]) -> Painted | None:
    """Read what the browser sent for an input of this shape; None for anything else.

    sent: ``{"grid": [...], "shape": [...], "count": n}``, the numbers in C order. Numbers beyond
    ±999 and finer than six decimals are brought to what a grid takes.

    >>> read_painted({"grid": [0, 1000], "shape": [1, 1, 2], "count": 3}, (1, 1, 2))
    Painted(grid=array([[[  0., 999.]]]), count=3)
    """
    if not isinstance(sent, Mapping):
        return None
    numbers, count = sent.get("grid"), sent.get("count")
    sizes = sent.get("shape")
    if not isinstance(numbers, list) or not isinstance(sizes, list) or tuple(sizes) != shape:
        return None
    if len(numbers) != np.prod(shape) or not all(map(_is_number, (*numbers, count))):
        return None
    grid = np.clip(np.array(numbers, dtype=np.float64), -LARGEST, LARGEST).reshape(shape)
    return Painted(np.round(grid, DECIMALS) + 0.0, int(count))  # type: ignore[arg-type]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
