"""AlexNet to scale: a box for each layer's output, in one row or several, as the width allows.

One scale holds for the rows and columns of all maps, one for their channels, one for rows of units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from visualizer.memory import remembered

WIDTHS = {330: 7, 560: 10, 860: 20}  # pixels of the drawing: how many boxes stand in a row
SLANT = (0.3, 0.2)  # how far a pixel of depth goes to the right and up
LABEL = 20  # pixels below a row for the names
AIR = 8  # pixels above the tallest box of a row
LEAST = 44  # pixels of the height where a box can be pressed
_SIDE = 0.45  # of a column's width: a box's length for 55 rows, those of conv1
_CHANNELS = 0.6  # of a column's width: the box's width for the most channels
_UNITS = 2.4  # of a column's width: the height of the longest row of units


@dataclass(frozen=True)
class Drawn:
    """A layer to draw: its output's (C, H, W) or (F,), and whether it has weights.

    ``name``: what a press tells, "" for the input; ``label`` stands below, ``title`` is told.
    """

    name: str
    label: str
    title: str
    shape: tuple[int, ...]
    weights: bool


def arrangements(layers: Sequence[Drawn]) -> list[dict[str, Any]]:
    """Return the drawing for each width, narrow ones first, as JSON values; not to be changed."""
    return _arrangements(tuple(layers))


@remembered(32)
def _arrangements(layers: tuple[Drawn, ...]) -> list[dict[str, Any]]:
    phone = min(WIDTHS)
    return [
        # No box stands alone in a row, but on a phone it would be too narrow for a finger else.
        _arranged(layers, width, count + (width != phone and len(layers) % count == 1))
        for width, count in WIDTHS.items()
    ]


def _arranged(layers: Sequence[Drawn], width: int, count: int) -> dict[str, Any]:
    column = width / count
    most = max(each.shape[0] for each in layers if len(each.shape) == 3)
    longest = max((each.shape[0] for each in layers if len(each.shape) == 1), default=1)
    boxes: list[dict[str, Any]] = []
    top = 0.0
    for start in range(0, len(layers), count):
        row = layers[start : start + count]
        sizes = [_size(each.shape, column, most, longest) for each in row]
        tall = max(LEAST, AIR + max(high + deep * SLANT[1] for _, high, deep in sizes))
        for place, (layer, size) in enumerate(zip(row, sizes, strict=True)):
            left = place * column
            room = [round(left + 1, 1), round(top, 1), round(column - 2, 1), round(tall + LABEL, 1)]
            boxes.append(
                {
                    "name": layer.name, "title": layer.title, "label": layer.label,
                    "weights": layer.weights, "room": room,
                    "faces": _faces(size, left + column / 2, top + tall),
                    "at": [round(left + column / 2, 1), round(top + tall + 15, 1)],
                }
            )  # fmt: skip
        top += tall + LABEL + 6
    return {"width": width, "height": round(top), "boxes": boxes}


def _size(
    shape: tuple[int, ...], column: float, most: int, longest: int
) -> tuple[float, float, float]:
    """Return a box's width, height and depth in pixels."""
    if len(shape) == 1:
        return 6.0, max(2.0, _UNITS * column * shape[0] / longest), 6.0
    cell = _SIDE * column / 55
    return max(2.0, _CHANNELS * column * shape[0] / most), cell * shape[1], cell * shape[2]


def _faces(size: tuple[float, float, float], middle: float, bottom: float) -> list[str]:
    """Return the points of front, top and side of a box that stands in the middle of its column."""
    width, high, deep = size
    right, up = deep * SLANT[0], deep * SLANT[1]
    x, y = middle - (width + right) / 2, bottom - high
    front = [(x, y), (x + width, y), (x + width, bottom), (x, bottom)]
    roof = [(x, y), (x + right, y - up), (x + width + right, y - up), (x + width, y)]
    side = [
        (x + width, y), (x + width + right, y - up), (x + width + right, bottom - up),
        (x + width, bottom),
    ]  # fmt: skip
    return [" ".join(f"{a:.1f},{b:.1f}" for a, b in face) for face in (front, roof, side)]
