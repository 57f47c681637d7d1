"""Input pictures made of numbers: each is small whole numbers and shows a kernel at work.

Every pattern is a function (height, width) -> (height, width) array of whole numbers. The first
channel is the pattern; the second is its negative (highest value minus each), the third its mirror
image, so that channels differ and their sums can be told apart.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PEAK = 9.0


def ramp(height: int, width: int) -> Array:
    """Return row plus column: an even slope, on which every derivative is constant."""
    return np.add.outer(np.arange(height), np.arange(width)).astype(np.float64)


def checkerboard(height: int, width: int) -> Array:
    """Return 0 and 1 in turn: the finest detail a grid can hold."""
    return np.add.outer(np.arange(height), np.arange(width)).astype(np.float64) % 2


def edge(height: int, width: int) -> Array:
    """Return 0 on the left and 9 on the right: one vertical step."""
    return np.tile(np.where(np.arange(width) < (width + 1) // 2, 0.0, PEAK), (height, 1))


def cross(height: int, width: int) -> Array:
    """Return a horizontal and a vertical bar through the middle, a fifth of the picture wide."""
    down, across = _from_centre(height, width)
    thick = max(1.0, min(height, width) / 5) / 2
    return ((np.abs(down) <= thick) | (np.abs(across) <= thick)).astype(np.float64)


def circle(height: int, width: int) -> Array:
    """Return a ring, dark inside and outside, its rim shaded by how much of a cell it covers."""
    down, across = _from_centre(height, width)
    distance = np.hypot(down, across * (height / width))
    radius, thick = (height - 1) / 2 * 0.8, max(1.0, height / 8)
    return np.round(PEAK * np.clip(1 - np.abs(distance - radius) / thick, 0, 1))


# A three as a pen writes it, on a unit square (row, column): two bows that meet in the middle.
_STROKES = (
    ((0.16, 0.26), (0.08, 0.52), (0.14, 0.72), (0.28, 0.78), (0.42, 0.68), (0.48, 0.46)),
    ((0.48, 0.46), (0.54, 0.70), (0.70, 0.80), (0.86, 0.70), (0.92, 0.46), (0.84, 0.22)),
)


def digit(height: int, width: int) -> Array:
    """Return a handwritten-looking three, 0 to 9, drawn for any size with a soft stroke."""
    rows = (np.arange(height) + 0.5)[:, None] / height
    columns = (np.arange(width) + 0.5)[None, :] / width
    nearest = np.full((height, width), np.inf)
    for stroke in _STROKES:
        for (r0, c0), (r1, c1) in pairwise(stroke):
            along = ((rows - r0) * (r1 - r0) + (columns - c0) * (c1 - c0)) / (
                (r1 - r0) ** 2 + (c1 - c0) ** 2
            )
            along = np.clip(along, 0, 1)
            away = np.hypot(rows - r0 - along * (r1 - r0), columns - c0 - along * (c1 - c0))
            nearest = np.minimum(nearest, away)
    # Half the pen's width, never thinner than what one cell can show.
    pen = max(0.07, 0.45 / min(height, width))
    return np.round(PEAK * np.clip(1.6 - nearest / pen, 0, 1))


PATTERNS: dict[str, Callable[[int, int], Array]] = {
    "ramp": ramp,
    "checkerboard": checkerboard,
    "edge": edge,
    "cross": cross,
    "circle": circle,
    "digit": digit,
}


def pattern(name: str, channels: int, height: int, width: int) -> Array:
    """Return the pattern ``name`` as a (channels, height, width) picture; KeyError if unknown."""
    first = PATTERNS[name](height, width)
    return np.stack((first, first.max() - first, first[:, ::-1])[:channels])


def _from_centre(height: int, width: int) -> tuple[Array, Array]:
    down = np.arange(height)[:, None] - (height - 1) / 2
    across = np.arange(width)[None, :] - (width - 1) / 2
    return np.broadcast_to(down, (height, width)), np.broadcast_to(across, (height, width))
