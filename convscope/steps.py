"""Every step as a row, for those who do not see the player, and to read off."""

from __future__ import annotations

import numpy as np

from convscope.cutting import Part
from convscope.reading.runs import Run
from convscope.texts import say
from visualizer.engine import WindowTrace
from visualizer.notation import of_terms, precise
from visualizer.words.tables import Table
from visualizer.words.text import text

MOST_ROWS = 1000


def steps(run: Run, part: Part, lang: str) -> Table:
    """Return the first thousand steps: the output cell, by its place in the whole, and its sum."""
    trace = part.trace
    heads = [text("words.column_row", lang), text("words.column_column", lang)]
    heads = [say("step", lang), say("map", lang), *heads]
    if isinstance(trace, WindowTrace):
        heads += [say("products", lang), say("added", lang)]
    heads.append(say("result", lang))
    if run.written:
        heads.append(run.name)
    rows = tuple(_row(run, part, step) for step in range(min(trace.steps, MOST_ROWS)))
    return Table(tuple(heads), rows)


def _row(run: Run, part: Part, step: int) -> tuple[str, ...]:
    trace = part.trace
    place, row, col = trace.cell(step)
    where = (run.filters[place], part.rows.first + row, part.cols.first + col)
    cells = [str(step + 1), *(str(at + 1) for at in where)]
    if not isinstance(trace, WindowTrace):
        return (*cells, precise(trace.result(step)))
    products = trace.products(step).ravel()
    added = trace.bias_of(step) if part.added is None else float(part.added.flat[step])
    total = of_terms(trace.result(step), np.append(products, added))
    cells += [of_terms(float(products.sum()), products), precise(added), total]
    return (*cells, precise(trace.activated_result(step))) if run.written else tuple(cells)
