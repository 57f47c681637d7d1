"""What a worksheet is made of, top to bottom; drawn with its answers hidden, and as the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MOST_SIDE = 20
"""Rows and columns of a grid: as many cells of 8 mm as stand beside each other on a page."""
MOST_GRIDS = 12
"""Grids of an example: they fill a page."""


@dataclass(frozen=True)
class Blank:
    """A place to write in; the key shows ``answer`` there. wide: in millimetres."""

    answer: str
    wide: float = 14.0


Part = str | Blank


@dataclass(frozen=True)
class Heading:
    """The title of what follows."""

    text: str


@dataclass(frozen=True)
class Words:
    """A sentence; ``small`` as a note."""

    text: str
    small: bool = False


@dataclass(frozen=True)
class Line:
    """A formula with blanks, on a line of its own; broken between parts where it is too long."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, eq=False)
class Grid:
    """Numbers (rows, columns) in a grid; ``hidden``: empty on the sheet, filled in on the key."""

    title: str
    values: Array
    hidden: bool = False


@dataclass(frozen=True)
class Grids:
    """Grids beside one another, and below where the page ends."""

    grids: tuple[Grid, ...]


@dataclass(frozen=True)
class Listed:
    """A table; blanks in it are empty cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True)
class Asked:
    """A question: choices to tick or lines to write on; the key says the answer and why."""

    prompt: str
    answer: str
    because: str = ""
    choices: tuple[str, ...] = ()


Block = Heading | Words | Line | Grids | Listed | Asked


def fits(grids: Sequence[Grid]) -> bool:
    """Tell whether grids are few and small enough for paper."""
    sides = [side for grid in grids for side in grid.values.shape]
    return len(grids) <= MOST_GRIDS and max(sides, default=0) <= MOST_SIDE


def rounded(grids: Sequence[Grid]) -> bool:
    """Tell whether what is to be filled in has more than whole numbers: two decimals will do."""
    hidden = [grid.values[np.isfinite(grid.values)] for grid in grids if grid.hidden]
    return any((values != np.round(values)).any() for values in hidden)


def has_answer(block: Block) -> bool:
    """Tell whether something of a block is to be filled in: the key repeats no other."""
    if isinstance(block, Grids):
        return any(grid.hidden for grid in block.grids)
    if isinstance(block, Line):
        return any(isinstance(part, Blank) for part in block.parts)
    if isinstance(block, Listed):
        return any(isinstance(part, Blank) for row in block.rows for part in row)
    return isinstance(block, Asked)
