"""The fully connected layer to take along: arrays, outputs, scripts, exercises, a worksheet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

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
    """Return input (the map), weight, bias, output, and the softmax of the output."""
    example = build(settings)
    return {
        "input": example.map,
        "weight": example.weight,
        "bias": example.bias,
        "output": example.y,
        "softmax": example.probabilities,
    }


def steps(settings: DenseSettings, lang: str) -> Steps:
    """Return every output: its class, the sum of its products, the bias, the result, the share."""
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


TAKEN = Taken(
    "dense",
    arrays,
    steps=steps,
    steps_are="dense.take_outputs",
    torch=lambda settings, lang: torch_code(build(settings)),
    numpy=lambda settings: numpy_code(build(settings)),
    exercises=exercises,
    sheet=sheet,
    other=other,
)
