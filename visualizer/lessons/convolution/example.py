"""From settings to numbers: the arrays of the convolution on screen, and its trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.material.kernels import KERNELS, filter_presets
from visualizer.material.randomness import integers
from visualizer.memory import remembered
from visualizer.settings.grids import decode, encode, refit
from visualizer.settings.inputs import input_grid

Array = NDArray[np.float64]
Pair = tuple[int, int]

_WEIGHT_RANGE = (-2, 2)
_WEIGHT_SEEDS = 10_000  # beyond every input seed, so that the two draws have nothing in common


@dataclass(frozen=True, eq=False)
class Example:
    """One call of a (transposed) convolution, with the names of torch's arguments.

    ``input`` is (C, H, W); ``weight`` (filters, C/groups, kH, kW), also when transposed; ``bias``
    (filters,) or None. ``padding`` is a pair, "valid" or "same". ``kernel_names`` names each
    filter's preset. ``activation`` is a key of ``engine.ELEMENTWISE`` or "none".
    """

    input: Array
    weight: Array
    bias: Array | None
    stride: Pair
    padding: Pair | str
    dilation: Pair
    groups: int
    padding_mode: str
    transposed: bool
    output_padding: int
    activation: str
    kernel_names: tuple[str, ...]

    @property
    def function(self) -> Callable[[Array], Array] | None:
        """The activation as a function, or None."""
        activation = engine.ELEMENTWISE.get(self.activation)
        return None if activation is None else activation.function

    @property
    def torch_weight(self) -> Array:
        """The weight in the layout the call takes: (C, filters/groups, kH, kW) when transposed."""
        if not self.transposed:
            return self.weight
        filters, each, height, width = self.weight.shape
        grouped = self.weight.reshape(self.groups, filters // self.groups, each, height, width)
        return grouped.swapaxes(1, 2).reshape(-1, filters // self.groups, height, width)

    @cached_property
    def trace(self) -> engine.WindowTrace:
        """Every step of the call; the same object each time."""
        if self.transposed:
            return engine.trace_conv_transpose2d(
                self.input,
                self.torch_weight,
                self.bias,
                stride=self.stride,
                padding=(0, 0) if isinstance(self.padding, str) else self.padding,
                output_padding=self.output_padding,
                groups=self.groups,
                dilation=self.dilation,
                activation=self.function,
            )
        return engine.trace_conv2d(
            self.input,
            self.weight,
            self.bias,
            stride=self.stride,
            padding=self.padding,
            dilation=self.dilation,
            groups=self.groups,
            padding_mode=self.padding_mode,
            activation=self.function,
        )


@remembered(64)
def build(settings: ConvolutionSettings) -> Example:
    """Return the example that settled settings describe; the same settings, the same numbers."""
    s = settings
    names = filter_presets(s.preset, s.filters)
    bias = s.bias_value - np.arange(len(names), dtype=np.float64)
    return Example(
        input=input_grid(s, s.input_shape),
        weight=_weight(s, names),
        bias=bias if s.bias else None,
        stride=(s.stride, s.stride_w),
        padding=(s.padding, s.padding_w) if s.pad_kind == "number" else s.pad_kind,
        dilation=(s.dilation, s.dilation_w),
        groups=s.groups,
        padding_mode=s.mode,
        transposed=s.transposed,
        output_padding=s.output_padding,
        activation=s.activation,
        kernel_names=names,
    )


def default_map() -> Array:
    """Return the feature maps (C, H, W) of the example that opens first."""
    return build(ConvolutionSettings()).trace.activated


def with_weights(settings: ConvolutionSettings, weight: Array) -> ConvolutionSettings:
    """Return settings with ``weight`` (filters, channels/groups, kH, kW) as typed kernels."""
    maps = weight.reshape(settings.weights_shape)
    return replace(settings, preset="custom", weights=encode(maps))


def _weight(settings: ConvolutionSettings, names: tuple[str, ...]) -> Array:
    maps, height, width = settings.weights_shape
    shape = (len(names), maps // len(names), height, width)
    if names[0] == "custom" and settings.weights:
        return refit(decode(settings.weights), (maps, height, width)).reshape(shape)
    if names[0] == "random":
        return integers(_WEIGHT_SEEDS + settings.seed, shape, *_WEIGHT_RANGE)
    # Every channel is met by the same preset, as a gray picture would be.
    planes = [KERNELS[name if name in KERNELS else "sobel_x"](height, width) for name in names]
    return np.repeat(np.stack(planes)[:, None], shape[1], axis=1)
