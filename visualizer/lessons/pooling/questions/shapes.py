"""The question about the output's shape, and how an example's settings are named."""

from __future__ import annotations

from visualizer.asking import Mistake, Question, Said, question
from visualizer.asking.question import Lights, say
from visualizer.asking.sizes import Axis, size_mistakes
from visualizer.engine import PADDED
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.shape import shape_story
from visualizer.notation import TIMES, shape

_SIDES = ("ask.channels", "ask.rows", "ask.columns")


def facts(example: PoolExample) -> tuple[Said, ...]:
    """Name the settings of an example: kind, size, kernel and stride, others where they act."""
    found = [
        Said(f"choice.pool_kind.{example.kind}"),
        _fact("pool.ask_input", shape(example.input.shape)),
    ]
    if example.kind == "global":
        return tuple(found)
    found += [
        _fact("param.pool_kernel", shape(example.kernel)),
        _fact("param.pool_stride", pair(example.stride)),
        _fact("param.pool_padding", pair(example.padding)),
    ]
    if example.kind == "max" and example.dilation != (1, 1):
        found.append(_fact("param.pool_dilation", pair(example.dilation)))
    if example.ceil_mode:
        found.append(Said("pool.ask_ceil"))
    if example.kind == "avg" and any(example.padding):
        counted = "pool.ask_counted" if example.count_include_pad else "pool.ask_not_counted"
        found.append(Said(counted))
    return tuple(found)


def _fact(name: str, value: object) -> Said:
    return say("ask.fact", name=Said(name), value=value)


def pair(sides: tuple[int, int]) -> str:
    """Write a (down, across) pair: one number for two equal ones."""
    return str(sides[0]) if sides[0] == sides[1] else TIMES.join(map(str, sides))


def output_shape(settings: PoolingSettings) -> Question | None:
    """Ask for the output's channels, rows and columns."""
    now = LESSON.rewound(settings)
    example = build(now)
    channels, *sides = example.trace.output.shape
    several = channels > 1 or example.kind == "global"
    before = [channels] if several else []
    wrong = _global_mistakes(example) if example.kind == "global" else _mistakes(example, before)
    formulas = shape_story(example, 1, "en").formulas
    key = "pool.ask_shape_global" if example.kind == "global" else "pool.ask_shape_because"
    return question(
        "pooling",
        "shape",
        now,
        "shape",
        prompt=say("pool.ask_shape"),
        answer=(*map(float, before), *map(float, sides)),
        because=say(key, channels=channels, rows=sides[0], columns=sides[1]),
        hint=say("pool.ask_shape_hint_global" if example.kind == "global"
                 else "pool.ask_shape_hint"),
        mistakes=wrong,
        sides=_SIDES[0 if several else 1 :],
        hides=("shape", "values", "products", "winner"),
        lights=_shown(example, "hint"),
        facts=facts(example),
        formulas=formulas[1:] or formulas,
    )  # fmt: skip


def _mistakes(example: PoolExample, before: list[int]) -> list[Mistake]:
    trace = example.trace
    axes = [
        Axis(
            example.input.shape[1 + i], example.kernel[i], example.stride[i],
            example.padding[i], trace.dilation[i], example.ceil_mode,
        )
        for i in (0, 1)
    ]  # fmt: skip
    sides = trace.output.shape[1:]
    found = size_mistakes(axes, sides, before, lambda name: _shown(example, name))
    rounded_up = [float(axis.wrong("by_formula")) for axis in axes]
    why = say("pool.ask_dropped", padding=example.padding[0])
    found.insert(0, Mistake("dropped", (*map(float, before), *rounded_up), why))
    if before and before[0] > 1:
        why = say("pool.ask_one_channel", channels=before[0])
        found.append(Mistake("channels_mixed", (1.0, *map(float, sides)), why))
    return found


def _global_mistakes(example: PoolExample) -> list[Mistake]:
    channels, height, width = example.input.shape
    put = {"channels": channels, "cells": height * width}
    return [
        Mistake("channels_mixed", (1.0, 1.0, 1.0), say("pool.ask_one_channel", **put)),
        Mistake("kept", (float(channels), float(height), float(width)),
                say("pool.ask_global_kept", **put)),
    ]  # fmt: skip


def _shown(example: PoolExample, name: str) -> Lights:
    """Return the cells of the first channel that show what a mistake is about."""
    trace = example.trace
    rows, cols = range(trace.grid.shape[1]), range(trace.grid.shape[2])
    if name.startswith("padding"):
        cells = [(0, r, c) for r in rows for c in cols if trace.cell_kind[r, c] == PADDED]
    elif name == "rounded":
        down, across = trace.unused_rows().tolist(), trace.unused_cols().tolist()
        cells = [(0, r, c) for r in rows for c in cols if r in down or c in across]
    else:
        several = name in ("hint", "stride_ignored", "dilation_as_stride")
        steps = (0, 1) if several and trace.output.shape[2] > 1 else (0,)
        cells = list(
            dict.fromkeys(
                (0, r, c)
                for step in steps
                for r in trace.rows(step).tolist()
                for c in trace.cols(step).tolist()
            )
        )
    return {"input": tuple(cells)}
