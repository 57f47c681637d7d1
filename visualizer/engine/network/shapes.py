"""The output shape of one layer, and the windows that it reads."""

from __future__ import annotations

import math
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import MAX_SIZE, between, choice, flag, pair, whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import (
    ACTIVATIONS,
    INPUT,
    MAP_LAYERS,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    Pool,
    ZeroPad,
    both,
    sources,
)
from visualizer.engine.sizes import (
    conv_output_size,
    conv_transpose_output_size,
    pool_output_size,
    span,
)

MAX_SIDE: Final = 2048
"""The most rows or columns that a layer may enlarge a map to: fields are traced cell by cell."""

Shape = tuple[int, ...]
IntArray = NDArray[np.int64]


def check_input(shape: object) -> Shape:
    """Return a network's input shape, (C, H, W) or (F,), as a tuple of ints.

    EngineError: it has another length, or a size below 1.
    """
    if not isinstance(shape, tuple | list) or len(shape) not in (1, 3):
        raise EngineError("not_a_shape", "input_shape", shape, "(channels, height, width)")
    return tuple(whole("input_shape", size, 1) for size in shape)


def read_shapes(index: int, layer: Layer, outputs: list[Shape]) -> tuple[Shape, ...]:
    """Return the shapes that layer ``index`` reads.

    outputs: the network's input shape, then the output shape of each layer before this one.
    EngineError: the layer reads one that does not lie before it.
    """
    for source in sources(index, layer):
        if not INPUT <= whole("source", source, -MAX_SIZE) < index:
            raise EngineError("source_ahead", "source", source, "", number=source + 1)
    return tuple(outputs[source + 1] for source in sources(index, layer))


def output_shape(layer: Layer, *shapes: Shape) -> Shape:
    """Return the layer's output shape for an input (C, H, W) or (F,); `Add` and `Concat` read more.

    EngineError: a bad number, a kernel that is too large, groups that do not divide the channels,
    a map where a flat row is needed or the other way round, or inputs that do not fit together.
    """
    shape = shapes[-1]
    if isinstance(layer, MAP_LAYERS) and len(shape) != 3:
        raise EngineError("needs_map", "input", shape, "(channels, height, width)")
    match layer:
        case Conv():
            return _conv(layer, shape)
        case ConvTranspose():
            return _conv_transpose(layer, shape)
        case MaxPool() | AvgPool():
            return _pool(layer, shape)
        case GlobalAvgPool():
            return shape[0], 1, 1
        case AdaptiveAvgPool(output_size) | AdaptiveMaxPool(output_size):
            return shape[0], *pair("output_size", output_size, 1)
        case ZeroPad():
            return _zero_pad(layer, shape)
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
        case Add():
            if len(set(shapes)) > 1:
                first, second = (_written(part) for part in shapes)
                raise EngineError("add_shapes", "input", shapes, "", first=first, second=second)
        case Concat():
            return _concat(shapes)
        case BatchNorm() | From():
            pass
        case _:
            raise EngineError("not_layers", "layers", layer, "a layer")
    return shape


def _conv(layer: Conv, shape: Shape) -> Shape:
    channels = shape[0]
    filters = whole("out_channels", layer.out_channels, 1)
    groups = whole("groups", layer.groups, 1)
    flag("bias", layer.bias)
    rows, cols = both(
        conv_output_size(
            (shape[1], shape[2]), layer.kernel_size, layer.stride, layer.padding, layer.dilation
        )
    )
    _not_too_large("padding", layer.padding, shape, (rows, cols))
    _shared(channels, filters, groups)
    return filters, rows, cols


def _conv_transpose(layer: ConvTranspose, shape: Shape) -> Shape:
    channels = shape[0]
    filters = whole("out_channels", layer.out_channels, 1)
    groups = whole("groups", layer.groups, 1)
    flag("bias", layer.bias)
    rows, cols = both(
        conv_transpose_output_size(
            (shape[1], shape[2]),
            layer.kernel_size,
            layer.stride,
            layer.padding,
            layer.output_padding,
            layer.dilation,
        )
    )
    _not_too_large("stride", layer.stride, shape, (rows, cols))
    _shared(channels, filters, groups)
    return filters, rows, cols


def _shared(channels: int, filters: int, groups: int) -> None:
    if channels % groups:
        raise EngineError(
            "groups_channels", "groups", groups, "a divisor", channels=channels, groups=groups
        )
    if filters % groups:
        raise EngineError(
            "groups_filters", "groups", groups, "a divisor", filters=filters, groups=groups
        )


def _pool(layer: Pool, shape: Shape) -> Shape:
    size = pool_output_size(
        (shape[1], shape[2]),
        layer.kernel_size,
        layer.step,
        layer.padding,
        ceil_mode=layer.ceil_mode,
    )
    _not_too_large("padding", layer.padding, shape, both(size))
    return shape[0], *both(size)


def _zero_pad(layer: ZeroPad, shape: Shape) -> Shape:
    channels, height, width = shape
    for name in ("left", "right", "top", "bottom"):
        whole(name, getattr(layer, name), -MAX_SIZE)
    for size, name, sides in (
        (height, "top", (layer.top, layer.bottom)),
        (width, "left", (layer.left, layer.right)),
    ):
        # What is cut away is cut first: zeros do not make up for cells that are not there.
        cut = -sum(min(side, 0) for side in sides)
        if cut > size or size + sum(sides) < 1:
            raise EngineError("nothing_left", name, cut, "", size=size)
    rows, cols = height + layer.top + layer.bottom, width + layer.left + layer.right
    _not_too_large("padding", layer, shape, (rows, cols))
    return channels, rows, cols


def _not_too_large(name: str, value: object, before: Shape, after: tuple[int, int]) -> None:
    """Refuse a map that a layer enlarges beyond MAX_SIDE; one that came as large may stay so."""
    for size, grown in zip(before[1:], after, strict=True):
        if grown > max(size, MAX_SIDE):
            raise EngineError("map_too_large", name, value, "", size=grown, limit=MAX_SIDE)


def _concat(shapes: tuple[Shape, ...]) -> Shape:
    if len({shape[1:] for shape in shapes}) > 1 or len({len(shape) for shape in shapes}) > 1:
        first = next(shape for shape in shapes if shape[1:] != shapes[-1][1:])
        raise EngineError(
            "concat_shapes", "input", shapes, "",
            first=_written(first), second=_written(shapes[-1]),
        )  # fmt: skip
    # A map laid behind itself again and again would soon have more channels than can be written.
    return whole("channels", sum(shape[0] for shape in shapes), 1), *shapes[-1][1:]


def _written(shape: Shape) -> str:
    return "×".join(str(size) for size in shape)


def windows(layer: Layer, size: int, axis: int) -> tuple[int, int, int, int] | None:
    """Return (kernel, stride, padding, dilation) of the windows that a layer reads along one axis.

    size: the layer's input cells along that axis; axis: 0 for rows, 1 for columns. A layer that
    works on single values has (1, 1, 0, 1). None where no four numbers describe the windows: they
    differ in size after adaptive pooling, and from cell to cell after a transposed convolution.
    """
    match layer:
        case Conv():
            return (
                both(layer.kernel_size)[axis],
                both(layer.stride)[axis],
                both(layer.padding)[axis],
                both(layer.dilation)[axis],
            )
        case MaxPool() | AvgPool():
            kernel, step, padding = (
                both(size)[axis] for size in (layer.kernel_size, layer.step, layer.padding)
            )
            return kernel, step, padding, 1
        case GlobalAvgPool():
            return size, 1, 0, 1
        case AdaptiveAvgPool(output_size) | AdaptiveMaxPool(output_size):
            count = both(output_size)[axis]
            return None if size % count else (size // count, size // count, 0, 1)
        case ConvTranspose():
            kernel, stride = both(layer.kernel_size)[axis], both(layer.stride)[axis]
            spread = both(layer.dilation)[axis]
            if stride > 1:
                return None
            # With stride 1 it is a convolution with another padding (Dumoulin and Visin, 2016).
            return kernel, 1, span(kernel, spread) - 1 - both(layer.padding)[axis], spread
        case ZeroPad():
            return 1, 1, layer.left if axis else layer.top, 1
        case _:
            return 1, 1, 0, 1


Cells = TypeVar("Cells", int, IntArray)
"""The number of a cell along one axis, or those of many cells at once."""


def interval(layer: Layer, size: int, axis: int, first: Cells, last: Cells) -> tuple[Cells, Cells]:
    """Return (first, last) of the input cells that the output cells first..last of a layer read.

    size: the layer's input cells along that axis; axis: 0 for rows, 1 for columns. Both ends are
    included, and with padding they may lie outside 0..size-1. The last cell lies before the first
    where nothing is read: between the kernels of a transposed convolution whose stride is larger.
    """
    found = windows(layer, size, axis)
    if found is not None:
        kernel, stride, padding, dilation = found
        return first * stride - padding, last * stride - padding + span(kernel, dilation) - 1
    if isinstance(layer, ConvTranspose):
        stride, padding = both(layer.stride)[axis], both(layer.padding)[axis]
        reach = span(both(layer.kernel_size)[axis], both(layer.dilation)[axis])
        return -((reach - 1 - padding - first) // stride), (last + padding) // stride
    assert isinstance(layer, AdaptiveAvgPool | AdaptiveMaxPool)
    count = both(layer.output_size)[axis]
    return first * size // count, -(-(last + 1) * size // count) - 1
