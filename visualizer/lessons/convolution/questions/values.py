"""Questions about one step: the number it makes, and the cells it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from visualizer.asking import Choice, Mistake, Question, Said, question
from visualizer.asking.question import Lights, say
from visualizer.asking.sizes import cell_of
from visualizer.engine import REAL, WindowTrace
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.questions.shapes import facts, pair
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.notation import factor, precise
from visualizer.words.sums import terms, written_result
from visualizer.words.windows import spans

_ALSO_TRANSPOSED = ("bias", "activation", "flipped")
_FEWEST_CHOICES = 4
_NEARBY = ((0, 1), (1, 0), (0, -1), (-1, 0))  # places to choose from where mistakes give too few
_MOST_TERMS = 18  # products that one adds up by hand


def value(settings: ConvolutionSettings) -> Question | None:
    """Ask for the number that the step makes."""
    example = build(LESSON.rewound(settings))
    trace, step = example.trace, settings.step
    now = trace.step(step)
    if int(np.count_nonzero(now.products)) > _MOST_TERMS or now.products.size > 2 * _MOST_TERMS:
        return None
    place = say("ask.row_column", row=now.row + 1, column=now.col + 1)
    several = len(trace.output) > 1
    activated = example.activation != "none"
    because = say(
        "conv.ask_value_activated" if activated else "conv.ask_value_because",
        sum=_added_up(trace, step),
        value=precise(now.activated_result),
        name=Said(f"choice.conv_activation.{example.activation}"),
    )
    hides = {"values", "products"}
    if not _opens_the_lesson(example):
        hides.add("window")  # where it lies is part of the question
    return question(
        "convolution",
        "value",
        settings,
        "number",
        prompt=say("conv.ask_value_map" if several else "conv.ask_value",
                   place=place, map=now.filter + 1),
        answer=now.activated_result,
        because=because,
        hint=say("conv.ask_value_hint"),
        mistakes=_mistakes(example, step),
        hides=hides,
        lights=_under(trace, step),
        facts=(*facts(settings, example), *_after(example, now.filter)),
    )  # fmt: skip


def _added_up(trace: WindowTrace, step: int) -> str:
    """Write the step's sum without the products that add nothing: ``2·1 + 4·(−3) + 1 = −9``."""
    parts = [term.written for term in terms(trace, step) if not term.zero] or ["0"]
    parts += [factor(trace.bias_of(step))] if trace.has_bias else []
    return f"{' + '.join(parts)} = {written_result(trace, step)}"


def _opens_the_lesson(example: Example) -> bool:
    """Tell whether window and output cell stand at the same place: stride 1 and no padding."""
    plain = example.stride == (1, 1) and not example.transposed and example.dilation == (1, 1)
    return plain and example.padding in ((0, 0), "valid")


def _after(example: Example, filter_: int) -> list[Said]:
    found = []
    if example.bias is not None:
        bias = precise(float(example.bias[filter_]))
        found.append(say("ask.fact", name=Said("param.conv_bias"), value=bias))
    if example.activation != "none":
        name = Said(f"choice.conv_activation.{example.activation}")
        found.append(say("ask.fact", name=Said("param.conv_activation"), value=name))
    return found


def _under(trace: WindowTrace, step: int) -> Lights:
    rows, cols = trace.rows(step).tolist(), trace.cols(step).tolist()
    channels = trace.channels(trace.cell(step)[0])
    return {"input": tuple((c, row, col) for c in channels for row in rows for col in cols)}


def _mistakes(example: Example, step: int) -> list[Mistake]:
    """Return what the usual mistakes make of the step, each computed by doing it wrong."""
    trace = example.trace
    filter_, row, col = trace.cell(step)
    now = trace.step(step)
    turned = example.weight[..., ::-1, ::-1]
    changed: dict[str, Mapping[str, Any]] = {
        "bias": {"bias": None},
        "activation": {"activation": "none"},
        "flipped": {"weight": turned},
        "padding": {"padding": (0, 0)},
        "edges": {"padding_mode": "replicate"},
        "zeros": {"padding_mode": "zeros"},
        "stride": {"stride": (1, 1)},
        "dilation": {"dilation": (1, 1)},
        "dilation_as_stride": {
            "stride": _swapped_for(example.stride, example.dilation),
            "dilation": (1, 1),
        },
    }
    if example.bias is None:
        del changed["bias"]
    del changed["edges" if example.padding_mode != "zeros" else "zeros"]
    if example.transposed:  # over inserted zeros the window moves by one, whatever the stride
        changed = {name: changed[name] for name in _ALSO_TRANSPOSED if name in changed}
    found: list[tuple[str, float | None]] = [
        (name, _at(replace(example, **changes), filter_, row, col))
        for name, changes in changed.items()
    ]
    function = example.function or (lambda values: values)

    def made(total: float) -> float:
        return float(function(np.array([total + now.bias]))[0])

    sums = now.channel_sums
    if len(sums) > 1:
        found.append(("one_channel", made(float(sums[0]))))
        each = float(sums.sum()) + len(sums) * now.bias
        found.append(("bias_each", float(function(np.array([each]))[0])))
    found.append(("averaged", made(float(now.products.mean()))))
    found.append(("added", made(float(now.window.sum()))))
    if len(example.weight) > 1:
        found.append(("first_filter", _at(example, 0, row, col)))
    found.append(("swapped", _at(example, filter_, col, row)))
    put = {"row": row + 1, "column": col + 1, "stride": pair(example.stride),
           "dilation": pair(example.dilation), "bias": precise(now.bias), "channels": len(sums),
           "cells": now.products.size, "filter": filter_ + 1}  # fmt: skip
    lit = _under(trace, step)
    return [
        Mistake(name, wrong, say(f"conv.ask_value_{_key(name, example)}", **put), lit)
        for name, wrong in found
        if wrong is not None
    ]


def _swapped_for(stride: tuple[int, int], dilation: tuple[int, int]) -> tuple[int, int]:
    """Return the strides of one who takes a dilation for a stride, each way where there is one."""
    down, across = (d if d > 1 else s for s, d in zip(stride, dilation, strict=True))
    return down, across


def _key(name: str, example: Example) -> str:
    return "flipped_transposed" if name == "flipped" and example.transposed else name


def _at(example: Example, filter_: int, row: int, col: int) -> float | None:
    return cell_of(lambda: example.trace.activated, (filter_, row, col))


def reads(settings: ConvolutionSettings) -> Question | None:
    """Ask which input cells the step reads; only where none of them is padding or inserted."""
    example = build(LESSON.rewound(settings))
    trace, step = example.trace, settings.step
    if example.transposed:
        return None
    rows, cols = trace.rows(step), trace.cols(step)
    if not (trace.cell_kind[np.ix_(rows, cols)] == REAL).all():
        return None
    _, row, col = trace.cell(step)
    top, left = trace.pads[0][0], trace.pads[1][0]
    height, width = trace.kernel_size
    d, s = example.dilation, example.stride
    places: dict[str, tuple[list[int], list[int]]] = {
        "right": (_line(row * s[0] - top, height, d[0]), _line(col * s[1] - left, width, d[1])),
        "stride": (_line(row - top, height, d[0]), _line(col - left, width, d[1])),
        "padding": (_line(row * s[0], height, d[0]), _line(col * s[1], width, d[1])),
        "dilation": (_line(row * s[0] - top, height, 1), _line(col * s[1] - left, width, 1)),
        "swapped": (_line(col * s[0] - top, height, d[0]), _line(row * s[1] - left, width, d[1])),
        "centred": (
            _line(row * s[0] - top - height // 2, height, d[0]),
            _line(col * s[1] - left - width // 2, width, d[1]),
        ),
        "next": (
            _line((row + 1) * s[0] - top, height, d[0]),
            _line((col + 1) * s[1] - left, width, d[1]),
        ),
    }
    sizes = example.input.shape[1:]
    possible = {name: lines for name, lines in places.items() if _inside(lines, sizes)}
    found = {(tuple(down), tuple(across)) for down, across in possible.values()}
    for down, across in _NEARBY:
        rows_near, cols_near = places["right"]
        near = tuple(i + down for i in rows_near), tuple(i + across for i in cols_near)
        if len(found) < _FEWEST_CHOICES and _inside(near, sizes):
            found.add(near)
    # In reading order, so that the place in the list tells nothing.
    options = sorted(found)
    called = {lines: f"{lines[0][0]}-{lines[1][0]}-{i}" for i, lines in enumerate(options)}
    names = {name: called[tuple(down), tuple(across)] for name, (down, across) in possible.items()}
    put = {
        "stride": pair(s),
        "dilation": pair(d),
        "padding": pair((top, left)),
        "row": row + 1,
        "column": col + 1,
    }
    return question(
        "convolution",
        "reads",
        settings,
        "choice",
        prompt=say("conv.ask_reads", place=say("ask.row_column", row=row + 1, column=col + 1)),
        answer=names["right"],
        because=say(
            "conv.ask_reads_because",
            stride=pair(s),
            down=row,
            across=col,
            first_row=int(rows[0]) - top + 1,
            first_column=int(cols[0]) - left + 1,
        ),
        hint=say("conv.ask_reads_hint", **put),
        mistakes=[
            Mistake(name, names[name], say(f"conv.ask_reads_{name}", **put))
            for name in possible
            if name != "right"
        ],
        choices=[
            Choice(
                called[lines],
                say("conv.ask_reads_cells", rows=spans(lines[0]), columns=spans(lines[1])),
            )
            for lines in options
        ],
        hides=("values", "products", "window"),
        lights={"input": ((0, int(rows[0]), int(cols[0])),)},
        facts=facts(settings, example),
    )


def _inside(lines: Sequence[Sequence[int]], sizes: Sequence[int]) -> bool:
    return all(line[0] >= 0 and line[-1] < n for line, n in zip(lines, sizes, strict=True))


def _line(start: int, count: int, dilation: int) -> list[int]:
    return [start + i * dilation for i in range(count)]
