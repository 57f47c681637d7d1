"""From settings to numbers: the arrays of the convolution on screen, and its trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from visualizer import engine
from visualizer.lessons.convolution.rules import data_shape, weights_shape
from visualizer.material.kernels import KERNELS, filter_presets
from visualizer.material.randomness import integers
from visualizer.settings.grids import decode, encode, refit
from visualizer.settings.inputs import input_grid, with_typed
from visualizer.settings.parameters import Values

Array = NDArray[np.float64]
Pair = tuple[int, int]

NEGATIVE_SLOPE = 0.01  # torch's own for leaky ReLU
_WEIGHT_RANGE = (-2, 2)
_WEIGHT_SEEDS = 10_000  # beyond every input seed, so that the two draws have nothing in common

FUNCTIONS: dict[str, Callable[[Array], Array]] = {
    "relu": engine.relu,
    "leaky_relu": partial(engine.leaky_relu, negative_slope=NEGATIVE_SLOPE),
    "sigmoid": engine.sigmoid,
    "tanh": engine.tanh,
}


@dataclass(frozen=True, eq=False)
class Example:
    """One call of a (transposed) convolution, with the names of torch's arguments.

    ``input`` is (C, H, W); ``weight`` (filters, C/groups, kH, kW), also when transposed; ``bias``
    (filters,) or None. ``padding`` is a pair, "valid" or "same". ``kernel_names`` names each
    filter's preset. ``activation`` is a key of FUNCTIONS or "none".
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
        return FUNCTIONS.get(self.activation)

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


def build(values: Values, upload: Image.Image | None = None) -> Example:
    """Return the example that settled ``values`` describe; the same values, the same numbers.

    ``upload`` is the picture of ``pictures.open_picture``, used when the input is "upload".
    """
    names = filter_presets(str(values["conv_preset"]), int(values["conv_filters"]))
    pad_kind = str(values["conv_pad_kind"])
    bias = float(values["conv_bias_value"]) - np.arange(len(names), dtype=np.float64)
    return Example(
        input=input_of(values, upload),
        weight=_weight(values, names),
        bias=bias if values["conv_bias"] else None,
        stride=_pair(values, "conv_stride"),
        padding=_pair(values, "conv_padding") if pad_kind == "number" else pad_kind,
        dilation=_pair(values, "conv_dilation"),
        groups=int(values["conv_groups"]),
        padding_mode=str(values["conv_mode"]),
        transposed=bool(values["conv_transposed"]),
        output_padding=int(values["conv_output_padding"]),
        activation=str(values["conv_activation"]),
        kernel_names=names,
    )


def input_of(values: Values, upload: Image.Image | None = None) -> Array:
    """Return the input (channels, height, width) that ``values`` describe."""
    return input_grid("conv", values, data_shape(values), upload)


def with_input(values: Values, grid: Array, kind: str = "custom") -> Values:
    """Return ``values`` with ``grid`` (channels, height, width) as typed input.

    ``kind`` "upload" keeps the name of an uploaded picture while its numbers travel in the
    address. Raises GridError for values beyond ±999.
    """
    return with_typed("conv", values, grid, kind)


def with_weights(values: Values, weight: Array) -> Values:
    """Return ``values`` with ``weight`` (filters, channels/groups, kH, kW) as typed kernels."""
    maps = weight.reshape(weights_shape(values))
    return {**values, "conv_preset": "custom", "conv_weights": encode(maps)}


def _weight(values: Values, names: tuple[str, ...]) -> Array:
    maps, height, width = weights_shape(values)
    shape = (len(names), maps // len(names), height, width)
    if names[0] == "custom" and values["conv_weights"]:
        return refit(decode(str(values["conv_weights"])), (maps, height, width)).reshape(shape)
    if names[0] == "random":
        return integers(_WEIGHT_SEEDS + int(values["conv_seed"]), shape, *_WEIGHT_RANGE)
    # Every channel is met by the same preset, as a gray picture would be.
    planes = [KERNELS[name if name in KERNELS else "sobel_x"](height, width) for name in names]
    return np.repeat(np.stack(planes)[:, None], shape[1], axis=1)


def _pair(values: Values, name: str) -> Pair:
    return int(values[name]), int(values[name + "_w"])
