"""Kernels with a name: the textbook numbers at 3×3, the same idea at every other size.

Built from one-dimensional pieces, so that a kernel of any height and width has its meaning:

* Gaussian: binomial numbers (1 2 1, 1 4 6 4 1, …) across and down, divided by their sum;
* Sobel: how far from the centre in one direction (−1 0 1), times a triangle in the other (1 2 1).
  Beyond 3×3 there are several Sobels: OpenCV uses binomials, which reach tens of thousands at
  11×11; distance and triangle keep whole numbers under 31 that a person can follow;
* Laplacian: −1 all over, and in the centre what makes the sum 0; sharpen: the same with sum 1. At
  3×3 the four-neighbour forms are used (0 −1 0, −1 4 −1, 0 −1 0 and 5 in the centre).

Everything is written as cross-correlation applies it: Sobel x answers positively where the right
side is brighter.
"""

from __future__ import annotations

from collections.abc import Callable
from math import comb

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def identity(height: int, width: int) -> Array:
    """Return 1 in the centre (for even sizes just before it), else 0: the output is the input."""
    kernel = np.zeros((height, width))
    kernel[_centre(height), _centre(width)] = 1.0
    return kernel


def box(height: int, width: int) -> Array:
    """Return equal weights 1 / (height · width): the mean of what the window covers."""
    return np.full((height, width), 1.0 / (height * width))


def gaussian(height: int, width: int) -> Array:
    """Return binomial products divided by their sum: a mean that weighs the centre most."""
    weights = np.outer(_binomial(height), _binomial(width))
    mean: Array = weights / weights.sum()
    return mean


def laplacian(height: int, width: int) -> Array:
    """Return what the centre has more than its surroundings: sum 0, so a flat area gives 0.

    For a 1×1 kernel there are no surroundings: it is 0.
    """
    around = np.full((height, width), -1.0)
    if (height, width) == (3, 3):
        around[::2, ::2] = 0.0
    around[_centre(height), _centre(width)] -= around.sum()
    return around


def sharpen(height: int, width: int) -> Array:
    """Return the picture plus its Laplacian: sum 1, so a flat area stays as it is."""
    return identity(height, width) + laplacian(height, width)


def sobel_x(height: int, width: int) -> Array:
    """Return the change from left to right, smoothed from top to bottom.

    A kernel of width 1 sees no change: it is 0.
    """
    return np.outer(_triangle(height), _offsets(width))


def sobel_y(height: int, width: int) -> Array:
    """Return the change from top to bottom, smoothed from left to right.

    A kernel of height 1 sees no change: it is 0.
    """
    return np.outer(_offsets(height), _triangle(width))


def emboss(height: int, width: int) -> Array:
    """Return light from the upper left: the change along the diagonal, plus the picture itself."""
    return np.add.outer(_offsets(height), _offsets(width)) + identity(height, width)


KERNELS: dict[str, Callable[[int, int], Array]] = {
    "identity": identity,
    "box": box,
    "gaussian": gaussian,
    "sharpen": sharpen,
    "laplacian": laplacian,
    "sobel_x": sobel_x,
    "sobel_y": sobel_y,
    "emboss": emboss,
}
PRESETS = (*KERNELS, "random", "custom")

# Filters after the first take the kernels that follow in this ring: neighbours answer differently.
RING = ("sobel_x", "sobel_y", "laplacian", "gaussian", "sharpen", "emboss", "box", "identity")


def filter_presets(first: str, filters: int) -> tuple[str, ...]:
    """Return the preset of each filter when the first is ``first``.

    >>> filter_presets("sobel_x", 3)
    ('sobel_x', 'sobel_y', 'laplacian')
    """
    if first not in RING:
        return (first,) * filters
    start = RING.index(first)
    return tuple(RING[(start + i) % len(RING)] for i in range(filters))


def _centre(size: int) -> int:
    return (size - 1) // 2


def _binomial(size: int) -> Array:
    return np.array([comb(size - 1, i) for i in range(size)], dtype=np.float64)


def _triangle(size: int) -> Array:
    """Whole numbers that rise to the middle and fall again: 1 2 1, 1 2 2 1, 1 2 3 2 1."""
    places = np.arange(size, dtype=np.float64)
    return np.minimum(places + 1, size - places)


def _offsets(size: int) -> Array:
    """Whole steps from the middle: −1 0 1; even sizes have no middle cell: −2 −1 1 2."""
    steps = np.arange(size) - size // 2
    return np.where((steps >= 0) & (size % 2 == 0), steps + 1, steps).astype(np.float64)
