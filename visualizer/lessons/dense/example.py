"""From settings to numbers: a feature map, laid out flat, and a fully connected layer on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.convolution import example as convolution
from visualizer.lessons.dense.settings import LARGEST_SIDE, DenseSettings
from visualizer.material.randomness import integers
from visualizer.memory import remembered
from visualizer.settings.grids import LARGEST, decode

Array = NDArray[np.float64]

_MAP_SEEDS = 20_000  # beyond every weight's seed

# AlexNet: its last feature maps, and the neurons of its first fully connected layer.
CHANNELS, NEURONS, ALEXNET_SIDE = 256, 4096, 6


@dataclass(frozen=True, eq=False)
class DenseExample:
    """map: (C, H, W); weight: (outputs, C·H·W); bias: (outputs,)."""

    map: Array
    weight: Array
    bias: Array

    @property
    def x(self) -> Array:
        """The map laid out flat, channel by channel, row by row: (C·H·W,)."""
        return self.map.ravel()

    @cached_property
    def y(self) -> Array:
        """The outputs Wx + b, (outputs,)."""
        return engine.linear(self.x, self.weight, self.bias)

    @cached_property
    def probabilities(self) -> Array:
        """What softmax makes of the outputs when they are scores of classes, (outputs,)."""
        return engine.softmax(self.y)

    @property
    def kernels(self) -> Array:
        """The same weights as kernels that cover the whole map: (outputs, C, H, W)."""
        return self.weight.reshape(len(self.weight), *self.map.shape)

    @cached_property
    def trace(self) -> engine.WindowTrace:
        """The layer as a convolution: one window, one step for each output."""
        return engine.trace_conv2d(self.map, self.kernels, self.bias)

    def place(self, index: int) -> tuple[int, int, int]:
        """Return the channel, row and column of input ``index``, all from 0."""
        channel, row, col = np.unravel_index(index, self.map.shape)
        return int(channel), int(row), int(col)

    @property
    def parameters(self) -> int:
        """How many weights and biases the layer has."""
        return self.weight.size + self.bias.size


@remembered(64)
def build(settings: DenseSettings) -> DenseExample:
    """Return the example that settled settings describe."""
    grid = map_of(settings)
    outputs, seed = settings.outputs, settings.seed
    weight = integers(seed, (6, 48), -3, 3)[:outputs, : grid.size]
    bias = integers(seed + 1, (6,), -2, 2)[:outputs]
    return DenseExample(grid, weight, bias)


def map_of(settings: DenseSettings) -> Array:
    """Return the feature map (C, H, W) that settings describe."""
    if settings.map == "random":
        shape = (settings.channels, settings.size, settings.size)
        return integers(_MAP_SEEDS + settings.seed, shape, -3, 5)
    if settings.data:
        return capped(decode(settings.data))
    return capped(convolution.default_map())


def capped(grid: Array) -> Array:
    """Return the first maps of (C, H, W) and their top left corner, few enough to be drawn.

    Values are rounded to two decimals and kept within ±999, as an address can hold them.
    """
    maps = min(len(grid), 2)
    side = LARGEST_SIDE[maps]
    return np.clip(np.round(grid[:maps, :side, :side], 2), -LARGEST, LARGEST) + 0.0


def parameters_of(side: int, channels: int = CHANNELS, outputs: int = NEURONS) -> int:
    """Return the weights and biases of a layer from channels·side·side inputs to ``outputs``.

    >>> parameters_of(6)
    37752832
    """
    return channels * side * side * outputs + outputs


def convolution_parameters(channels: int = CHANNELS, kernel: int = 3) -> int:
    """Return the parameters of a convolution from ``channels`` maps to as many.

    >>> convolution_parameters()
    590080
    """
    return channels * channels * kernel * kernel + channels
