"""The pooling lesson in words: titles, a step's sentence and table, and the stage's alt text."""

from __future__ import annotations

import numpy as np

from visualizer.engine import REAL, PoolTrace
from visualizer.lessons.pooling.example import PoolExample, Shift
from visualizer.notation import factor, number, of_terms, precise, shape
from visualizer.words.sums import ELLIPSIS, MOST_TERMS
from visualizer.words.tables import Table
from visualizer.words.text import text
from visualizer.words.windows import in_rows, spans


def titles(trace: PoolTrace, lang: str) -> dict[str, list[str]]:
    """Return the titles of every role's grids."""

    def series(name: str, sizes: tuple[int, ...]) -> list[str]:
        first = text("stage.of", lang, name=name, shape=shape(sizes))
        more = (text("common.channel", lang, number=i + 1) for i in range(1, sizes[0]))
        return [first, *more]

    return {
        "input": series(text("common.input", lang), trace.input.shape),
        "products": [text("pool.window", lang)],
        "output": series(text("common.output", lang), trace.output.shape),
    }


def counted(trace: PoolTrace, step: int) -> list[float]:
    """Return the numbers that count at ``step``, row by row."""
    return [float(v) for v in trace.window(step)[0][trace.valid(step)]]


def written_step(trace: PoolTrace, step: int) -> str:
    """Return the step: ``max(1, 2, 4, 5) = 5`` or ``(1 + 2 + 4 + 5) / 4 = 3``."""
    numbers = counted(trace, step)
    write = precise if trace.kind == "max" else factor
    parts = [write(value) for value in numbers]
    if len(parts) > MOST_TERMS:
        half = MOST_TERMS // 2 - 1
        parts = [*parts[:half], ELLIPSIS, *parts[-half:]]
    result = written_result(trace, step)
    if trace.kind == "max":
        return f"max({', '.join(parts)}) = {result}"
    return f"({' + '.join(parts)}) / {number(trace.divisor(step))} = {result}"


def written_result(trace: PoolTrace, step: int) -> str:
    """Return what ``step`` gives."""
    return of_terms(trace.result(step), counted(trace, step))


def sentence(trace: PoolTrace, step: int, lang: str) -> str:
    """Return what happens at ``step``: the window, what wins or is averaged, where it goes."""
    now = trace.step(step)
    channels = len(trace.output)
    parts = [text("words.step", lang, step=step + 1, steps=trace.steps)]
    if channels > 1:
        parts.append(text("pool.words_channel", lang, channel=now.channel + 1))
    rows, cols = (
        [int(i) for i in source[taps] if i >= 0]
        for source, taps in ((trace.source_rows, now.rows), (trace.source_cols, now.cols))
    )
    if rows and cols:
        parts.append(text("words.covers", lang, rows=spans(rows), columns=spans(cols)))
    outside = int((trace.cell_kind[np.ix_(now.rows, now.cols)] != REAL).sum())
    if outside:
        parts.append(text("pool.words_outside", lang, count=outside, cells=now.window.size))
    key = f"pool.words_{trace.kind}" if now.valid.any() else "pool.words_nothing"
    parts.append(text(key, lang, formula=written_step(trace, step), count=now.divisor))
    if now.winner is not None and now.valid.any():
        row, col = _place(trace, *now.winner)
        parts.append(text("pool.words_winner", lang, row=row, column=col))
        if now.tied:
            parts.append(text("pool.words_tied", lang))
    goes = "words.goes_map" if channels > 1 else "words.goes"
    parts.append(text(goes, lang, map=now.channel + 1, row=now.row + 1, column=now.col + 1))
    return " ".join(parts)


def table(trace: PoolTrace, step: int, lang: str) -> Table:
    """Return the cells under the window at ``step``, one a row, then the result."""
    now = trace.step(step)
    rows: list[tuple[str, ...]] = []
    for i, grid_row in enumerate(now.rows):
        for j, grid_col in enumerate(now.cols):
            inside = trace.cell_kind[grid_row, grid_col] == REAL
            place = (str(n) for n in _place(trace, int(grid_row), int(grid_col)))
            name = text("words.padding", lang)
            mark = "pool.wins" if now.winner == (grid_row, grid_col) else "pool.counts"
            value = precise(float(now.window[0, i, j]))
            how = text(mark if now.valid[i, j] else "pool.left_out", lang)
            rows.append((*(place if inside else (name, name)), value, how))
    closing = [("words.row_result", written_result(trace, step))]
    if trace.kind == "avg":
        total = of_terms(now.total, counted(trace, step))
        closing = [("words.row_sum", total), ("pool.divisor", number(now.divisor)), *closing]
    rows += [("", text(key, lang), value, "") for key, value in closing]
    heads = ("words.column_row", "words.column_column", "words.column_value", "pool.column_counts")
    return Table(tuple(text(key, lang) for key in heads), tuple(rows), len(closing))


def stage_alt(trace: PoolTrace, kind: str, lang: str) -> str:
    """Return what the stage shows, for those who do not see it."""
    name = text(f"choice.pool_kind.{kind}", lang)
    sizes = {"input": shape(trace.input.shape), "output": shape(trace.output.shape)}
    parts = [text("pool.alt", lang, name=name, **sizes)]
    if trace.output.size <= 64:
        parts.append(text("words.alt_values", lang, values=in_rows(trace.output)))
    else:
        low, high = number(float(trace.output.min())), number(float(trace.output.max()))
        parts.append(text("words.alt_range", lang, low=low, high=high))
    return " ".join(parts)


def given_alt(example: PoolExample, lang: str) -> str:
    """Return what a question's picture shows: the input, not the output."""
    sizes = shape(example.input.shape)
    return text("pool.ask_alt", lang, input=sizes, values=in_rows(example.input))


def shift_words(shift: Shift, lang: str) -> str:
    """Return how much one cell to the right changes, and whether pooling takes some of it away."""
    before, after = shift.change_input, shift.change
    if before == 0:
        return text("pool.shift_flat", lang)
    less = after < before and not np.isclose(after, before)
    told = text("pool.shift", lang, input=precise(before), pooled=precise(after))
    return f"{told} {text('pool.shift_less' if less else 'pool.shift_no_less', lang)}"


def _place(trace: PoolTrace, grid_row: int, grid_col: int) -> tuple[int, int]:
    """Row and column of the input, counted from 1, that a grid cell shows."""
    return int(trace.source_rows[grid_row]) + 1, int(trace.source_cols[grid_col]) + 1
