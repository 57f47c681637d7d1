"""The check with random weights: whether a map shows what the network has learned.

J. Adebayo et al., "Sanity Checks for Saliency Maps", 2018. The weights are made random from the top
down: the last layer's, those of all fully connected layers, those of all layers. A map that stays
the same has not come from what was learned there.
"""

from __future__ import annotations

import copy
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import torch
from torch import nn

from visualizer.alexnet.attribution.deletion import squares
from visualizer.alexnet.attribution.heat import stop_if
from visualizer.alexnet.errors import AlexNetError
from visualizer.alexnet.run import Cancel, LayerRun, Run, apply

_SQUARE = 8  # pixels: maps of a layer and of single pixels are compared alike
DEPTHS = ("last", "dense", "all")
_TURN = threading.Lock()  # random weights are as large as the network: one visitor at a time


@contextmanager
def randomised(
    run: Run, depth: str = "all", seed: int = 0, cancel: Cancel | None = None
) -> Iterator[Run]:
    """Run the same picture through a copy of a run's network with random weights.

    ``depth``: which are random: ``last``, the last layer's; ``dense``, those of all fully connected
    layers; ``all``. They are drawn as those of `visualizer.alexnet.model.random_model`, the biases
    are 0. While one caller has such a network others wait. ``cancel``: asked before each layer and
    while waiting; if it returns True, `Cancelled` is raised. Raises AlexNetError for another depth.
    """
    if depth not in DEPTHS:
        raise AlexNetError("sanity_depth", depth=depth, allowed=", ".join(DEPTHS))
    while not _TURN.acquire(timeout=0.1):
        stop_if(cancel)
    try:
        yield _rerun(run, _random_from(run, depth), seed, cancel)
    finally:
        _TURN.release()


def _random_from(run: Run, depth: str) -> int:
    """Return the place of the first layer whose weights become random."""
    if depth == "all":
        return 0
    linear = [place for place, each in enumerate(run.layers) if each.layer.kind == "linear"]
    return linear[-1] if depth == "last" else linear[0]


def _rerun(run: Run, first: int, seed: int, cancel: Cancel | None) -> Run:
    generator = torch.Generator().manual_seed(seed)
    layers = list(run.layers[:first])
    with torch.inference_mode():
        x = (layers[-1].output if layers else run.input).unsqueeze(0)
        for each in run.layers[first:]:
            stop_if(cancel)
            module = _random(each.layer.module, generator)
            layer = replace(each.layer, module=module)
            x = apply(layer, x)
            layers.append(LayerRun(layer, x[0], each.seconds))
    return Run(run.input, tuple(layers), run.temperature)


def _random(module: nn.Module, generator: torch.Generator) -> nn.Module:
    weight = getattr(module, "weight", None)
    if not isinstance(weight, torch.Tensor):
        return module
    # A layer's settings are copied, its tensors are made anew.
    fresh = copy.copy(module)
    scale = (6.0 / weight[0].numel()) ** 0.5
    with torch.inference_mode(False):  # gradients will flow through these weights
        made = {"weight": torch.empty(weight.shape).uniform_(-scale, scale, generator=generator)}
        if getattr(module, "bias", None) is not None:
            made["bias"] = torch.zeros(weight.shape[0])
    fresh.__dict__["_parameters"] = {
        name: nn.Parameter(value, requires_grad=False) for name, value in made.items()
    }
    return fresh


def likeness(first: np.ndarray, second: np.ndarray, square: int = _SQUARE) -> float:
    """Return the rank correlation (Spearman's) of two maps (S, S), from −1 to 1, over squares.

    NaN where one of the maps is the same everywhere, so that nothing in it can be ranked.
    """
    ranks = [_ranks(squares(values, square).ravel()) for values in (first, second)]
    if any(np.ptp(each) == 0 for each in ranks):
        return float("nan")
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    """Return the places in order, equal values sharing the mean of theirs."""
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    middles = ends - (counts - 1) / 2
    return np.asarray(middles[group])
