"""A working layer in place of one that cannot work, changed as little as possible."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from visualizer.engine.arguments import whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    Flatten,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    Pool,
)
from visualizer.engine.network.shapes import Shape, output_shape


def suggest(layer: Layer, shape: Shape) -> tuple[Layer, ...]:
    """Return the layers to put in place of one that cannot work on an input of this shape.

    These are one changed layer, or two (a flattening and the layer), or none if all that helps is
    to remove the layer.
    """
    return next((parts for parts in _candidates(layer, shape) if _works(parts, shape)), ())


def _works(parts: tuple[Layer, ...], shape: Shape) -> bool:
    try:
        for part in parts:
            shape = output_shape(part, shape)
    except EngineError:
        return False
    return True


def _candidates(layer: Layer, shape: Shape) -> Iterator[tuple[Layer, ...]]:
    flat = len(shape) == 1
    match layer:
        case Conv() if flat:
            yield (Linear(_legal(layer.out_channels), bool(layer.bias)),)
        case Conv():
            fits = _fitting_conv(layer, shape)
            yield (fits,)
            yield (replace(fits, groups=_shared(fits, shape[0])),)
        case MaxPool() | AvgPool():
            if not flat:
                yield (_fitting_pool(layer, shape),)
        case Linear():
            legal = Linear(_legal(layer.out_features), bool(layer.bias))
            yield (legal,)
            yield (Flatten(), legal)
        case AdaptiveAvgPool():
            yield (AdaptiveAvgPool(1),)
        case Activation():
            yield (Activation(),)
        case Dropout():
            yield (Dropout(),)
        case LocalResponseNorm():
            yield (LocalResponseNorm(),)


def _legal(value: object, low: int = 1) -> int:
    """Return the number if it is allowed, else the lowest number that is."""
    try:
        return whole("value", value, low)
    except EngineError:
        return low


def _fitting_conv(layer: Conv, shape: Shape) -> Conv:
    kernel, padding = _legal(layer.kernel_size), _legal(layer.padding, 0)
    dilation = _legal(layer.dilation)
    room = min(shape[1:]) + 2 * padding
    if kernel > room:
        kernel, dilation = room, 1
    elif kernel > 1:
        dilation = min(dilation, (room - 1) // (kernel - 1))
    return Conv(
        _legal(layer.out_channels),
        kernel,
        _legal(layer.stride),
        padding,
        dilation,
        _legal(layer.groups),
        bool(layer.bias),
    )


def _shared(layer: Conv, channels: int) -> int:
    """Return the most groups, up to the layer's own, that divide both its inputs and filters."""
    both = math.gcd(channels, layer.out_channels)
    return max(groups for groups in range(1, min(layer.groups, both) + 1) if both % groups == 0)


def _fitting_pool(layer: Pool, shape: Shape) -> Pool:
    kernel = _legal(layer.kernel_size)
    padding = min(_legal(layer.padding, 0), kernel // 2)
    size = min(shape[1:])
    if kernel > size + 2 * padding:
        # Padding may not exceed half the kernel, so a smaller kernel may need less padding too.
        kernel, padding = size, min(padding, size // 2)
    stride = None if layer.stride is None else _legal(layer.stride)
    return replace(
        layer,
        kernel_size=kernel,
        stride=stride,
        padding=padding,
        ceil_mode=bool(layer.ceil_mode),
    )
