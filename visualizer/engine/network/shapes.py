"""The output shape of one layer, and the windows that it reads."""

from __future__ import annotations

import math

from visualizer.engine.arguments import between, choice, flag, whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import (
    ACTIVATIONS,
    MAP_LAYERS,
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    Pool,
)
from visualizer.engine.sizes import conv_output_size, pool_output_size, span

Shape = tuple[int, ...]


def check_input(shape: object) -> Shape:
    """Return a network's input shape, (C, H, W) or (F,), as a tuple of ints.

    EngineError: it has another length, or a size below 1.
    """
    if not isinstance(shape, tuple | list) or len(shape) not in (1, 3):
        raise EngineError("not_a_shape", "input_shape", shape, "(channels, height, width)")
    return tuple(whole("input_shape", size, 1) for size in shape)


def output_shape(layer: Layer, shape: Shape) -> Shape:
    """Return the layer's output shape for an input (C, H, W) or (F,).

    EngineError: a bad number, a kernel that is too large, groups that do not divide the channels,
    or a map where a flat row is needed or the other way round.
    """
    if isinstance(layer, MAP_LAYERS) and len(shape) != 3:
        raise EngineError("needs_map", "input", shape, "(channels, height, width)")
    match layer:
        case Conv():
            return _conv(layer, shape)
        case MaxPool() | AvgPool():
            return _pool(layer, shape)
        case GlobalAvgPool():
            return shape[0], 1, 1
        case AdaptiveAvgPool(output_size):
            size = whole("output_size", output_size, 1)
            return shape[0], size, size
        case Flatten():
            return (math.prod(shape),)
        case Linear(out_features):
            whole("out_features", out_features, 1)
            flag("bias", layer.bias)
            if len(shape) != 1:
                raise EngineError("needs_flat", "input", shape, "a flat row")
            return (out_features,)
        case Activation():
            choice("kind", layer.kind, ACTIVATIONS)
        case Dropout(p):
            between("p", p, 0, 1)
        case LocalResponseNorm(size):
            whole("size", size, 1)
        case _:
            raise EngineError("not_layers", "layers", layer, "a layer")
    return shape


def _conv(layer: Conv, shape: Shape) -> Shape:
    channels = shape[0]
    filters = whole("out_channels", layer.out_channels, 1)
    groups = whole("groups", layer.groups, 1)
    flag("bias", layer.bias)
    sizes = [
        conv_output_size(size, layer.kernel_size, layer.stride, layer.padding, layer.dilation)
        for size in shape[1:]
    ]
    if channels % groups:
        raise EngineError(
            "groups_channels", "groups", groups, "a divisor", channels=channels, groups=groups
        )
    if filters % groups:
        raise EngineError(
            "groups_filters", "groups", groups, "a divisor", filters=filters, groups=groups
        )
    return filters, *sizes


def _pool(layer: Pool, shape: Shape) -> Shape:
    return shape[0], *(
        pool_output_size(
            size, layer.kernel_size, layer.step, layer.padding, ceil_mode=layer.ceil_mode
        )
        for size in shape[1:]
    )


def windows(layer: Layer, size: int) -> tuple[int, int, int, int] | None:
    """Return (kernel, stride, padding, dilation) of the windows that a layer reads along one axis.

    size: the layer's input cells along that axis. A layer that works on single values has
    (1, 1, 0, 1). None for adaptive pooling whose windows differ in size: no four numbers describe
    them.
    """
    match layer:
        case Conv():
            return layer.kernel_size, layer.stride, layer.padding, layer.dilation
        case MaxPool() | AvgPool():
            return layer.kernel_size, layer.step, layer.padding, 1
        case GlobalAvgPool():
            return size, 1, 0, 1
        case AdaptiveAvgPool(output_size):
            if size % output_size:
                return None
            return size // output_size, size // output_size, 0, 1
        case _:
            return 1, 1, 0, 1


def interval(layer: Layer, size: int, first: int, last: int) -> tuple[int, int]:
    """Return (first, last) of the input cells that the output cells first..last of a layer read.

    size: the layer's input cells along that axis. Both ends are included, and with padding they may
    lie outside 0..size-1.
    """
    if isinstance(layer, AdaptiveAvgPool):
        count = layer.output_size
        return first * size // count, -(-(last + 1) * size // count) - 1
    found = windows(layer, size)
    assert found is not None
    kernel, stride, padding, dilation = found
    return first * stride - padding, last * stride - padding + span(kernel, dilation) - 1
