"""The network to take along: its table, the script, exercises, a worksheet of shapes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.code import torch_code
from visualizer.lessons.architecture.naming import layer_title
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.taken.exercises import exercises
from visualizer.lessons.architecture.taken.sheet import other, sheet
from visualizer.lessons.architecture.words import failure_reason
from visualizer.notation import shape
from visualizer.taking.taken import Cell, Steps, Taken
from visualizer.words.text import text

Array = NDArray[np.float64]


def arrays(settings: ArchitectureSettings) -> dict[str, Array]:
    """Return the input's shape, and of each layer that works its parameters and multiply-adds."""
    walk = settings.network.walk()
    return {
        "input_shape": np.array(walk.input_shape, dtype=np.float64),
        "output_shape": np.array(walk.output_shape, dtype=np.float64),
        "parameters": np.array([float(step.parameters) for step in walk.steps]),
        "multiply_adds": np.array([float(step.multiply_adds) for step in walk.steps]),
    }


def steps(settings: ArchitectureSettings, lang: str) -> Steps:
    """Return every layer that works: shapes and counts."""
    columns = ("name", "layer", "output", "parameters", "work")
    names = [text(f"arch.column.{column}", lang) for column in columns]
    return Steps(tuple(names), _rows(settings.network.walk(), lang))


def _rows(walk: Walk, lang: str) -> Iterator[tuple[Cell, ...]]:
    for step in walk.steps:
        title, size = layer_title(step.layer, lang), shape(step.output)
        yield step.name, title, size, step.parameters, step.multiply_adds


def _torch(settings: ArchitectureSettings, lang: str) -> str:
    walk = settings.network.walk()
    return torch_code(walk, failure_reason(walk.failure, lang) if walk.failure else "")


TAKEN = Taken(
    "architecture",
    arrays,
    steps=steps,
    steps_are="arch.take_layers",
    torch=_torch,
    exercises=exercises,
    sheet=sheet,
    other=other,
)
