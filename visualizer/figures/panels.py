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
_LARGEST, _SEEN, _SMALLEST = 58, 9, 1
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

    def slot(self, cell: float) -> float:
        """Pixels across that the panel takes: its cells', or its title's where that is longer."""
        return max(self.cols * cell, 7.0 * len(self.title))

    @property
    def small(self) -> bool:
        return self.role in ("kernel", "products")


@dataclass(frozen=True)
class Place:
    """A panel's rectangle, in pixels from the top left corner, and its cell's side."""

    left: float
    top: float
    right: float
    bottom: float
    cell: float


@dataclass(frozen=True)
class Region:
    """All panels of one role: they share one pair of axes, so that one trace can serve them all.

    The axes count cells from the region's top left corner. domain_x, domain_y: fractions of the
    stage, as Plotly wants them (y from the bottom). cols, rows: the region's size in cells.
    offsets: where each panel's first cell begins, (right, down) in cells. font: pixels, 0 where
    numbers would not be readable.
    """

    domain_x: tuple[float, float]
    domain_y: tuple[float, float]
    cols: float
    rows: float
    offsets: list[tuple[float, float]]
    font: int


@dataclass(frozen=True)
class Arrangement:
    """All regions of a stage at one width, by role; width and height in pixels."""

    width: int
    height: int
    regions: dict[str, Region]


def font_size(cell: float, longest: int) -> int:
    """Return the font for numbers of at most ``longest`` characters in a cell, 0 if unreadable.

    A digit of the font in use is 0.56 em wide; text below 9 px cannot be read on a projector.
    """
    size = int(min(18.0, cell * 0.46, cell * 0.94 / (0.56 * max(1, longest))))
    return size if size >= 9 else 0


def _block(panels: Sequence[Panel], columns: int) -> list[list[Panel]]:
    return [list(panels[i : i + columns]) for i in range(0, len(panels), columns)]


def _groups(panels: Sequence[Panel], inputs: int, outputs: int) -> list[list[list[Panel]]]:
    """Return the blocks from left to right, each a list of rows of panels.

    inputs, outputs: how many input channels and output maps stand side by side.
    """
    by_role: dict[str, list[Panel]] = {}
    for panel in panels:
        by_role.setdefault(panel.role, []).append(panel)
    columns = {"input": inputs, "kernel": 1, "products": 1}
    return [
        _block(members, min(len(members), columns.get(role, outputs)))
        for role, members in by_role.items()
    ]


def _size(block: list[list[Panel]], cell: float, small: float) -> tuple[float, float]:
    side = small if block[0][0].small else cell
    width = max(sum(p.slot(side) for p in row) + _GAP * (len(row) - 1) for row in block)
    height = sum(max(p.rows for p in row) * side + _TITLE for row in block)
    return width, height + _FOOT * len(block)


def _small_cell(cell: float, room: float) -> float:
    """Return a kernel cell's side: as the input's, never too small to read if there is room."""
    return min(room, max(cell, 44.0 if cell >= 30 else 34.0))


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

    Wider than ``STACKED_BELOW`` all blocks share one middle line, and output maps stand in one
    column or in two, whichever lets the cells be larger. Narrower, the blocks stack, with as many
    maps side by side as leaves their cells large enough to see.
    """
    if width >= STACKED_BELOW:
        fits = [_fit(panels, width, 1, outputs) for outputs in (1, 2)]
        return _place(max(fits, key=lambda fit: (fit.cell, -fit.tall)), width)
    for inputs, outputs in ((3, 2), (2, 2), (1, 2), (1, 1)):
        fit = _fit(panels, width, inputs, outputs)
        if fit.cell >= _SEEN:
            break
    return _place(fit, width)


@dataclass(frozen=True)
class _Fit:
    """Blocks in lines, their sizes, and the largest cells with which they fit."""

    lines: list[list[list[list[Panel]]]]
    sizes: list[list[tuple[float, float]]]
    tall: float
    cell: float
    small: float


def _fit(panels: Sequence[Panel], width: int, inputs: int, outputs: int) -> _Fit:
    stacked = width < STACKED_BELOW
    lines = _rows_of(_groups(panels, inputs, outputs), stacked)
    side = max((max(p.cols, p.rows) for p in panels if p.small), default=1)
    room = ((width - 2 * _BETWEEN) / 2 - _GAP if stacked else width * 0.2) / side
    cell = float(_LARGEST)
    while True:
        small = _small_cell(cell, room)
        sizes = [[_size(block, cell, small) for block in line] for line in lines]
        wide = max(sum(w for w, _ in line) + _BETWEEN * len(line) for line in sizes)
        tall = sum(max(h for _, h in line) for line in sizes)
        if cell <= _SMALLEST or (wide <= width and (stacked or tall <= _TALLEST)):
            return _Fit(lines, sizes, tall, cell, small)
        cell -= 0.5 if cell < 20 else 1


def _place(fit: _Fit, width: int) -> Arrangement:
    places: dict[str, list[tuple[Panel, Place]]] = {}
    line_top = 0.0
    for line, line_sizes in zip(fit.lines, fit.sizes, strict=True):
        line_height = max(h for _, h in line_sizes)
        used = sum(w for w, _ in line_sizes) + _BETWEEN * (len(line) - 1)
        left = max(0.0, (width - used) / 2)
        for block, (block_width, block_height) in zip(line, line_sizes, strict=True):
            side = fit.small if block[0][0].small else fit.cell
            top = line_top + (line_height - block_height) / 2
            for row in block:
                x, y = left, top + _TITLE
                for panel in row:
                    inset = x + (panel.slot(side) - panel.cols * side) / 2
                    right, bottom = inset + panel.cols * side, y + panel.rows * side
                    place = Place(inset, y, right, bottom, side)
                    places.setdefault(panel.role, []).append((panel, place))
                    x += panel.slot(side) + _GAP
                top = max(place.bottom for _, place in places[row[0].role]) + _FOOT
            left += block_width + _BETWEEN
        line_top += line_height
    height = round(fit.tall + 6)
    regions = {role: _region(members, width, height) for role, members in places.items()}
    return Arrangement(width, height, regions)


def _region(members: list[tuple[Panel, Place]], width: int, height: int) -> Region:
    left = min(place.left for _, place in members)
    right = max(place.right for _, place in members)
    top = min(place.top for _, place in members)
    # The sums stand under the last products, and Plotly hides what lies outside the axes.
    foot = _FOOT if members[0][0].role == "products" else 0
    bottom = max(place.bottom for _, place in members) + foot
    cell = members[0][1].cell
    return Region(
        domain_x=(round(left / width, 5), round(min(1.0, right / width), 5)),
        domain_y=(round(max(0.0, 1 - bottom / height), 5), round(1 - top / height, 5)),
        cols=round((right - left) / cell, 4),
        rows=round((bottom - top) / cell, 4),
        offsets=[
            (round((p.left - left) / cell, 4), round((p.top - top) / cell, 4)) for _, p in members
        ],
        font=font_size(cell, max(panel.longest for panel, _ in members)),
    )
