"""What torch finds of a network: which of the input's cells a unit's value really depends on.

The size of a field says which cells can change a unit. How much they do is the gradient of the unit
at the input, as W. Luo, Y. Li, R. Urtasun and R. Zemel measure it in "Understanding the effective
receptive field in deep convolutional neural networks", 2016. torch is imported inside.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.layers import (
    LRN_ALPHA,
    LRN_BETA,
    LRN_K,
    OVER_CHANNELS,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Flatten,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
    both,
    sources,
)
from visualizer.engine.network.shapes import Shape

if TYPE_CHECKING:
    from torch import Generator, Tensor

MULTIPLY_ADDS = 6e9
"""How much work a measurement may be: a few seconds on an old laptop."""
MOST_DRAWS = 20


@dataclass(frozen=True)
class Effective:
    """How much a unit depends on each input cell, and in how many draws that was measured.

    strength: (H, W), the mean over draws of the gradient's size, 1 where it is largest; all 0 where
    no cell changes the unit.
    """

    strength: NDArray[np.float64]
    draws: int


def effective_field(
    layers: Sequence[Layer],
    shapes: Sequence[Shape],
    unit: tuple[int, int, int],
    work: int,
    seed: int = 0,
) -> Effective:
    """Measure how much the value (layer, row, col) depends on each cell of the input.

    shapes: the input's shape (C, H, W), then each layer's output shape. Weights are random, as
    before training (He et al., 2015), the input is noise; channels are added up. work: the
    multiply-adds of one run, from which the number of draws follows.
    """
    import torch

    index, row, col = unit
    draws = int(min(MOST_DRAWS, max(1, MULTIPLY_ADDS // max(1, 3 * work))))
    generator = torch.Generator().manual_seed(seed)
    total = torch.zeros(shapes[0][1:], dtype=torch.float64)
    needed = _needed(layers, index)
    for _ in range(draws):
        x = torch.randn(1, *shapes[0], generator=generator, requires_grad=True)
        value = _run(layers[: index + 1], needed, x, generator)
        flat = _flat(shapes[: index + 2], row, col)
        chosen = value[0, 0, row, col] if value.ndim == 4 else value[0, flat]
        if chosen.requires_grad:
            (gradient,) = torch.autograd.grad(chosen, x)
            total += gradient[0].double().square().sum(dim=0).sqrt()
    peak = float(total.max())
    strength = (total / peak if peak > 0 else total).numpy()
    return Effective(strength, draws)


def _needed(layers: Sequence[Layer], index: int) -> set[int]:
    """Return the layers that layer ``index`` depends on, with itself."""
    found, open_ = set(), [index]
    while open_:
        at = open_.pop()
        if at >= 0 and at not in found:
            found.add(at)
            open_ += sources(at, layers[at])
    return found


def _flat(shapes: Sequence[Shape], row: int, col: int) -> int:
    """Return which value of a flat row stands for a place: the one of the map's first channel."""
    widths = [shape[2] for shape in shapes if len(shape) == 3]
    # After a fully connected layer there is one place alone: row 0, column 0.
    return row * widths[-1] + col


def _run(layers: Sequence[Layer], needed: set[int], x: Tensor, generator: Generator) -> Tensor:
    made: dict[int, Tensor] = {-1: x}
    for index, layer in enumerate(layers):
        if index in needed:
            read = [made[source] for source in sources(index, layer)]
            made[index] = _applied(layer, read, generator)
    return made[len(layers) - 1]


def _applied(layer: Layer, read: list[Tensor], generator: Generator) -> Tensor:
    """Run one layer with random weights; dropout and batch normalisation leave values alone."""
    import torch
    from torch.nn import functional

    x = read[-1]
    made: Tensor
    match layer:
        case Conv(filters, kernel, stride, padding, dilation, groups):
            weight = _random(generator, filters, x.shape[1] // groups, *both(kernel))
            made = functional.conv2d(
                x, weight, None, both(stride), both(padding), both(dilation), groups
            )
        case ConvTranspose(filters, kernel, stride, padding, extra, dilation, groups):
            weight = _random(generator, x.shape[1], filters // groups, *both(kernel))
            made = functional.conv_transpose2d(
                x, weight, None, both(stride), both(padding), both(extra), groups, both(dilation)
            )
        case Linear(outputs):
            made = functional.linear(x, _random(generator, outputs, x.shape[1]))
        case MaxPool(kernel, _, padding, ceil):
            made = functional.max_pool2d(
                x, both(kernel), both(layer.step), both(padding), ceil_mode=ceil
            )
        case AvgPool(kernel, _, padding, ceil):
            made = functional.avg_pool2d(x, both(kernel), both(layer.step), both(padding), ceil)
        case GlobalAvgPool():
            made = functional.adaptive_avg_pool2d(x, 1)
        case AdaptiveAvgPool(size):
            made = functional.adaptive_avg_pool2d(x, both(size))
        case AdaptiveMaxPool(size):
            made = functional.adaptive_max_pool2d(x, both(size))
        case ZeroPad(left, right, top, bottom):
            made = functional.pad(x, (left, right, top, bottom))
        case LocalResponseNorm(size):
            # torch divides the sum by the number of channels; the paper, and LRN_ALPHA, do not.
            made = functional.local_response_norm(x, size, LRN_ALPHA * size, LRN_BETA, LRN_K)
        case Activation(kind):
            made = _activated(kind, x)
        case Flatten():
            made = x.flatten(1)
        case Add():
            made = read[0] + read[1]
        case Concat():
            made = torch.cat(read, dim=1)
        case _:
            made = x
    return made


def _random(generator: Generator, *shape: int) -> Tensor:
    """Return normal weights whose variance is 2 for all that a value reads together."""
    import torch

    read = math.prod(shape[1:])
    weight: Tensor = torch.randn(*shape, generator=generator) * (2 / max(1, read)) ** 0.5
    return weight


def _activated(kind: str, x: Tensor) -> Tensor:
    from torch.nn import functional

    function = getattr(functional, kind)
    made: Tensor = function(x, dim=1) if kind in OVER_CHANNELS else function(x)
    return made
