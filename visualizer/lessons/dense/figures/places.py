"""Where everything lies in the drawing of a dense layer, on a desk and on a phone; pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WIDE, NARROW = 620, 320
"""The narrowest columns that the two drawings are made for."""

LETTERS, LARGE = 14, 18  # pixels: no number is smaller; those on large cells are larger
RING = 34  # across the ring around the chosen output
_STEP, _NARROW_STEP, _CLOSEST = 36.0, 27.0, 18.5  # from input to input
_OUTPUT = 42.0  # from output to output at least: the name and the bar of a class stand between
_TALL = 330.0  # of all inputs, so that a projector shows the player and the formula as well
_LINE = 19.0  # a line of text
_BETWEEN = 0.7  # between two channels, in cells


@dataclass(frozen=True)
class Places:
    """The drawing's height, and the domains of its three parts as (left, right, bottom, top).

    step: from input to input; top, bottom: above the first input and below the last one; corners:
    (x, y) of each channel's left top corner and ``cells`` (across, down) of the map's axes, both in
    cells; cell: the side of a cell where the drawing is narrowest; title: above the map; reach: how
    far the axis of the links goes to the left of the inputs and to the right of the outputs, in
    lengths of a link.
    """

    height: float
    map: tuple[float, float, float, float]
    links: tuple[float, float, float, float]
    classes: tuple[float, float, float, float]
    step: float
    top: float
    bottom: float
    corners: tuple[tuple[float, float], ...]
    cells: tuple[float, float]
    cell: float
    title: float
    reach: tuple[float, float]


def spread(count: int, inputs: int) -> np.ndarray:
    """Return the heights of ``count`` outputs beside ``inputs`` inputs, evenly spread."""
    gap = inputs / count
    return np.arange(count) * gap + gap / 2 - 0.5 + 0.0


def places(shape: tuple[int, ...], outputs: int, narrow: bool) -> Places:
    """Return the places for a map (C, H, W) and so many outputs.

    On a desk the channels stand below each other beside the links, on a phone beside each other
    above them.
    """
    channels, height, width = shape
    inputs = channels * height * width
    widest = _NARROW_STEP if narrow else _STEP
    step = max(_CLOSEST, min(widest, _TALL / inputs), _OUTPUT * outputs / inputs, 190 / inputs)
    first = float(spread(outputs, inputs)[0]) * step
    top = max(_LINE + 17, _LINE + RING / 2 + 10 - first)
    bottom = max(14.0, RING / 2 + 6 - first)
    linked = top + (inputs - 1) * step + bottom
    if not narrow:
        corners = tuple((0.0, channel * (height + _BETWEEN)) for channel in range(channels))
        down = channels * (height + _BETWEEN) - _BETWEEN
        # A line of text stands above each map.
        part = 0.28
        cell = min(part * WIDE / width, (linked - 2 * _LINE) / (down + 0.2), 92.0)
        return Places(
            linked, (0, part, 0, 1), (0.295, 0.75, 0, 1), (0.78, 1, 0, 1),
            step, top, bottom, corners, (width, down), cell, _LINE + 3, (0.47, 0.47),
        )  # fmt: skip
    corners = tuple((channel * (width + _BETWEEN), 0.0) for channel in range(channels))
    across = channels * (width + _BETWEEN) - _BETWEEN
    cell = min(44.0, NARROW / (across + 0.2))
    # Beside each other there is room for titles of two lines alone.
    title = _LINE * min(channels, 2) + 3
    above = cell * height + title + 19
    tall = above + linked
    return Places(
        tall, (0, 1, 1 - (above - 12) / tall, 1), (0, 0.57, 0, linked / tall),
        (0.6, 1, 0, linked / tall),
        step, top, bottom, corners, (across, height), cell, title, (0.95, 0.95),
    )  # fmt: skip
