"""How large the boxes of a network are, and where those of a straight stack stand.

All boxes are drawn to scale: one scale holds for the rows and columns of all maps, one for their
channels, and one for flat rows of values. Lengths are in pixels; x runs to the right, y upwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from visualizer.lessons.architecture.figures.nodes import DrawnBox

SLANT = (0.42, 0.28)
"""How far one pixel of depth goes to the right and up. A map's columns run along its depth."""

TALLEST = 200  # the height of a box at most
IN_ROWS = 0.65  # of that, where boxes stand in several rows: what is changed below stays in sight
MOST_PER_CELL = 6.0  # the side of a map's cell at most
THICKEST = 58  # the width of the box with the most channels
THINNEST = 2.0  # every length of a box at least
FLAT_WIDTH = 9.0  # the width of a flat row of values
COLUMN = 44  # the room for a box in a row at least
GAP = 18  # between two boxes in a row
STREAM_GAP = 10  # between two streams of a box
WORDS_GAP = 8  # between two captions at least
NARROW = 420
"""In a picture narrower than this the network runs from top to bottom."""

DRAWING = 140  # the width of the boxes' part of a narrow picture; the captions stand beside it
NARROW_ROW = 52  # the height of a box's row in a narrow picture at least


@dataclass(frozen=True)
class PlacedBoxes:
    """Boxes in their places, and the width and height of the picture; narrow: top to bottom."""

    boxes: list[DrawnBox]
    width: float
    height: float
    narrow: bool


Size = tuple[float, float]
"""The width and height of a box's caption in pixels."""


def place_boxes(found: list[DrawnBox], width: int, captions: list[Size]) -> PlacedBoxes:
    """Place boxes in a picture ``width`` pixels wide, which becomes as high as they need."""
    if width < NARROW:
        return _downwards(found, width, captions)
    per_row = max(1, width // COLUMN)
    rows = -(-len(found) // per_row)
    while True:
        parts = _split(found, rows)
        part_of_size = 1.0 if rows == 1 else IN_ROWS
        most = scale = largest(found) * part_of_size
        # Boxes are made smaller down to about half their size; then another row is added.
        while scale > 0.5 * most or rows == len(found):
            measure(found, scale, THICKEST, TALLEST * part_of_size, COLUMN - GAP)
            if all(sum(_column(box) for box in part) <= width for part in parts):
                return _across(parts, width, captions)
            scale *= 0.96
            if scale < 0.05:
                return _across(parts, width, captions)
        rows += 1


def _split(found: list[DrawnBox], rows: int) -> list[list[DrawnBox]]:
    size, more = divmod(len(found), rows)
    parts, start = [], 0
    for row in range(rows):
        end = start + size + (row < more)
        parts.append(found[start:end])
        start = end
    return [part for part in parts if part]


def largest(found: list[DrawnBox]) -> float:
    """Return the most pixels that a cell of the largest map may take."""
    sides = [max(box.shape[1:]) for box in found if len(box.shape) == 3]
    return min(MOST_PER_CELL, TALLEST / max(sides, default=1))


def measure(
    found: list[DrawnBox], scale: float, thickest: float, longest: float, most: float
) -> None:
    """Give every box its size.

    scale: pixels for a cell; thickest: pixels for the most channels; longest: pixels for the
    longest flat row (1000 values at least); most: the width of a flat row at most.
    """
    channels = max((box.shape[0] for box in found if len(box.shape) == 3), default=1)
    values = max((box.shape[0] for box in found if len(box.shape) == 1), default=1)
    for box in found:
        if len(box.shape) == 1:
            box.width = min(FLAT_WIDTH, most)
            box.height = max(THINNEST, box.shape[0] * longest / max(values, 1000))
            box.depth = (3.0, 2.0)
            continue
        count, height, width = box.shape
        box.width = max(THINNEST, count / box.streams * thickest / channels)
        box.height = max(THINNEST, height * scale)
        deep = max(THINNEST, width * scale)
        box.depth = SLANT[0] * deep, SLANT[1] * deep
        box.shift = (0.0, -(box.height + box.depth[1] + STREAM_GAP))


def _column(box: DrawnBox) -> float:
    """Return the width that a box and its caption need in a row."""
    return max(box.extent[0] + GAP, COLUMN)


def _across(parts: list[list[DrawnBox]], width: int, captions: list[Size]) -> PlacedBoxes:
    rows: list[tuple[float, float]] = []
    sizes = iter(captions)
    for part in parts:
        spare = (width - sum(_column(box) for box in part)) / len(part)
        x = 0.0
        for box in part:
            column: float = _column(box) + spare
            box.x = x + (column - box.extent[0]) / 2
            x += column
        rows.append((max(box.extent[1] for box in part), _below(part, width, sizes)))
    total = above = sum(drawn + words for drawn, words in rows)
    for row, (part, (drawn, words)) in enumerate(zip(parts, rows, strict=True)):
        middle = above - drawn / 2 - 6
        for box in part:
            box.row = row
            # The first stream is the upper one.
            box.y = middle + box.extent[1] / 2 - box.height - box.depth[1]
            box.caption = (box.caption[0], above - drawn - 14 - box.caption[1])
        above -= drawn + words
    return PlacedBoxes([box for part in parts for box in part], width, total, False)


def _below(part: list[DrawnBox], width: int, sizes: Iterator[Size]) -> float:
    """Put the captions of a row below its boxes, each in the first line where it has room.

    ``caption`` becomes (middle, how far below the first line); returns the height of all lines.
    """
    ends: list[float] = []  # of each line
    middles: list[tuple[float, int]] = []
    highest = 0.0
    for box in part:
        across, high = next(sizes)
        highest = max(highest, high)
        middle = min(max(box.x + box.extent[0] / 2, across / 2), width - across / 2)
        left = middle - across / 2
        line = next((i for i, end in enumerate(ends) if end + WORDS_GAP <= left), len(ends))
        ends[line:] = [middle + across / 2, *ends[line + 1 :]]
        middles.append((middle, line))
    for box, (middle, line) in zip(part, middles, strict=True):
        box.caption = (middle, line * (highest + 4))
    return len(ends) * (highest + 4) + 26


def _downwards(found: list[DrawnBox], width: int, captions: list[Size]) -> PlacedBoxes:
    sides = max(max(box.shape[1:]) for box in found if len(box.shape) == 3)
    scale = min(MOST_PER_CELL / 2, 0.6 * DRAWING / sides)
    measure(found, scale, THICKEST / 2, DRAWING - 24, 100)
    heights = []
    for box, (_, high) in zip(found, captions, strict=True):
        if len(box.shape) == 1:
            box.width, box.height = box.height, FLAT_WIDTH
        box.shift = (box.width + box.depth[0] + 4, 0.0)
        heights.append(max(box.extent[1] + 14, high + 12, NARROW_ROW))
    total = above = sum(heights)
    for row, (box, height) in enumerate(zip(found, heights, strict=True)):
        box.row = row
        box.x = max(4.0, (DRAWING - box.extent[0]) / 2)
        box.y = above - height / 2 - box.extent[1] / 2
        box.caption = (DRAWING + 12, above - height / 2)
        above -= height
    return PlacedBoxes(found, width, total, True)
