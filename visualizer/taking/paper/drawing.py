"""Drawing a worksheet's blocks on paper, with blanks or with the answers in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reportlab.lib.units import mm

from visualizer.notation import number
from visualizer.taking.paper.blocks import (
    Asked,
    Blank,
    Block,
    Grid,
    Grids,
    Heading,
    Line,
    Listed,
    Part,
    Words,
    has_answer,
)
from visualizer.taking.paper.page import BOLD, MARGIN, REGULAR, Paper, broken, measure
from visualizer.words.text import text

_TEXT, _SMALL = 10.0, 8.5
_CELLS = (10 * mm, 9 * mm, 8 * mm)  # sides of a cell; what is written by hand needs 8 mm
_GAP = 7 * mm
_PAD = 1.2 * mm
_ROW = 7 * mm  # of a table
_WRITING = 9 * mm  # from one line for writing to the next
_THIN, _STRONG = 0.4, 1.0


def draw(paper: Paper, blocks: Sequence[Block], lang: str, *, key: bool) -> None:
    """Draw blocks below one another; ``key``: with the answers, and only what has one."""
    asked = 0
    for place, block in enumerate(blocks):
        if isinstance(block, Asked):
            asked += 1
            _asked(paper, block, asked, lang, key)
        elif isinstance(block, Heading):
            below = takewhile(lambda later: not isinstance(later, Heading), blocks[place + 1 :])
            if not key or any(map(has_answer, below)):
                _heading(paper, block)
        elif key and not has_answer(block):
            continue
        elif isinstance(block, Words):
            paper.paragraph(block.text, _SMALL if block.small else _TEXT)
            paper.y -= 4
        elif isinstance(block, Line):
            _line(paper, block, key)
        elif isinstance(block, Grids):
            _grids(paper, block, key)
        else:
            _listed(paper, block, key)


def _heading(paper: Paper, block: Heading) -> None:
    paper.need(32 * mm)  # a title does not stand alone at the foot of a page
    paper.y -= 6
    paper.paragraph(block.text, 11, BOLD)
    paper.y -= 3


def _grids(paper: Paper, block: Grids, key: bool) -> None:
    grids = [grid for grid in block.grids if grid.hidden or not key]
    columns = [grid.values.shape[1] for grid in grids]
    gaps = _GAP * (len(grids) - 1)
    cell = next((c for c in _CELLS if sum(columns) * c + gaps <= paper.inner), _CELLS[-1])
    row: list[Grid] = []
    for grid in grids:
        wide = sum(g.values.shape[1] for g in [*row, grid]) * cell + _GAP * len(row)
        if row and wide > paper.inner:
            _row(paper, row, cell, key)
            row = []
        row.append(grid)
    if row:
        _row(paper, row, cell, key)


def _row(paper: Paper, grids: Sequence[Grid], cell: float, key: bool) -> None:
    titles = [list(broken(g.title, max(g.values.shape[1] * cell, 26 * mm), _SMALL)) for g in grids]
    head = max(len(lines) for lines in titles) * 1.3 * _SMALL + 3
    tall = max(g.values.shape[0] for g in grids) * cell
    paper.need(head + tall + 10)
    left, top = MARGIN, paper.y - head
    for grid, lines in zip(grids, titles, strict=True):
        for place, line in enumerate(reversed(lines)):
            paper.write(left, top + 5 + place * 1.3 * _SMALL, line, _SMALL)
        _grid(paper, grid, left, top, cell, shown=key or not grid.hidden)
        left += max(grid.values.shape[1] * cell, *(measure(t, _SMALL) for t in lines)) + _GAP
    paper.y = top - tall - 10


def _grid(paper: Paper, grid: Grid, left: float, top: float, cell: float, *, shown: bool) -> None:
    rows, columns = grid.values.shape
    canvas = paper.canvas
    canvas.setLineWidth(_THIN)
    xs, ys = ([at - n * side for n in range(count + 1)]
              for at, side, count in ((left, -cell, columns), (top, cell, rows)))  # fmt: skip
    canvas.grid(xs, ys)
    canvas.setLineWidth(_STRONG)
    canvas.rect(left, top - rows * cell, columns * cell, rows * cell)
    if not shown:
        return
    for i in range(rows):
        for j in range(columns):
            written = number(float(grid.values[i, j]))
            size = min(_TEXT, _TEXT * (cell - 2) / max(1.0, measure(written, _TEXT)))
            paper.centred(left + (j + 0.5) * cell, top - (i + 0.5) * cell, written, size)


def _line(paper: Paper, block: Line, key: bool) -> None:
    tall = _WRITING if has_answer(block) else 1.8 * _TEXT
    paper.need(tall)
    paper.y -= tall
    x = MARGIN
    for part in block.parts:
        wide = _width(part)
        if x > MARGIN and x + wide > paper.width - MARGIN:
            paper.need(_WRITING)
            paper.y -= _WRITING
            x = MARGIN
        if isinstance(part, Blank):
            paper.canvas.setLineWidth(_THIN)
            paper.canvas.line(x + 2, paper.y - 2, x + wide - 2, paper.y - 2)
            if key:
                paper.centred(x + wide / 2, paper.y + 3.5, part.answer, _TEXT, BOLD)
        else:
            paper.write(x, paper.y, part, _TEXT)
        x += wide
    paper.y -= 6


def _width(part: Part) -> float:
    if isinstance(part, Blank):
        return max(part.wide * float(mm), measure(part.answer, _TEXT, BOLD) + 6)
    return measure(part, _TEXT)


def _listed(paper: Paper, block: Listed, key: bool) -> None:
    def cell_width(part: Part) -> float:
        return _width(part) if isinstance(part, Blank) else measure(part, _SMALL)

    widths = [
        max(measure(head, _SMALL, BOLD), *(cell_width(row[i]) for row in block.rows)) + 4 * _PAD
        for i, head in enumerate(block.columns)
    ]
    squeezed = min(1.0, paper.inner / sum(widths))
    widths = [width * squeezed for width in widths]
    size, tall = _SMALL * squeezed, _ROW

    def row(cells: Sequence[Part], font: str) -> None:
        x = MARGIN
        for width, part in zip(widths, cells, strict=True):
            paper.canvas.setLineWidth(_THIN)
            paper.canvas.rect(x, paper.y - tall, width, tall)
            middle = paper.y - tall / 2
            if isinstance(part, str):
                paper.write(x + 2 * _PAD, middle - 0.36 * size, part, size, font)
            elif key:
                paper.centred(x + width / 2, middle, part.answer, size, BOLD)
            x += width
        paper.y -= tall

    paper.need(2 * tall)
    row(block.columns, BOLD)
    for cells in block.rows:
        if paper.y - tall < MARGIN:
            paper.need(2 * tall)
            row(block.columns, BOLD)
        row(cells, REGULAR)
    paper.y -= 8


def _asked(paper: Paper, block: Asked, place: int, lang: str, key: bool) -> None:
    lines = list(broken(block.prompt, paper.inner - 14, _TEXT))
    below = len(block.choices) * 16 if block.choices else _WRITING
    paper.need(len(lines) * 15 + (30 if key else below) + 6)
    paper.y -= 6
    top = paper.y
    paper.paragraph(block.prompt, indent=14)
    paper.write(MARGIN, top - 1.1 * _TEXT, f"{place}.", _TEXT, BOLD)
    if key:
        answer = text("take.paper_answer", lang, answer=block.answer)
        paper.paragraph(answer, _TEXT, BOLD, indent=14)
        if block.because:
            paper.paragraph(block.because, _SMALL, indent=14)
        return
    for choice in block.choices:
        paper.y -= 16
        paper.canvas.setLineWidth(_THIN)
        paper.canvas.rect(MARGIN + 14, paper.y, 8, 8)
        paper.write(MARGIN + 28, paper.y, choice, _TEXT)
    if not block.choices:
        paper.y -= _WRITING
        paper.canvas.setLineWidth(_THIN)
        paper.canvas.line(MARGIN + 14, paper.y, paper.width - MARGIN, paper.y)
    paper.y -= 4
