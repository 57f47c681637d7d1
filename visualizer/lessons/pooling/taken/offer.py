"""The pooling to take along: arrays, steps, scripts, exercises, a worksheet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from visualizer.engine import PoolTrace
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.backward.flow import flow
from visualizer.lessons.pooling.code import numpy_code, torch_code
from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.taken.exercises import exercises
from visualizer.lessons.pooling.taken.sheet import other, sheet
from visualizer.taking.taken import Cell, Steps, Taken
from visualizer.words.text import text

Array = NDArray[np.float64]


def arrays(settings: PoolingSettings) -> dict[str, Array]:
    """Return input and output."""
    example = build(settings)
    found = {"input": example.input, "output": example.trace.output}
    if settings.pass_ != "forward":
        back = flow(LESSON.rewound(settings))
        found.update(grad_output=back.given, grad_input=back.trace.output)
    return found


def steps(settings: PoolingSettings, lang: str) -> Steps:
    """Return every step: its place in the output, which input cell wins or what is divided."""
    if settings.pass_ != "forward":
        return _backward(settings, lang)
    trace = build(settings).trace
    heads = ["take.column_step", "words.column_channel", "words.column_row", "words.column_column"]
    heads += (
        ["pool.take_winner_row", "pool.take_winner_column"]
        if trace.kind == "max"
        else ["words.row_sum", "pool.divisor"]
    )
    heads.append("words.row_result")
    return Steps(tuple(text(head, lang) for head in heads), _rows(trace))


def _backward(settings: PoolingSettings, lang: str) -> Steps:
    """Return every step back: its place in the input, how many windows flow there, and what."""
    trace = flow(LESSON.rewound(settings)).trace
    heads = ["take.column_step", "words.column_channel", "words.column_row", "words.column_column",
             "pool.back_take_count", "words.row_result"]  # fmt: skip
    rows = (
        (step + 1, *(place + 1 for place in trace.cell(step)), len(trace.terms(step)),
         trace.result(step))
        for step in range(trace.steps)
    )  # fmt: skip
    return Steps(tuple(text(head, lang) for head in heads), rows)


def _rows(trace: PoolTrace) -> Iterator[tuple[Cell, ...]]:
    for step in range(trace.steps):
        channel, row, col = trace.cell(step)
        winner = trace.winner(step)
        if winner is None:
            how: tuple[Cell, Cell] = (trace.total(step), trace.divisor(step))
        elif trace.valid(step).any():
            how = (int(trace.source_rows[winner[0]]) + 1, int(trace.source_cols[winner[1]]) + 1)
        else:
            how = ("", "")
        yield (step + 1, channel + 1, row + 1, col + 1, *how, trace.result(step))


TAKEN = Taken(
    "pooling",
    arrays,
    steps=steps,
    torch=lambda settings, lang: torch_code(build(settings)),
    numpy=lambda settings: numpy_code(build(settings)),
    # Notebook and paper are about the way forward.
    exercises=lambda settings, lang: exercises(LESSON.forward(settings), lang),
    sheet=lambda settings, lang: sheet(LESSON.forward(settings), lang),
    other=lambda settings, stream: other(LESSON.forward(settings), stream),
)
