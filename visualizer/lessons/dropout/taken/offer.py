"""The network with dropout to take along: weights and masks, draws, scripts, exercises, a sheet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.dropout.code import numpy_code, torch_code
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.lessons.dropout.taken.exercises import exercises
from visualizer.lessons.dropout.taken.sheet import other, sheet
from visualizer.taking.taken import Cell, Steps, Taken
from visualizer.words.text import text

Array = NDArray[np.float64]

_APART = 3  # a hidden layer of the script's nn.Sequential is Linear, ReLU, Dropout


def arrays(settings: DropoutSettings) -> dict[str, Array]:
    """Return input, the weights as the script's state_dict names them, masks, and both outputs."""
    example = build(settings)
    found = {"input": example.x}
    found |= {f"{_APART * i}.weight": weight for i, weight in enumerate(example.weights)}
    found |= {f"mask{i + 1}": mask.astype(np.float64) for i, mask in enumerate(example.masks)}
    found |= {"output_eval": example.whole.output, "output_train": example.dropped.output}
    return found


def steps(settings: DropoutSettings, lang: str) -> Steps:
    """Return every draw: how many hidden neurons are kept, and the outputs."""
    example = build(settings)
    name = text("drop.take_output", lang)
    outputs = [f"{name} {i + 1}" for i in range(settings.outputs)]
    heads = (text("drop.take_draw", lang), text("drop.take_kept", lang), *outputs)
    return Steps(heads, _rows(example))


def _rows(example: DropoutExample) -> Iterator[tuple[Cell, ...]]:
    kept, made = example.all_masks.sum(axis=1).tolist(), example.many.after[-1].tolist()
    for place, (count, outputs) in enumerate(zip(kept, made, strict=True)):
        yield (place + 1, count, *outputs)


TAKEN = Taken(
    "dropout",
    arrays,
    steps=steps,
    steps_are="drop.take_draws",
    torch=lambda settings, lang: torch_code(build(settings)),
    numpy=lambda settings: numpy_code(build(settings)),
    exercises=exercises,
    sheet=sheet,
    other=other,
)
