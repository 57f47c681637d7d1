"""Both networks as stacks of layers: shapes, parameters and multiply-adds without torch."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    Conv,
    Dropout,
    Flatten,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.engine.network.walk import Walk, walk
from visualizer.lessons.alexnet.settings import INPUTS, PAPER, TORCHVISION
from visualizer.memory import remembered

_RELU = Activation("relu")
# A test compares both with the networks that the page runs.
_LAYERS: dict[str, tuple[Layer, ...]] = {
    TORCHVISION: (
        *(Conv(64, 11, stride=4, padding=2), _RELU, MaxPool(3, 2)),
        *(Conv(192, 5, padding=2), _RELU, MaxPool(3, 2)),
        *(Conv(384, 3, padding=1), _RELU),
        *(Conv(256, 3, padding=1), _RELU),
        *(Conv(256, 3, padding=1), _RELU, MaxPool(3, 2)),
        *(AdaptiveAvgPool(6), Flatten(), Dropout(0.5), Linear(4096), _RELU),
        *(Dropout(0.5), Linear(4096), _RELU),
    ),
    PAPER: (
        *(Conv(96, 11, stride=4), _RELU, LocalResponseNorm(5), MaxPool(3, 2)),
        *(Conv(256, 5, padding=2, groups=2), _RELU, LocalResponseNorm(5), MaxPool(3, 2)),
        *(Conv(384, 3, padding=1), _RELU),
        *(Conv(384, 3, padding=1, groups=2), _RELU),
        *(Conv(256, 3, padding=1, groups=2), _RELU, MaxPool(3, 2)),
        *(Flatten(), Linear(4096), _RELU, Dropout(0.5)),
        *(Linear(4096), _RELU, Dropout(0.5)),
    ),
}


@remembered(8)
def stack(classes: int, network: str = TORCHVISION) -> Walk:
    """Return the walk through a network for so many classes; KeyError for an unknown network."""
    return walk(INPUTS[network], (*_LAYERS[network], Linear(classes)))
