"""The question which cell wins: the one whose number a maximum takes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from visualizer.asking import Choice, Mistake, Question, question
from visualizer.asking.question import say
from visualizer.engine import EngineError, PoolTrace
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.questions.shapes import facts, pair
from visualizer.lessons.pooling.questions.values import hides_window, under
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.notation import precise

_FEWEST = 4
Place = tuple[int, int]
"""Row and column of the input, counted from 0."""


def winner(settings: PoolingSettings) -> Question | None:
    """Ask which input cell wins; only where one number is greater than all others."""
    example = build(LESSON.rewound(settings))
    trace, step = example.trace, settings.step
    now = trace.step(step)
    if example.kind != "max" or not now.valid.any() or now.tied:
        return None
    right = _winner(example, now.channel, now.row, now.col)
    if right is None:
        return None
    wrong = _mistakes(example, step)
    places = {right, *wrong.values()}
    window = _cells(trace, step)
    for cell in sorted(window, key=lambda cell: -example.input[now.channel][cell]):
        if len(places) < _FEWEST:
            places.add(cell)
    names = {cell: f"{cell[0]}-{cell[1]}" for cell in places}
    put = {"stride": pair(example.stride), "dilation": pair(trace.dilation),
           "row": now.row + 1, "column": now.col + 1}  # fmt: skip
    several = len(trace.output) > 1
    place = say("ask.row_column", row=now.row + 1, column=now.col + 1)
    return question(
        "pooling",
        "winner",
        settings,
        "choice",
        prompt=say("pool.ask_winner_map" if several else "pool.ask_winner",
                   place=place, channel=now.channel + 1),
        answer=names[right],
        because=say("pool.ask_winner_because", value=precise(now.result)),
        hint=say("pool.ask_winner_hint"),
        mistakes=[
            Mistake(name, names[cell], say(f"pool.ask_winner_{name}", **put), under(trace, step))
            for name, cell in wrong.items()
        ],
        choices=[
            Choice(names[cell], say("ask.row_column", row=cell[0] + 1, column=cell[1] + 1))
            for cell in sorted(places)
        ],
        hides=("values", "winner", *hides_window(example)),
        lights=under(trace, step),
        facts=facts(example),
    )  # fmt: skip


def _mistakes(example: PoolExample, step: int) -> dict[str, Place]:
    """Return the cells that the usual mistakes take for the winner, by the mistake's name."""
    trace = example.trace
    channel, row, col = trace.cell(step)
    numbers = example.input[channel]
    window = _cells(trace, step)
    found: dict[str, Place | None] = {
        "stride": _winner(replace(example, stride=(1, 1)), channel, row, col),
        "padding": _winner(replace(example, padding=(0, 0)), channel, row, col),
        "dilation": _winner(replace(example, dilation=(1, 1)), channel, row, col),
        "swapped": _winner(example, channel, col, row),
        "everywhere": divmod(int(np.argmax(numbers)), numbers.shape[1]),
        "magnitude": max(window, key=lambda cell: abs(numbers[cell])),
        "least": min(window, key=lambda cell: numbers[cell]),
    }
    right = _winner(example, channel, row, col)
    taken: dict[str, Place] = {}
    for name, cell in found.items():
        if cell is not None and cell != right and cell not in taken.values():
            taken[name] = cell
    return taken


def _winner(example: PoolExample, channel: int, row: int, col: int) -> Place | None:
    """Return the input cell that wins in an example's output cell; None where there is none."""
    try:
        trace = example.trace
    except EngineError:
        return None
    _, height, width = trace.output.shape
    if row >= height or col >= width:
        return None
    step = trace.index(channel, row, col)
    place = trace.winner(step)
    if place is None or not trace.valid(step).any():
        return None
    return int(trace.source_rows[place[0]]), int(trace.source_cols[place[1]])


def _cells(trace: PoolTrace, step: int) -> list[Place]:
    """Return the input cells under the window."""
    rows, cols = trace.source_rows[trace.rows(step)], trace.source_cols[trace.cols(step)]
    return [(int(r), int(c)) for r in rows for c in cols if r >= 0 and c >= 0]
