"""The same network in torch, with the same weights and the same dropout masks, in float64."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from visualizer.engine import ELEMENTWISE
from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
)
from visualizer.learning.draws import Draws
from visualizer.learning.network import Network
from visualizer.learning.records import Learning, shape_after

Shape = tuple[int, ...]


class Masked(nn.Module):
    """Dropout that keeps what our draws keep."""

    def __init__(self, p: float, seed: int, place: int) -> None:
        super().__init__()
        self.p, self.draws = p, Draws(seed, "dropout", place)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or self.p == 0:
            return x
        as_it_lies = x.movedim(1, -1)
        kept = torch.tensor(self.draws.mask(x.numel(), self.p).reshape(as_it_lies.shape))
        scale = 1 / (1 - self.p) if self.p < 1 else 0.0
        return x * kept.movedim(-1, 1) * scale


def _module(layer: Learning, shape: Shape, seed: int, place: int) -> nn.Module:
    match layer:
        case Conv():
            return nn.Conv2d(
                shape[0], layer.out_channels, layer.kernel_size, layer.stride, layer.padding,
                layer.dilation, layer.groups, layer.bias,
            )  # fmt: skip
        case MaxPool():
            return nn.MaxPool2d(
                layer.kernel_size, layer.stride, layer.padding, ceil_mode=layer.ceil_mode
            )
        case AvgPool():
            return nn.AvgPool2d(
                layer.kernel_size, layer.stride, layer.padding, ceil_mode=layer.ceil_mode
            )
        case GlobalAvgPool():
            return nn.AdaptiveAvgPool2d(1)
        case Activation():
            made: nn.Module = getattr(nn, ELEMENTWISE[layer.kind].torch_module)()
            return made
        case Dropout(p):
            return Masked(p, seed, place)
        case BatchNorm():
            return nn.BatchNorm2d(shape[0]) if len(shape) == 3 else nn.BatchNorm1d(shape[0])
        case Flatten():
            return nn.Flatten()
        case Linear():
            return nn.Linear(shape[0], layer.out_features, layer.bias)


def twin(network: Network, seed: int = 0) -> nn.Sequential:
    """Return torch's network with the weights that ours has now."""
    modules, shape = [], network.shape
    for place, layer in enumerate(network.layers):
        modules.append(_module(layer, shape, seed, place))
        shape = shape_after(layer, shape)
    made = nn.Sequential(*modules).double()
    weights = {name: torch.tensor(array) for name, array in network.named().items()}
    made.load_state_dict(weights, strict=False)
    assert set(weights) == {name for name, _ in made.named_parameters()}
    return made


def numbers(*shape: int, seed: int) -> np.ndarray:
    """Normal random numbers."""
    return np.random.default_rng(seed).normal(size=shape)
