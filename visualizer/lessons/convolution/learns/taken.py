"""A descent to take along: its target, and every step's loss, weights and gradients."""

from __future__ import annotations

import numpy as np

from visualizer.lessons.convolution.example import Array
from visualizer.lessons.convolution.learns.run import learning, unmoved
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.taking.taken import Steps
from visualizer.words.text import text

_MOST_WEIGHTS = 128  # that a table has columns for


def learned(settings: ConvolutionSettings) -> dict[str, Array]:
    """Return the target, and losses, kernels, biases and their gradients by step, from the start.

    Kernels are (steps + 1, filters, C/groups, kH, kW), biases (steps + 1, filters).
    """
    found = learning(unmoved(settings))
    arrays = {
        "target": found.target,
        "losses": found.descent.losses,
        "weights": found.kernels,
        "weight_gradients": found.kernel_gradients,
    }
    if found.biases is not None and found.bias_gradients is not None:
        arrays |= {"biases": found.biases, "bias_gradients": found.bias_gradients}
    return arrays


def descent_steps(settings: ConvolutionSettings, lang: str) -> Steps:
    """Return a row for each step: its loss, and the weights where there are not too many."""
    found = learning(unmoved(settings))
    names = [text("take.column_step", lang), "loss"]
    columns = [np.arange(found.descent.steps + 1), found.descent.losses]
    if settings.weight_count <= _MOST_WEIGHTS:
        shape = found.kernels.shape[1:]
        names += [f"w{list(place)}".replace(" ", "") for place in np.ndindex(shape)]
        columns += list(found.kernels.reshape(len(found.kernels), -1).T)
        if found.biases is not None:
            names += [f"b[{filter_}]" for filter_ in range(found.biases.shape[1])]
            columns += list(found.biases.T)
    return Steps(tuple(names), zip(*(column.tolist() for column in columns), strict=True))
