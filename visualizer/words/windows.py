"""A step in words: the sentence and the table that a screen reader reads and a person copies.

Rows, columns, channels, filters and steps are counted from 1, as people do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from visualizer.engine import REAL, WindowTrace
from visualizer.notation import FACTOR_DIGITS, MINUS, number, precise, shape
from visualizer.words.forms import Listing
from visualizer.words.sums import (
    terms,
    written_channel_sums,
    written_result,
    written_sum,
    written_total,
)
from visualizer.words.tables import Table
from visualizer.words.text import text

DASH = "–"


def spans(indices: Iterable[int]) -> Listing:
    """Write indices (from 0) as counted from 1: runs of three and more as a span.

    >>> spans([1, 2, 3]), spans([0, 2, 4]), spans([0, 1])
    ('2–4', '1, 3, 5', '1, 2')
    """
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    parts: list[str] = []
    for run in runs:
        if len(run) > 2:
            parts.append(f"{run[0] + 1}{DASH}{run[-1] + 1}")
        else:
            parts.extend(str(index + 1) for index in run)
    return Listing(", ".join(parts))


def sentence(
    trace: WindowTrace,
    step: int,
    lang: str,
    activation: str = "none",
    filter_names: Sequence[str] = (),
) -> str:
    """Return what happens at ``step``: window, sum, bias, activation, and where the result goes.

    filter_names: what the filters are called, where they have names of their own.
    """
    now = trace.step(step)
    several = trace.output.shape[0] > 1
    parts = [text("words.step", lang, step=step + 1, steps=trace.steps)]
    if several:
        name = filter_names[now.filter] if filter_names else ""
        key = "words.filter_named" if name else "words.filter"
        parts.append(text(key, lang, filter=now.filter + 1, name=name))
    parts.append(_covered(trace, step, lang))
    total = written_total(trace, step)
    if len(now.channels) > 1:
        sums = " + ".join(_in_sum(part) for part in written_channel_sums(trace, step))
        parts.append(text("words.channel_sums", lang, sums=sums, total=total))
    else:
        key = "words.sum" if now.products.size > 1 else "words.product"
        parts.append(text(key, lang, sum=written_sum(trace, step), total=total))
    if trace.has_bias:
        parts.append(
            text("words.bias", lang, bias=precise(now.bias), result=written_result(trace, step))
        )
    if activation != "none":
        name = text(f"choice.conv_activation.{activation}", lang)
        result = precise(now.activated_result)
        parts.append(text("words.activation", lang, name=name, result=result))
    goes = "words.goes_map" if several else "words.goes"
    parts.append(text(goes, lang, map=now.filter + 1, row=now.row + 1, column=now.col + 1))
    return " ".join(parts)


def _in_sum(written: str) -> str:
    """Put a negative number of a sum in parentheses."""
    return f"({written})" if written.startswith(MINUS) else written


def table(trace: WindowTrace, step: int, lang: str, activation: str = "none") -> Table:
    """Return the products of ``step``, one a row, then the sums, the bias and the result."""
    columns = ("channel", "row", "column", "value", "weight", "product")
    rows: list[tuple[str, ...]] = []
    for term in terms(trace, step):
        place = (str(term.row + 1), str(term.col + 1))
        if term.kind != "input":
            name = text(f"words.{term.kind}", lang)
            place = (name, name)
        factors = (precise(each, digits=FACTOR_DIGITS) for each in (term.value, term.weight))
        rows.append((str(term.channel + 1), *place, *factors, precise(term.product)))
    now = trace.step(step)
    closing: list[tuple[str, str, str]] = []  # channel, name, value
    if len(now.channels) > 1:
        name = text("words.row_channel_sum", lang)
        sums = written_channel_sums(trace, step)
        closing += [(str(c + 1), name, sum_) for c, sum_ in zip(now.channels, sums, strict=True)]
    closing.append(("", text("words.row_sum", lang), written_total(trace, step)))
    if trace.has_bias:
        closing.append(("", text("words.row_bias", lang), precise(now.bias)))
        closing.append(("", text("words.row_result", lang), written_result(trace, step)))
    if activation != "none":
        name = text(f"choice.conv_activation.{activation}", lang)
        closing.append(("", name, precise(now.activated_result)))
    rows += [(channel, "", "", "", name, value) for channel, name, value in closing]
    heads = tuple(text(f"words.column_{name}", lang) for name in columns)
    return Table(heads, tuple(rows), len(closing))


def stage_alt(trace: WindowTrace, lang: str) -> str:
    """Return what the stage shows, for those who do not see it: shapes, and all output values.

    Values are read out up to 64 of them; larger outputs say their lowest and highest.
    """
    parts = [
        text(
            "words.alt_transposed" if trace.transposed else "words.alt",
            lang,
            input=shape(trace.input.shape),
            kernel=shape(trace.weight.shape),
            output=shape(trace.output.shape),
        )
    ]
    if trace.output.size <= 64:
        parts.append(text("words.alt_values", lang, values=in_rows(trace.activated)))
    else:
        low, high = float(trace.activated.min()), float(trace.activated.max())
        parts.append(text("words.alt_range", lang, low=number(low), high=number(high)))
    return " ".join(parts)


def in_rows(values: NDArray[np.float64]) -> str:
    """Write maps (..., rows, columns) row by row, as a screen reader reads them.

    >>> in_rows(np.array([[1.0, -2.0], [0.5, 4.0]]))
    '1 −2; 0.50 4'
    """
    lines = values.reshape(-1, values.shape[-1])
    return "; ".join(" ".join(number(value) for value in line) for line in lines)


def _covered(trace: WindowTrace, step: int, lang: str) -> str:
    rows, cols = trace.rows(step), trace.cols(step)
    kinds = trace.cell_kind[np.ix_(rows, cols)]
    real_rows = _real(trace.source_rows[rows], (kinds == REAL).any(axis=1))
    real_cols = _real(trace.source_cols[cols], (kinds == REAL).any(axis=0))
    beside = int((kinds != REAL).sum())
    if not len(real_rows) or not len(real_cols):
        return text("words.covers_nothing", lang)
    covered = text("words.covers", lang, rows=spans(real_rows), columns=spans(real_cols))
    if beside:
        key = "words.beside_transposed" if trace.transposed else "words.beside"
        covered += " " + text(key, lang, count=beside, cells=kinds.size)
    return covered


def _real(sources: NDArray[np.intp], real: NDArray[np.bool_]) -> list[int]:
    return [int(index) for index in sources[real]]
