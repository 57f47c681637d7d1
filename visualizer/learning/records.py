"""Which of the engine's layers can be trained here, and how they become a classifier."""

from __future__ import annotations

from typing import Final

from visualizer.engine.activation import ELEMENTWISE
from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Layer,
    Linear,
    MaxPool,
)
from visualizer.engine.network.shapes import Shape, output_shape

Learning = (
    Conv | MaxPool | AvgPool | GlobalAvgPool | Activation | Dropout | BatchNorm | Flatten | Linear
)
"""A layer that a network can have here."""

WITH_WEIGHTS: Final = (Conv, Linear, BatchNorm)


def learns(layer: Layer) -> bool:
    """Tell whether a layer can be trained here: not softmax, which is part of the loss, nor others.

    >>> learns(Conv(8, 3)), learns(Activation("softmax"))
    (True, False)
    """
    if isinstance(layer, Activation):
        return layer.kind in ELEMENTWISE
    return isinstance(layer, Learning)


def shape_after(layer: Learning, shape: Shape) -> Shape:
    """Return a layer's output shape, (C, H, W) or (F,); EngineError where it does not fit."""
    return output_shape(layer, shape)


def complete(layers: tuple[Layer, ...], classes: int, shape: Shape) -> tuple[Learning, ...]:
    """Return the layers of a classifier: what cannot learn left out, a last layer for the classes.

    The last layer is added, and flattening before it, unless the layers end with it already.
    EngineError: a layer does not fit to those before it.

    >>> complete((Conv(2, 3),), 10, (1, 8, 8))[1:]
    (Flatten(), Linear(out_features=10, bias=True))
    """
    kept = [layer for layer in layers if learns(layer)]
    learning: list[Learning] = []
    for layer in kept:
        assert isinstance(layer, Learning)
        shape = shape_after(layer, shape)
        learning.append(layer)
    if learning and isinstance(learning[-1], Linear) and shape == (classes,):
        return tuple(learning)
    if len(shape) == 3:
        learning.append(Flatten())
    return (*learning, Linear(classes))
