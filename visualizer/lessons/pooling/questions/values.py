"""Questions about one step of a pooling: the number it makes, and by what its sum is divided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from visualizer.asking import Mistake, Question, question
from visualizer.asking.question import Lights, say
from visualizer.asking.sizes import cell_of
from visualizer.engine import OVERHANG, PADDED, REAL, PoolTrace
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.questions.shapes import facts, pair
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.words import written_step

_MOST_CELLS = 16  # numbers that one compares or adds up by hand


def value(settings: PoolingSettings) -> Question | None:
    """Ask for the number that the step makes."""
    example = build(LESSON.rewound(settings))
    trace, step = example.trace, settings.step
    now = trace.step(step)
    if not now.valid.any() or now.window.size > _MOST_CELLS:
        return None
    place = say("ask.row_column", row=now.row + 1, column=now.col + 1)
    several = len(trace.output) > 1
    return question(
        "pooling",
        "value",
        settings,
        "number",
        prompt=say("pool.ask_value_map" if several else "pool.ask_value",
                   place=place, channel=now.channel + 1),
        answer=now.result,
        because=say("pool.ask_value_because", sum=written_step(trace, step)),
        hint=say(f"pool.ask_value_hint_{trace.kind}"),
        mistakes=_mistakes(example, step),
        hides=("values", "winner", *hides_window(example)),
        lights=under(trace, step),
        facts=facts(example),
    )  # fmt: skip


def hides_window(example: PoolExample) -> tuple[str, ...]:
    """Return what to hide of the window: nothing where it simply goes from tile to tile."""
    plain = example.stride == example.kernel and example.padding == (0, 0)
    return () if plain and example.trace.dilation == (1, 1) else ("window", "products")


def under(trace: PoolTrace, step: int) -> Lights:
    """Return the cells under the window at a step."""
    channel = trace.cell(step)[0]
    rows, cols = trace.rows(step).tolist(), trace.cols(step).tolist()
    return {"input": tuple((channel, row, col) for row in rows for col in cols)}


def _mistakes(example: PoolExample, step: int) -> list[Mistake]:
    """Return what the usual mistakes make of the step, each computed by doing it wrong."""
    trace = example.trace
    channel, row, col = trace.cell(step)
    numbers = trace.window(step)[0][trace.valid(step)]
    kinds = trace.cell_kind[np.ix_(trace.rows(step), trace.cols(step))]
    real = trace.window(step)[0][kinds == REAL]
    found: dict[str, float | None] = {}
    if trace.kind == "max":
        if (kinds == PADDED).any():
            found["padding_entered"] = max(0.0, float(real.max()))
        found["averaged"] = float(real.mean())
        found["magnitude"] = float(real[np.argmax(np.abs(real))])
        found["least"] = float(real.min())
        found["signless"] = float(np.abs(real).max())
    else:
        found["summed"] = float(numbers.sum())
        found["greatest"] = float(real.max()) if real.size else None
        if example.kind == "avg":
            other = replace(example, count_include_pad=not example.count_include_pad)
            flipped = "padding_left_out" if example.count_include_pad else "padding_counted"
            found[flipped] = _at(other, channel, row, col)
            if (kinds == OVERHANG).any():
                found["overhang_counted"] = float(numbers.sum()) / kinds.size
    moved: dict[str, Mapping[str, Any]] = {
        "stride": {"stride": (1, 1)},
        "padding": {"padding": (0, 0)},
        "dilation": {"dilation": (1, 1)},
    }
    if example.kind != "global":
        for name, changes in moved.items():
            found[name] = _at(replace(example, **changes), channel, row, col)
        found["swapped"] = _at(example, channel, col, row)
    if channel > 0:
        found["first_channel"] = _at(example, 0, row, col)
    put = {
        "row": row + 1,
        "column": col + 1,
        "channel": channel + 1,
        "stride": pair(example.stride),
        "dilation": pair(trace.dilation),
        "cells": kinds.size,
        "divisor": trace.divisor(step),
    }
    lit = under(trace, step)
    return [
        Mistake(name, wrong, say(f"pool.ask_value_{name}", **put), lit)
        for name, wrong in found.items()
        if wrong is not None
    ]


def _at(example: PoolExample, channel: int, row: int, col: int) -> float | None:
    return cell_of(lambda: example.trace.output, (channel, row, col))


def divisor(settings: PoolingSettings) -> Question | None:
    """Ask by what the step's sum is divided; only where that is not simply the window's size."""
    example = build(LESSON.rewound(settings))
    trace, step = example.trace, settings.step
    now = trace.step(step)
    kinds = trace.cell_kind[np.ix_(now.rows, now.cols)]
    if example.kind != "avg" or (kinds == REAL).all() or not now.valid.any():
        return None
    padded, real = int((kinds == PADDED).sum()), int((kinds == REAL).sum())
    beyond = int((kinds == OVERHANG).sum())
    put = {"real": real, "padded": padded, "beyond": beyond, "cells": kinds.size}
    counted = {
        "input": real,
        "padding": real + padded,
        "window": kinds.size,
        "side": trace.kernel_size[0],
    }
    because = "pool.ask_divisor_with" if example.count_include_pad else "pool.ask_divisor_without"
    return question(
        "pooling",
        "divisor",
        settings,
        "number",
        prompt=say("pool.ask_divisor",
                   place=say("ask.row_column", row=now.row + 1, column=now.col + 1)),
        answer=float(now.divisor),
        because=say(because, divisor=now.divisor, **put),
        hint=say("pool.ask_divisor_hint"),
        mistakes=[
            Mistake(name, float(wrong), say(f"pool.ask_divisor_{name}", **put))
            for name, wrong in counted.items()
        ],
        hides=("values", "products", "window"),
        lights=under(trace, step),
        facts=facts(example),
    )  # fmt: skip
