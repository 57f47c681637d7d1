"""The grids of a stage, and how large their cells can be for a given width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NOMINAL = 940
"""The width for which the figure is drawn: the main column in a 1400 px wide window."""
TITLE, FOOT = 26, 24
"""Pixels above and below each panel."""
GAP, BETWEEN = 14, 46
"""Pixels between panels of one block, and between blocks."""
LEGIBLE = 24
"""The side, in pixels, from which a cell's number can be read."""

_LEAST = 9  # pixels: the smallest letters
_LETTER = 7.4  # pixels that a letter of a title takes
_SMALLEST = 1  # pixels: the least side of a cell
_TALLEST = 640  # pixels: the height of an unstacked stage
_USUAL_ROWS = 5  # of the grids that lessons open with
_MOST_GROWN = 1.25  # times the usual side, where there are fewer rows
_PHONE = 610  # pixels: what a phone's window of 844 has between the header and the player
_SEEN_ON_PHONE = 20  # pixels: the least side of a cell that is made smaller to fit there


@dataclass(frozen=True)
class Panel:
    """One grid on the stage.

    role: "input", "kernel", "products", "output" or "activated"; index: its channel or filter,
    counted from 0; longest: how many em its longest number is wide.
    """

    role: str
    index: int
    rows: int
    cols: int
    title: str
    longest: float

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


def font_size(cell: float, longest: float) -> int:
    """Return the font size, in pixels, for numbers that are at most ``longest`` em wide in a cell.

    cell: its side in pixels. A twelfth of it stays free, in fact a seventh, since widths are stated
    for the broadest font with some room; less rather than no number. 0 if the numbers could not be
    read: text below 9 px cannot be read on a projector.
    """
    highest = min(max(18.0, cell * 0.3), cell * 0.46)
    size = int(min(highest, cell * 0.92 / longest))
    return size if size >= _LEAST else _LEAST * (min(highest, cell * 0.98 / longest) >= _LEAST)


def largest_cell(width: int, rows: int = _USUAL_ROWS) -> float:
    """Return how large a cell may become in a stage ``width`` pixels wide.

    A wide window is a high one as a rule. In one of 1400×1000 stage, player and formula leave room
    for five rows of 58 px; a projector of 1920×1080 shows 94. Fewer ``rows`` may be higher.
    """
    usual = min(94.0, 58.0 + max(0, width - NOMINAL) * 0.055)
    return usual * min(_MOST_GROWN, max(1.0, _USUAL_ROWS / rows))


@dataclass(frozen=True)
class Fit:
    """Blocks in lines, with the largest cells that fit.

    sizes: each block's width and height; tall: the height of the whole stage; cell, small: the side
    of a cell, and of a kernel's cell. All in pixels.
    """

    lines: list[list[list[list[Panel]]]]
    sizes: list[list[tuple[float, float]]]
    tall: float
    cell: float
    small: float


def fit(
    panels: Sequence[Panel],
    width: int,
    inputs: int,
    outputs: int,
    share: float = 0.0,
    tallest: float = _TALLEST,
    kernels: int = 1,
) -> Fit:
    """Return the largest cells that fit in one line, or in a stack.

    inputs, outputs, kernels: how many panels of a block stand side by side. share: the part of the
    width that a kernel may take in a line; 0 stacks the blocks. tallest: pixels, of a line.
    """
    stacked = not share
    lines = _rows_of(_groups(panels, inputs, outputs, kernels), stacked)
    side = max((max(p.cols, p.rows) for p in panels if p.small), default=1)
    room = ((width - 2 * BETWEEN) / 2 - GAP if stacked else width * share) / side

    def made(cell: float) -> Fit:
        small = _small_cell(cell, room)
        sizes = [[_size(block, cell, small) for block in line] for line in lines]
        tall = sum(max(h for _, h in line) for line in sizes)
        return Fit(lines, sizes, tall, cell, small)

    def goes_in(found: Fit) -> bool:
        wide = max(sum(w for w, _ in line) + BETWEEN * len(line) for line in found.sizes)
        return wide <= width and (stacked or found.tall <= tallest)

    # All channels, and all maps, may stand below one another.
    heights = [sum(p.rows for row in group for p in row) for line in lines for group in line]
    found = made(largest_cell(width, _USUAL_ROWS if stacked else max(heights)))
    while found.cell > _SMALLEST and not goes_in(found):
        found = made(_smaller(found.cell))
    # Seen as a whole rather than as large as can be, where that leaves cells large enough.
    whole = found
    while stacked and whole.tall > _PHONE and _smaller(whole.cell) >= _SEEN_ON_PHONE:
        whole = made(_smaller(whole.cell))
    return whole if whole.tall <= _PHONE else found


def _smaller(cell: float) -> float:
    return cell - (0.5 if cell < 20 else 1)


def _block(panels: Sequence[Panel], columns: int) -> list[list[Panel]]:
    return [list(panels[i : i + columns]) for i in range(0, len(panels), columns)]


def _groups(
    panels: Sequence[Panel], inputs: int, outputs: int, kernels: int
) -> list[list[list[Panel]]]:
    """Return the blocks from left to right; a block is all panels of a role, in rows.

    inputs, outputs, kernels: how many of them stand side by side.
    """
    by_role: dict[str, list[Panel]] = {}
    for panel in panels:
        by_role.setdefault(panel.role, []).append(panel)
    columns = {"input": inputs, "kernel": kernels, "products": kernels}
    return [
        _block(members, min(len(members), columns.get(role, outputs)))
        for role, members in by_role.items()
    ]


def _size(block: list[list[Panel]], cell: float, small: float) -> tuple[float, float]:
    side = small if block[0][0].small else cell
    width = max(sum(p.slot(side) for p in row) + GAP * (len(row) - 1) for row in block)
    height = sum(max(p.rows for p in row) * side + TITLE for row in block)
    return width, height + FOOT * len(block)


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
