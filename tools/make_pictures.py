"""Draw the picture on each lesson's card: assets/lessons/<page>.svg.

    python tools/make_pictures.py

A picture suits the light and the dark theme: its gray lines can be seen on white and on black, and
its fills are transparent. Magenta is the moving window, as in the lessons.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "lessons"
WIDTH, HEIGHT = 320, 140
BLUE, ORANGE, WINDOW, INK = "#3f83d6", "#e0752d", "#d6338f", "#7b8794"


def cell(x: float, y: float, side: float, value: float) -> str:
    """Return one cell of a grid, blue above zero and orange below; value: −1 to 1."""
    colour = BLUE if value >= 0 else ORANGE
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{side:g}" height="{side:g}" fill="{colour}" '
        f'fill-opacity="{abs(value):.2f}" stroke="{INK}" stroke-opacity=".6"/>'
    )


def grid(x: float, y: float, side: float, rows: Iterable[Iterable[float]]) -> str:
    """Return a grid of cells, each with a side of ``side`` pixels."""
    return "".join(
        cell(x + column * side, y + row * side, side, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
    )


def window(x: float, y: float, width: float, height: float) -> str:
    """Return the strong outline of a moving window."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="2" fill="none" '
        f'stroke="{WINDOW}" stroke-width="3"/>'
    )


def line(points: Iterable[tuple[float, float]], width: float = 1.5, **more: str) -> str:
    """Return a line through ``points``; ``stroke`` and ``opacity`` may be given."""
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    stroke, opacity = more.get("stroke", INK), more.get("opacity", "1")
    return (
        f'<polyline points="{way}" fill="none" stroke="{stroke}" stroke-width="{width:g}" '
        f'stroke-opacity="{opacity}" stroke-linejoin="round" stroke-linecap="round"/>'
    )


def arrow(x: float, y: float, length: float = 26) -> str:
    """Return an arrow that points to the right."""
    tip = x + length
    return line([(x, y), (tip, y)]) + line([(tip - 6, y - 5), (tip, y), (tip - 6, y + 5)])


def node(x: float, y: float, radius: float, fill: str = BLUE, opacity: float = 0.75) -> str:
    """Return a circle for a neuron."""
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" fill-opacity="{opacity:g}" '
        f'stroke="{INK}"/>'
    )


IMAGE = [
    [0.1, 0.2, 0.7, 0.6, 0.1],
    [0.0, 0.5, 0.9, 0.3, 0.0],
    [0.1, 0.8, 0.6, 0.1, 0.0],
    [0.2, 0.9, 0.3, 0.0, 0.1],
    [0.1, 0.6, 0.7, 0.2, 0.0],
]


def slope(row: int, column: int) -> float:
    """Return the result of a vertical edge kernel at a place of ``IMAGE``."""
    rows = IMAGE[row : row + 3]
    return sum(values[column + 2] - values[column] for values in rows) / 2.4


def convolution() -> str:
    """Return a window over an input, and the cell that it makes."""
    made = [[slope(row, column) for column in range(3)] for row in range(3)]
    made[2] = [made[2][0], 0, 0]
    return (
        grid(38, 15, 22, IMAGE)
        + window(60, 37, 66, 66)
        + arrow(165, 70)
        + grid(213, 37, 22, made)
        + window(235, 59, 22, 22)
    )


def activation() -> str:
    """Return the curve of ReLU, with that of sigmoid behind it."""
    sigmoid = [
        (60 + 200 * step / 40, 105 - 70 / (1 + math.exp(-(step - 20) / 3.2))) for step in range(41)
    ]
    return (
        line([(50, 105), (270, 105)], opacity=".6")
        + line([(160, 20), (160, 125)], opacity=".6")
        + line(sigmoid, 3, stroke=ORANGE, opacity=".8")
        + line([(60, 105), (160, 105), (245, 22)], 4, stroke=BLUE)
    )


def pooling() -> str:
    """Return a window over four numbers, and the greatest of them."""
    values = [
        [0.2, 0.5, 0.1, 0.3],
        [0.9, 0.1, 0.2, 0.4],
        [0.0, 0.3, 0.7, 0.1],
        [0.4, 0.2, 0.1, 0.6],
    ]
    greatest = [
        [max(values[2 * r + i][2 * c + j] for i in (0, 1) for j in (0, 1)) for c in (0, 1)]
        for r in (0, 1)
    ]
    return (
        grid(50, 18, 26, values)
        + window(50, 18, 52, 52)
        + arrow(172, 70)
        + grid(218, 44, 26, greatest)
        + window(218, 44, 26, 26)
    )


def network(layers: tuple[int, ...], dropped: frozenset[tuple[int, int]] = frozenset()) -> str:
    """Return layers of neurons, each joined to all neurons of the next layer.

    layers: how many neurons each has; dropped: (layer, place) of neurons that are crossed out.
    """
    gap = 200 / (len(layers) - 1)
    places = [
        [(60 + gap * index, 70 + (place - (size - 1) / 2) * 26) for place in range(size)]
        for index, size in enumerate(layers)
    ]
    parts = []
    for index in range(len(layers) - 1):
        for start, one in enumerate(places[index]):
            for end, other in enumerate(places[index + 1]):
                if not {(index, start), (index + 1, end)} & dropped:
                    parts.append(line([one, other], 1.2, opacity=".45"))
    for index, layer in enumerate(places):
        for place, (x, y) in enumerate(layer):
            gone = (index, place) in dropped
            parts.append(node(x, y, 9, opacity=0 if gone else 0.75))
            if gone:
                parts.append(line([(x - 5, y - 5), (x + 5, y + 5)], 1.5, opacity=".7"))
                parts.append(line([(x - 5, y + 5), (x + 5, y - 5)], 1.5, opacity=".7"))
    return "".join(parts)


def dropout() -> str:
    """Return a network with some of its neurons dropped."""
    return network((4, 5, 5, 2), frozenset({(1, 1), (1, 4), (2, 0), (2, 2)}))


def dense() -> str:
    """Return two layers in which every input is joined to every output."""
    return network((5, 3))


def architecture() -> str:
    """Return maps that become smaller and more numerous, and then a row of neurons."""
    parts = []
    x = 42.0
    for side, count in ((84, 2), (56, 4), (34, 6), (20, 7)):
        for layer in range(count):
            place, top = x + layer * 6, 70 - side / 2 + layer * 2 - count
            parts.append(
                f'<rect x="{place:g}" y="{top:g}" width="{side * 0.42:g}" height="{side:g}" '
                f'fill="{BLUE}" fill-opacity=".28" stroke="{INK}"/>'
            )
        x += count * 6 + side * 0.42 + 14
    parts += [node(x + 4, 70 + (place - 2) * 18, 6) for place in range(5)]
    return "".join(parts)


def alexnet() -> str:
    """Return a picture, and bars for the probabilities of five classes."""
    scene = (
        f'<rect x="40" y="24" width="92" height="92" fill="{INK}" fill-opacity=".06" '
        f'stroke="{INK}"/>'
        f'<circle cx="106" cy="48" r="10" fill="{ORANGE}" fill-opacity=".8"/>'
        f'<path d="M40 116 L72 66 L94 96 L108 78 L132 116 Z" fill="{BLUE}" fill-opacity=".7"/>'
    )
    bars = "".join(
        f'<rect x="186" y="{28 + 18 * place}" width="{length}" height="11" fill="{BLUE}" '
        f'fill-opacity=".75"/>'
        for place, length in enumerate((94, 46, 24, 12, 6))
    )
    return scene + arrow(146, 70) + line([(185, 22), (185, 118)], opacity=".6") + bars


PICTURES = {
    "convolution": convolution,
    "activation": activation,
    "pooling": pooling,
    "dropout": dropout,
    "dense": dense,
    "architecture": architecture,
    "alexnet": alexnet,
}


def main() -> None:
    """Write all pictures to assets/lessons."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'width="{WIDTH}" height="{HEIGHT}">{draw()}</svg>\n',
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
