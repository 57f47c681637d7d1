"""Where each grid of a stage lies: input ∗ kernel = products → output, cells square, for any width.

Pure geometry in pixels. The stage asks once for every width the browser may have, so that the page
can turn from a blackboard's line into a phone's stack without asking the server.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTHS = (300, 340, 420, 520, 640, 740, 820, 900, 940, 1040, 1160, 1320, 1600)
NOMINAL = 940  # the main column of a 1400 px wide window, sidebar open
STACKED_BELOW = 600

_TITLE, _FOOT, _GAP, _BETWEEN = 24, 22, 14, 46
_LARGEST, _SMALLEST = 58, 5
_TALLEST = 640


@dataclass(frozen=True)
class Panel:
    """One grid on the stage.

    role: "input", "kernel", "products", "output" or "activated". index: channel or filter.
    longest: the most characters a number in it takes.
    """

    role: str
    index: int
    rows: int
    cols: int
    title: str
    longest: int

    @property
    def name(self) -> str:
        return f"{self.role}:{self.index}"

    @property
    def small(self) -> bool:
        return self.role in ("kernel", "products")


@dataclass(frozen=True)
class Place:
    """A panel's rectangle in pixels from the top left corner, its cell's side and its font.

    font: pixels, or 0 where numbers would not be readable.
    """

    left: float
    top: float
    cell: float
    font: int


@dataclass(frozen=True)
class Arrangement:
    """All panels of a stage at one width; sizes in pixels."""

    width: int
    height: int
    places: dict[str, Place]


def font_size(cell: float, longest: int) -> int:
    """Return the font for numbers of at most ``longest`` characters in a cell, 0 if unreadable.

    A digit of the font in use is 0.56 em wide; text below 9 px cannot be read on a projector.
    """
    size = int(min(18.0, cell * 0.46, cell * 0.94 / (0.56 * max(1, longest))))
    return size if size >= 9 else 0


def _block(panels: Sequence[Panel], columns: int) -> list[list[Panel]]:
    return [list(panels[i : i + columns]) for i in range(0, len(panels), columns)]


def _groups(panels: Sequence[Panel], stacked: bool) -> list[list[list[Panel]]]:
    """Return the blocks from left to right, each a list of rows of panels."""
    by_role: dict[str, list[Panel]] = {}
    for panel in panels:
        by_role.setdefault(panel.role, []).append(panel)
    groups = []
    for role, members in by_role.items():
        if stacked:
            columns = min(len(members), 3 if role != "output" and role != "activated" else 2)
        else:
            columns = 2 if len(members) == 4 else 1
        groups.append(_block(members, columns))
    return groups


def _size(block: list[list[Panel]], cell: float, small: float) -> tuple[float, float]:
    side = small if block[0][0].small else cell
    width = max(sum(p.cols for p in row) * side + _GAP * (len(row) - 1) for row in block)
    height = sum(max(p.rows for p in row) * side + _TITLE for row in block)
    return width, height + _FOOT * (len(block) - 1 + 1)


def _small_cell(cell: float, side: int, room: float) -> float:
    """Return a kernel cell's side: never so small that its numbers cannot be read."""
    return max(min(cell, room / side), min(44.0, room / side))


def _rows_of(groups: list[list[list[Panel]]], stacked: bool) -> list[list[list[list[Panel]]]]:
    """Return the lines of blocks: one line, or input / kernel and products / outputs stacked."""
    if not stacked:
        return [groups]
    lines: list[list[list[list[Panel]]]] = []
    for group in groups:
        if group[0][0].role == "products" and lines and lines[-1][0][0][0].role == "kernel":
            lines[-1].append(group)
        else:
            lines.append([group])
    return lines


def arrange(panels: Sequence[Panel], width: int) -> Arrangement:
    """Place the panels in a stage ``width`` pixels wide, cells as large as fit.

    Wider than ``STACKED_BELOW`` all blocks share one middle line; narrower they stack.
    """
    stacked = width < STACKED_BELOW
    groups = _groups(panels, stacked)
    lines = _rows_of(groups, stacked)
    longest_side = max((max(p.cols, p.rows) for p in panels if p.small), default=1)
    copies = max((len(row) for g in groups for row in g if g[0][0].small), default=1)
    # The widest line of kernel-sized blocks decides how much room one kernel may take.
    room = (width - 2 * _BETWEEN) / 2 / copies - _GAP if stacked else width * 0.2
    cell = float(_LARGEST)
    while True:
        small = _small_cell(cell, longest_side, room)
        sizes = [[_size(block, cell, small) for block in line] for line in lines]
        wide = max(sum(w for w, _ in line) + _BETWEEN * len(line) for line in sizes)
        tall = sum(max(h for _, h in line) for line in sizes)
        if cell <= _SMALLEST or (wide <= width and (stacked or tall <= _TALLEST)):
            break
        cell -= 0.5 if cell < 20 else 1
    return _place(lines, sizes, width, tall, cell, small)


def _place(
    lines: list[list[list[list[Panel]]]],
    sizes: list[list[tuple[float, float]]],
    width: int,
    tall: float,
    cell: float,
    small: float,
) -> Arrangement:
    places: dict[str, Place] = {}
    line_top = 0.0
    for line, line_sizes in zip(lines, sizes, strict=True):
        line_height = max(h for _, h in line_sizes)
        used = sum(w for w, _ in line_sizes) + _BETWEEN * (len(line) - 1)
        left = max(0.0, (width - used) / 2)
        for block, (block_width, block_height) in zip(line, line_sizes, strict=True):
            top = line_top + (line_height - block_height) / 2
            for row in block:
                x = left
                for panel in row:
                    side = small if panel.small else cell
                    font = font_size(side, panel.longest)
                    places[panel.name] = Place(x, top + _TITLE, side, font)
                    x += panel.cols * side + _GAP
                side = small if row[0].small else cell
                top += max(p.rows for p in row) * side + _TITLE + _FOOT
            left += block_width + _BETWEEN
        line_top += line_height
    return Arrangement(width, round(tall + 6), places)
