"""Where each grid of a stage lies, for a given width: the geometry of the stage in pixels.

On a wide page the grids stand in a line, as on a blackboard: input ∗ kernel = products → output. On
a phone they are stacked. The stage computes this for several widths in advance, so that the browser
can change from one to another without asking the server.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

WIDTHS = (300, 340, 420, 520, 640, 740, 820, 900, 940, 1040, 1160, 1320, 1600)
"""Widths, in pixels, for which the stage is arranged in advance."""
NOMINAL = 940
"""The width for which the figure is drawn: the main column in a 1400 px wide window."""
STACKED_BELOW = 600
"""Narrower stages are stacked."""

_TITLE, _FOOT = 26, 24  # pixels above and below each panel
_LETTER = 7.4  # pixels that a letter of a title takes
_GAP, _BETWEEN = 14, 46  # pixels between panels of one block, and between blocks
_SIGN = 23  # pixels from a block to the middle of the sign before it
_ABOVE = 9  # pixels from its middle to what is written above it
_SMALLEST = 1  # pixels: the least side of a cell
_SEEN = 9  # the side from which a cell is large enough to see
_TOO_SMALL = 5  # below this blocks are rather stacked than put in a line
_LEGIBLE = 24  # the side from which its number can be read
_TALLEST = 640  # pixels: the height of an unstacked stage


@dataclass(frozen=True)
class Panel:
    """One grid on the stage.

    role: "input", "kernel", "products", "output" or "activated"; index: its channel or filter,
    counted from 0; longest: how many characters its longest number takes.
    """

    role: str
    index: int
    rows: int
    cols: int
    title: str
    longest: int

    @property
    def name(self) -> str:
        """The name of its image and title in the figure: ``input:0``."""
        return f"{self.role}:{self.index}"

    def slot(self, cell: float) -> float:
        """Return the panel's width in pixels: that of its cells, or of its title if it is wider."""
        return max(self.cols * cell, _LETTER * len(self.title))

    @property
    def small(self) -> bool:
        """Tell whether its cells have the size chosen for kernels, not that of input and output."""
        return self.role in ("kernel", "products")


@dataclass(frozen=True)
class Place:
    """A panel's rectangle, in pixels from the stage's top left corner, and its cells' side."""

    left: float
    top: float
    right: float
    bottom: float
    cell: float


@dataclass(frozen=True)
class RoleRegion:
    """The part of the stage that holds all panels of one role; they share one pair of axes.

    domain_x, domain_y: where it lies, in fractions of the stage, as Plotly wants it (y from below).
    cols, rows: its size in cells; before: how much of it, to the left, is for the sign. All places
    are in cells from where that part ends, (right, down):
    offsets: each panel's top left corner. sign: the middle of the sign before the role, and down to
    what is written above it. foot: from a panel to the middle of what stands under it. scale: the
    bar of its colours under its last panel, (right, down, width, height).
    font: the size of its numbers in pixels, 0 if they could not be read.
    """

    domain_x: tuple[float, float]
    domain_y: tuple[float, float]
    cols: float
    rows: float
    before: float
    offsets: list[tuple[float, float]]
    font: int
    sign: tuple[float, float, float]
    foot: float
    scale: tuple[float, float, float, float]


@dataclass(frozen=True)
class Arrangement:
    """A stage at one width: its width and height in pixels, and its regions by role."""

    width: int
    height: int
    regions: dict[str, RoleRegion]


def font_size(cell: float, longest: int) -> int:
    """Return the font size, in pixels, for numbers of at most ``longest`` characters in a cell.

    cell: its side in pixels. 0 if the numbers could not be read: text below 9 px cannot be read on
    a projector. A digit is taken to be 0.58 em wide, and a seventh of the cell stays free.
    """
    size = int(min(max(18.0, cell * 0.3), cell * 0.46, cell * 0.86 / (0.58 * max(1, longest))))
    return size if size >= 9 else 0


def largest_cell(width: int) -> float:
    """Return how large a cell may become in a stage ``width`` pixels wide.

    A wide window is a high one as a rule. In one of 1400×1000 stage, player and formula leave room
    for 58 px; a projector of 1920×1080 shows 94.
    """
    return min(94.0, 58.0 + max(0, width - NOMINAL) * 0.055)


def _block(panels: Sequence[Panel], columns: int) -> list[list[Panel]]:
    return [list(panels[i : i + columns]) for i in range(0, len(panels), columns)]


def _groups(panels: Sequence[Panel], inputs: int, outputs: int) -> list[list[list[Panel]]]:
    """Return the blocks from left to right; a block is all panels of a role, in rows.

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
    """Return the side of a kernel's cell: the input's, or more if that could not be read.

    room: the largest side for which there is room.
    """
    return min(room, max(cell, 44.0 if cell >= 30 else 34.0))


def _rows_of(groups: list[list[list[Panel]]], stacked: bool) -> list[list[list[list[Panel]]]]:
    """Return the blocks in lines: all in one, or stacked.

    In a stack, kernel and products share a line; input and outputs have one each.
    """
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
    """Place the panels in a stage ``width`` pixels wide, with cells as large as fit.

    From ``STACKED_BELOW`` on, all blocks stand in one line unless their cells became tiny,
    and output maps in one column or two, whichever allows larger cells. Otherwise the blocks are
    stacked, with as many maps side by side as leave the cells large enough to see.
    """
    return _arrange(tuple(panels), width)


@lru_cache(maxsize=1024)
def _arrange(panels: tuple[Panel, ...], width: int) -> Arrangement:
    """Do what `arrange` says; most runs of a page ask for the arrangements of the last one."""
    if width >= STACKED_BELOW:
        best = _in_line(panels, width, 0.2)
        if best.cell < _LEGIBLE:
            # Smaller kernels, where that lets input and output be read or at least grow.
            best = max(best, _in_line(panels, width, 0.13), key=lambda fit: min(fit.cell, _LEGIBLE))
        if best.cell >= _TOO_SMALL:
            return _place(best, width)
    for inputs, outputs in ((3, 2), (2, 2), (1, 2), (1, 1)):
        fit = _fit(panels, width, inputs, outputs)
        if fit.cell >= _SEEN:
            break
    return _place(fit, width)


def _in_line(panels: Sequence[Panel], width: int, share: float) -> _Fit:
    """Return the blocks in one line, with output maps in one column or two."""
    fits = [_fit(panels, width, 1, outputs, share) for outputs in (1, 2)]
    return max(fits, key=lambda fit: (fit.cell, -fit.tall))


@dataclass(frozen=True)
class _Fit:
    """Blocks in lines, with the largest cells that fit.

    sizes: each block's width and height; tall: the height of the whole stage; cell, small: the side
    of a cell, and of a kernel's cell. All in pixels.
    """

    lines: list[list[list[list[Panel]]]]
    sizes: list[list[tuple[float, float]]]
    tall: float
    cell: float
    small: float


def _fit(
    panels: Sequence[Panel], width: int, inputs: int, outputs: int, share: float = 0.0
) -> _Fit:
    """Return the largest cells that fit in one line, or in a stack.

    share: the part of the width that a kernel may take in a line; 0 stacks the blocks.
    """
    stacked = not share
    lines = _rows_of(_groups(panels, inputs, outputs), stacked)
    side = max((max(p.cols, p.rows) for p in panels if p.small), default=1)
    room = ((width - 2 * _BETWEEN) / 2 - _GAP if stacked else width * share) / side
    cell = largest_cell(width)
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
        # The sign before a line's first block is part of the line.
        signs = len(line) - (line[0][0][0].role == "input")
        used = sum(w for w, _ in line_sizes) + _BETWEEN * signs
        left = max(0.0, (width - used) / 2) + _BETWEEN * (signs - len(line) + 1)
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


def _region(members: list[tuple[Panel, Place]], width: int, height: int) -> RoleRegion:
    left = min(place.left for _, place in members)
    right = max(place.right for _, place in members)
    top = min(place.top for _, place in members)
    ends = max(place.bottom for _, place in members)
    # Sums and colour bars stand below the last panel, and Plotly hides what lies outside the axes.
    bottom = ends + _FOOT
    cell = members[0][1].cell
    # A sign outside the axes would not be drawn either.
    before = 0 if members[0][0].role == "input" else _BETWEEN
    last, under = members[-1]
    bar = max(40.0, last.cols * cell * 0.4)  # pixels
    return RoleRegion(
        domain_x=(round(max(0.0, (left - before) / width), 5), round(min(1.0, right / width), 5)),
        domain_y=(round(max(0.0, 1 - bottom / height), 5), round(1 - top / height, 5)),
        cols=round((right - left + before) / cell, 4),
        rows=round((bottom - top) / cell, 4),
        before=round(before / cell, 4),
        offsets=[
            (round((p.left - left) / cell, 4), round((p.top - top) / cell, 4)) for _, p in members
        ],
        font=font_size(cell, max(panel.longest for panel, _ in members)),
        sign=(
            round(-_SIGN / cell, 4),
            round((ends - top) / 2 / cell, 4),
            round(((ends - top) / 2 - _ABOVE) / cell, 4),
        ),
        foot=round(_FOOT / 2 / cell, 4),
        scale=(
            round(((under.left + under.right - bar) / 2 - left) / cell, 4),
            round((ends + 9 - top) / cell, 4),
            round(bar / cell, 4),
            round(8 / cell, 4),
        ),
    )
