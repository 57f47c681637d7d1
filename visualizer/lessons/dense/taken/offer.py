"""The fully connected layer to take along: arrays, outputs, scripts, exercises, a worksheet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.backward.flow import flow
from visualizer.lessons.dense.code import numpy_code, torch_code
from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dense.taken.exercises import exercises
from visualizer.lessons.dense.taken.sheet import other, sheet
from visualizer.lessons.dense.words import class_name
from visualizer.taking.taken import Steps, Taken
from visualizer.words.text import text

Array = NDArray[np.float64]


def arrays(settings: DenseSettings) -> dict[str, Array]:
    """Return input (the map), weight, bias, output, and the softmax of the output.

    Backward also the gradients at the output, the input, the weight and the bias.
    """
    example = build(settings)
    found = {
        "input": example.map,
        "weight": example.weight,
        "bias": example.bias,
        "output": example.y,
        "softmax": example.probabilities,
    }
    if settings.pass_ != "forward":
        back = flow(LESSON.rewound(settings))
        found["grad_output"] = back.given
        found["grad_input"] = back.gradients.input.reshape(example.map.shape)
        found["grad_weight"], found["grad_bias"] = back.gradients.weight, back.gradients.bias
    return found


def steps(settings: DenseSettings, lang: str) -> Steps:
    """Return every output: its class, the sum of its products, the bias, the result, the share.

    Backward every input, or every weight by its output and input, and the gradient there.
    """
    if settings.pass_ != "forward":
        return _steps_back(settings, lang)
    example = build(settings)
    columns = (
        text("take.column_step", lang),
        text("act.column_class", lang),
        *(text(f"words.row_{name}", lang) for name in ("sum", "bias", "result")),
        text("act.column_share", lang),
    )
    sums = example.trace.partial_sums.sum(axis=1).ravel()
    names = [class_name(output, lang) for output in range(len(example.y))]
    numbers = (sums, example.bias, example.y, example.probabilities)
    listed = [array.tolist() for array in numbers]
    return Steps(columns, zip(range(1, len(names) + 1), names, *listed, strict=True))


def _steps_back(settings: DenseSettings, lang: str) -> Steps:
    found = flow(LESSON.rewound(settings))
    places = np.indices(found.result.shape).reshape(found.result.ndim, -1) + 1
    output = ("dense.back_column_output",) if found.way == "weight" else ()
    heads = ("take.column_step", *output, "dense.back_column_value", "words.row_result")
    columns = (np.arange(found.result.size) + 1, *places, found.result.ravel())
    names = tuple(text(head, lang) for head in heads)
    return Steps(names, zip(*(column.tolist() for column in columns), strict=True))


TAKEN = Taken(
    "dense",
    arrays,
    steps=steps,
    steps_are="dense.take_outputs",
    torch=lambda settings, lang: torch_code(build(settings)),
    numpy=lambda settings: numpy_code(build(settings)),
    # Notebook and paper are about the way forward.
    exercises=lambda settings, lang: exercises(LESSON.forward(settings), lang),
    sheet=lambda settings, lang: sheet(LESSON.forward(settings), lang),
    other=lambda settings, stream: other(LESSON.forward(settings), stream),
)
