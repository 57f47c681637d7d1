"""What flows back through a pooling, in words: the stage's titles, the step, the story."""

from __future__ import annotations

from visualizer.engine import INSERTED, REAL, GatherTrace
from visualizer.lessons.pooling.backward.flow import Flow
from visualizer.notation import factor, number, of_terms, precise, shape
from visualizer.words import upstream
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.sums import ELLIPSIS, MOST_TERMS
from visualizer.words.tables import Table
from visualizer.words.text import text
from visualizer.words.windows import in_rows


def titles(flow: Flow, lang: str) -> dict[str, list[str]]:
    """Return the titles of every role's grids."""
    trace = flow.trace

    def series(key: str, sizes: tuple[int, ...]) -> list[str]:
        first = text("stage.of", lang, name=text(key, lang), shape=shape(sizes))
        return [first, *(text("common.channel", lang, number=i + 1) for i in range(1, sizes[0]))]

    return {
        "input": series("pool.back_from", trace.input.shape),
        "products": [text("pool.back_arrives", lang)],
        "output": series("pool.back_to", trace.output.shape),
    }


def player_words(lang: str) -> dict[str, str]:
    """Return what the player calls the stage's grids."""
    found = {}
    for role, key in {"input": "from", "products": "arrives", "output": "to"}.items():
        found[role] = text(f"pool.back_{key}", lang)
        found[f"{role}_n"] = f"{found[role]} {{number}}"
    return found


def alt(flow: Flow, lang: str) -> str:
    """Say what the stage shows to those who do not see it."""
    trace = flow.trace
    sizes = {"output": shape(trace.input.shape), "input": shape(trace.output.shape)}
    said = text("pool.back_alt", lang, **sizes)
    if trace.output.size <= 64:
        said += " " + text("pool.back_values", lang, values=in_rows(trace.output))
    return said


def written_step(trace: GatherTrace, step: int) -> str:
    """Return the step: ``1 + 1 = 2`` or ``(1 + 1) / 4 = 0.5``; 0 where nothing flows."""
    terms = trace.terms(step)
    parts = [factor(value) for value in terms] or ["0"]
    if len(parts) > MOST_TERMS:
        half = MOST_TERMS // 2 - 1
        parts = [*parts[:half], ELLIPSIS, *parts[-half:]]
    total = " + ".join(parts)
    if trace.divisor > 1:
        total = f"({total}) / {number(trace.divisor)}"
    return f"{total} = {of_terms(trace.result(step), terms)}"


def sentence(flow: Flow, step: int, lang: str) -> str:
    """Say what happens at ``step``: which gradients reach the cell, and what it means."""
    trace, kind = flow.trace, flow.example.trace.kind
    channel, row, col = trace.cell(step)
    covering = _covering(flow, step)
    count = len(trace.terms(step))
    values = {"channel": channel + 1, "row": row + 1, "column": col + 1}
    parts = [
        text("words.step", lang, step=step + 1, steps=trace.steps),
        text("pool.back_cell", lang, **values),
    ]
    if not covering:
        parts.append(text("pool.back_unread", lang))
    elif not count:
        parts.append(text("pool.back_lost", lang, count=covering))
    else:
        key = f"pool.back_step_{kind}"
        parts.append(text(key, lang, all=covering, count=count, sum=written_step(trace, step)))
    return " ".join(parts)


def table(flow: Flow, step: int, lang: str) -> Table:
    """Return the output's gradients under the window, one a row, and what arrives."""
    trace = flow.trace
    window, flows = trace.window(step), trace.flows(step)
    rows: list[tuple[str, ...]] = []
    for i, grid_row in enumerate(trace.rows(step)):
        for j, grid_col in enumerate(trace.cols(step)):
            kind = int(trace.cell_kind[grid_row, grid_col])
            name = text("words.inserted" if kind == INSERTED else "words.padding", lang)
            place = (name, name)
            if kind == REAL:
                row, col = trace.source_rows[grid_row] + 1, trace.source_cols[grid_col] + 1
                place = (str(row), str(col))
            how = text("pool.back_flows" if flows[i, j] else "pool.back_elsewhere", lang)
            rows.append((*place, precise(float(window[i, j])), how if kind == REAL else ""))
    terms = trace.terms(step)
    closing = [("words.row_result", of_terms(trace.result(step), terms))]
    if trace.divisor > 1:
        total = of_terms(float(sum(terms)), terms)
        closing = [("words.row_sum", total), ("pool.divisor", number(trace.divisor)), *closing]
    rows += [("", text(key, lang), value, "") for key, value in closing]
    heads = ("words.column_row", "words.column_column", "pool.back_column", "pool.back_goes")
    return Table(tuple(text(key, lang) for key in heads), tuple(rows), len(closing))


def story(flow: Flow, lang: str) -> ShapeStory:
    """Return the formula, what it means here, and how much flows back in all."""
    forward, trace = flow.example.trace, flow.trace
    kind = flow.example.kind
    sentences = [upstream.said(flow.upstream, forward.output, flow.target, flow.given, lang)]
    sentences.append(text(f"pool.back_why_{kind}", lang))
    if kind == "avg" and trace.divisor == 1 and (forward.divisors > 1).any():
        sentences.append(text("pool.back_shares", lang))
    size = trace.output.size
    reached = int((trace.output != 0).sum())
    facts = (
        Fact(
            text("pool.back_to", lang), shape(trace.output.shape), text("pool.back_how", lang)
        ),
        Fact(
            text("pool.back_reached", lang), number(reached),
            text("pool.back_of", lang, count=size),
        ),
    )  # fmt: skip
    return ShapeStory((_FORMULAS[forward.kind],), tuple(sentences), facts)


def _covering(flow: Flow, step: int) -> int:
    """Count the windows of the pooling that cover a step's input cell."""
    trace = flow.trace
    kinds = trace.cell_kind[trace.rows(step)[:, None], trace.cols(step)]
    return int((kinds == REAL).sum())


_X = r"\frac{\partial L}{\partial x} = "
_FORMULAS = {
    "max": _X + r"\sum_{\text{max} = x} \delta",
    "avg": _X + r"\sum \frac{\delta}{n}",
}
