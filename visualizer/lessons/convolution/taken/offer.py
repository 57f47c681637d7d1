"""The convolution to take along: arrays, steps, scripts, exercises, a worksheet."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.backward.flow import flow
from visualizer.lessons.convolution.code import numpy_code, torch_code
from visualizer.lessons.convolution.example import build
from visualizer.lessons.convolution.learns.taken import descent_steps, learned
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.lessons.convolution.taken.exercises import exercises
from visualizer.lessons.convolution.taken.sheet import other, sheet
from visualizer.taking.taken import Steps, Taken
from visualizer.words.text import text

Array = NDArray[np.float64]


def arrays(settings: ConvolutionSettings) -> dict[str, Array]:
    """Return input, weight (in the layout of torch's call), bias, output, and output_activated."""
    example = build(settings)
    found = {"input": example.input, "weight": example.torch_weight}
    if example.bias is not None:
        found["bias"] = example.bias
    found["output"] = example.trace.output
    if example.activation != "none":
        found["output_activated"] = example.trace.activated
    if settings.learns:
        found.update(learned(settings))
    if settings.runs_back:
        back = flow(LESSON.rewound(settings))
        names = ("grad_input", "grad_weight", "grad_bias")[: 2 + (example.bias is not None)]
        found["grad_output"] = back.given
        found.update(zip(names, back.gradients, strict=False))
    return found


def steps(settings: ConvolutionSettings, lang: str) -> Steps:
    """Return every step: its place in the output, the sum of products, the bias, the result."""
    if settings.learns:
        return descent_steps(settings, lang)
    example = build(settings)
    backward = settings.runs_back
    trace = flow(LESSON.rewound(settings)).trace if backward else example.trace
    heads = ["take.column_step", "take.column_map", "words.column_row", "words.column_column",
             "words.row_sum"]  # fmt: skip
    places = np.indices(trace.output.shape).reshape(3, -1) + 1.0
    columns: list[NDArray[Any]] = [np.arange(trace.steps) + 1, *places]
    columns.append(trace.partial_sums.sum(axis=1).ravel())
    if trace.has_bias:
        heads.append("words.row_bias")
        columns.append(np.repeat(trace.bias, trace.output[0].size))
    heads.append("words.row_result")
    columns.append(trace.output.ravel())
    names = [text(head, lang) for head in heads]
    if example.activation != "none" and not backward:
        names.append(text(f"choice.conv_activation.{example.activation}", lang))
        columns.append(trace.activated.ravel())
    return Steps(tuple(names), zip(*(column.tolist() for column in columns), strict=True))


TAKEN = Taken(
    "convolution",
    arrays,
    steps=steps,
    torch=lambda settings, lang: torch_code(build(settings)),
    numpy=lambda settings: numpy_code(build(settings)),
    # Notebook and paper are about the way forward.
    exercises=lambda settings, lang: exercises(LESSON.forward(settings), lang),
    sheet=lambda settings, lang: sheet(LESSON.forward(settings), lang),
    other=lambda settings, stream: other(LESSON.forward(settings), stream),
)
