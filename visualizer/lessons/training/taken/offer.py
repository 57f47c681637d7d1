"""A training to take along: which pictures it sees with which labels, and where it begins."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visualizer.learning import Run, TrainingSettings
from visualizer.lessons.training.example import trainings
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.lessons.training.words import SIDES, network_table
from visualizer.notation import plain
from visualizer.taking.taken import Steps, Taken

Array = NDArray[np.float64]


def arrays(settings: TrainingPageSettings) -> dict[str, Array]:
    """Return places and labels of the training pictures, and the first layer's initial weights.

    All else follows from the settings, which are saved with them. A claim's pair has the names of
    each side before them.
    """
    wanted = trainings(settings)
    if len(wanted) == 1:
        return _of_one(wanted[0])
    return {
        f"{side}.{name}": values
        for side, one in zip(SIDES, wanted, strict=True)
        for name, values in _of_one(one).items()
    }


def _of_one(settings: TrainingSettings) -> dict[str, Array]:
    run = Run(settings)
    first = f"{run.network.learning[0]}."
    found = {
        name: np.asarray(values, dtype=np.float64)
        for name, values in run.network.named().items()
        if name.startswith(first)
    }
    run.close()
    return {
        "pictures": run.chosen.places.astype(np.float64),
        "labels": run.chosen.labels.astype(np.float64),
    } | found


def steps(settings: TrainingPageSettings, lang: str) -> Steps:
    """Return every layer with its weights and products; those of a pair one after the other."""
    tables = [network_table(one, lang) for one in trainings(settings)]
    rows = (tuple(plain(cell) for cell in row) for table in tables for row in table.rows[:-1])
    return Steps(tables[0].columns, rows)


TAKEN = Taken("training", arrays, steps=steps, steps_are="train.take_layers")
