"""Where each grid of a stage lies, for a given width: the geometry of the stage in pixels.

On a wide page the grids stand in a line, as on a blackboard: input ∗ kernel = products → output. On
a phone they are stacked. The stage computes this for several widths in advance, so that the browser
can change from one to another without asking the server.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from visualizer.figures.panels import (
    BETWEEN,
    FOOT,
    GAP,
    LEGIBLE,
    TITLE,
    Fit,
    Panel,
    fit,
    font_size,
)

WIDTHS = (300, 340, 420, 520, 640, 740, 820, 900, 940, 1040, 1160, 1320, 1600)
"""Widths, in pixels, for which the stage is arranged in advance."""
STACKED_BELOW = 600
"""Narrower stages are stacked."""

LOW = (740, 1040)
"""Widths for which it is also arranged to be low, for windows that are wide and not high."""

_SIGN = 23  # pixels from a block to the middle of the sign before it
_ABOVE = 9  # pixels from its middle to what is written above it
_SEEN = 9  # the side from which a cell is large enough to see
_TOO_SMALL = 5  # below this blocks are rather stacked than put in a line


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
        if best.cell < LEGIBLE:
            # Smaller kernels, where that lets input and output be read or at least grow.
            best = max(best, _in_line(panels, width, 0.13), key=lambda one: min(one.cell, LEGIBLE))
        if best.cell >= _TOO_SMALL:
            return _place(best, width)
    for inputs, outputs in ((3, 2), (2, 2), (1, 2), (1, 1)):
        found = fit(panels, width, inputs, outputs)
        if found.cell >= _SEEN:
            break
    return _place(found, width)


@lru_cache(maxsize=256)
def arrange_low(panels: tuple[Panel, ...], width: int) -> Arrangement:
    """Place the panels in one line with channels and maps side by side, as high as a third of it.

    Where that makes cells larger, kernels stand side by side as well.
    """
    tallest = width * 0.36
    choices = [
        fit(panels, width, inputs, outputs, share, tallest, kernels)
        for inputs, outputs, kernels in ((3, 2, 1), (2, 2, 1), (3, 3, 1), (3, 2, 2), (3, 3, 3))
        for share in (0.2, 0.13, 0.09, 0.06)
    ]
    return _place(max(choices, key=lambda one: (one.cell, -one.tall)), width)


def _in_line(panels: Sequence[Panel], width: int, share: float) -> Fit:
    """Return the blocks in one line, with output maps in one column or two."""
    fits = [fit(panels, width, 1, outputs, share) for outputs in (1, 2)]
    return max(fits, key=lambda one: (one.cell, -one.tall))


def _place(found: Fit, width: int) -> Arrangement:
    places: dict[str, list[tuple[Panel, Place]]] = {}
    line_top = 0.0
    for line, line_sizes in zip(found.lines, found.sizes, strict=True):
        line_height = max(h for _, h in line_sizes)
        # The sign before a line's first block is part of the line.
        signs = len(line) - (line[0][0][0].role == "input")
        used = sum(w for w, _ in line_sizes) + BETWEEN * signs
        left = max(0.0, (width - used) / 2) + BETWEEN * (signs - len(line) + 1)
        for block, (block_width, block_height) in zip(line, line_sizes, strict=True):
            side = found.side(block[0][0])
            top = line_top + (line_height - block_height) / 2
            for row in block:
                x, y = left, top + TITLE
                for panel in row:
                    inset = x + (panel.slot(side) - panel.cols * side) / 2
                    right, bottom = inset + panel.cols * side, y + panel.rows * side
                    place = Place(inset, y, right, bottom, side)
                    places.setdefault(panel.role, []).append((panel, place))
                    x += panel.slot(side) + GAP
                top = max(place.bottom for _, place in places[row[0].role]) + FOOT
            left += block_width + BETWEEN
        line_top += line_height
    height = round(found.tall + 6)
    regions = {role: _region(members, width, height) for role, members in places.items()}
    return Arrangement(width, height, regions)


def _region(members: list[tuple[Panel, Place]], width: int, height: int) -> RoleRegion:
    left = min(place.left for _, place in members)
    right = max(place.right for _, place in members)
    top = min(place.top for _, place in members)
    ends = max(place.bottom for _, place in members)
    # Sums and colour bars stand below the last panel, and Plotly hides what lies outside the axes.
    bottom = ends + FOOT
    cell = members[0][1].cell
    # A sign outside the axes would not be drawn either.
    before = 0 if members[0][0].role == "input" else BETWEEN
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
        foot=round(FOOT / 2 / cell, 4),
        scale=(
            round(((under.left + under.right - bar) / 2 - left) / cell, 4),
            round((ends + 9 - top) / cell, 4),
            round(bar / cell, 4),
            round(8 / cell, 4),
        ),
    )
