"""A working layer in place of one that cannot work, changed as little as possible."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from visualizer.engine.arguments import Pair, Size, whole
from visualizer.engine.errors import EngineError
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    Pool,
    ZeroPad,
)
from visualizer.engine.network.shapes import Shape, output_shape, read_shapes


def suggest(layer: Layer, outputs: Sequence[Shape]) -> tuple[Layer, ...]:
    """Return the layers to put in place of one that cannot work.

    outputs: the network's input shape, then the output shape of each layer before this one. These
    are one changed layer, or up to three, such as a flattening and the layer; none if all that
    helps is to remove the layer.
    """
    found = _candidates(layer, outputs)
    return next((parts for parts in found if _works(parts, outputs)), ())


def _works(parts: tuple[Layer, ...], outputs: Sequence[Shape]) -> bool:
    shapes = list(outputs)
    try:
        for part in parts:
            read = read_shapes(len(shapes) - 1, part, shapes)
            shapes.append(output_shape(part, *read))
    except EngineError:
        return False
    return True


def _candidates(layer: Layer, outputs: Sequence[Shape]) -> Iterator[tuple[Layer, ...]]:
    shape = outputs[-1]
    flat = len(shape) == 1
    match layer:
        case Conv() | ConvTranspose() if flat:
            yield (Linear(_legal(layer.out_channels), bool(layer.bias)),)
        case Conv():
            fits = _fitting_conv(layer, shape)
            yield (fits,)
            yield (replace(fits, groups=_shared(fits, shape[0])),)
            yield (replace(fits, padding=0),)
        case ConvTranspose():
            for legal in _fitting_transposed(layer):
                yield (legal,)
                yield (replace(legal, groups=_shared(legal, shape[0])),)
        case MaxPool() | AvgPool():
            if not flat:
                yield (_fitting_pool(layer, shape),)
        case Linear():
            linear = Linear(_legal(layer.out_features), bool(layer.bias))
            yield (linear,)
            yield (Flatten(), linear)
        case AdaptiveAvgPool() | AdaptiveMaxPool():
            yield (type(layer)(1),)
        case Activation():
            yield (Activation(),)
        case Dropout():
            yield (Dropout(),)
        case LocalResponseNorm():
            yield (LocalResponseNorm(),)
        case Add(source):
            yield from _fitting_sum(source, outputs)
        case Concat(sources):
            yield from _fitting_concat(sources, outputs)


def _legal(value: object, low: int = 1) -> int:
    """Return the number if it is allowed, else the lowest number that is."""
    try:
        return whole("value", value, low)
    except EngineError:
        return low


def _legal_pair(value: object, low: int = 1) -> Pair:
    if isinstance(value, list | tuple) and len(value) == 2:
        return _legal(value[0], low), _legal(value[1], low)
    return _legal(value, low), _legal(value, low)


def _fitting_conv(layer: Conv, shape: Shape) -> Conv:
    kernel, padding = _legal_pair(layer.kernel_size), _legal_pair(layer.padding, 0)
    dilation = _legal_pair(layer.dilation)
    fits = [
        _fitting_kernel(size + 2 * around, reach, spread)
        for size, around, reach, spread in zip(shape[1:], padding, kernel, dilation, strict=True)
    ]
    if _square(kernel, padding, dilation):  # what was one number for both sides stays one
        fits = [min(fits)] * 2
    return Conv(
        _legal(layer.out_channels),
        (fits[0][0], fits[1][0]),
        _legal_pair(layer.stride),
        padding,
        (fits[0][1], fits[1][1]),
        _legal(layer.groups),
        bool(layer.bias),
    )


def _square(*pairs: Pair) -> bool:
    return all(first == second for first, second in pairs)


def _fitting_kernel(room: int, kernel: int, dilation: int) -> Pair:
    """Return (kernel, dilation) that fit into so many cells along one axis."""
    if kernel > room:
        return room, 1
    return kernel, dilation if kernel == 1 else min(dilation, (room - 1) // (kernel - 1))


def _fitting_transposed(layer: ConvTranspose) -> Iterator[ConvTranspose]:
    """Yield legal settings: with output padding that fits, then without any, then plain ones."""
    stride, dilation = _legal_pair(layer.stride), _legal_pair(layer.dilation)
    extra = _legal_pair(layer.output_padding, 0)
    least = tuple(
        min(part, max(step, spread) - 1)
        for part, step, spread in zip(extra, stride, dilation, strict=True)
    )
    legal = ConvTranspose(
        _legal(layer.out_channels),
        _legal_pair(layer.kernel_size),
        stride,
        _legal_pair(layer.padding, 0),
        (least[0], least[1]),
        dilation,
        _legal(layer.groups),
        bool(layer.bias),
    )
    yield legal
    yield replace(legal, padding=0)
    yield replace(legal, padding=0, output_padding=0, stride=1)
    yield replace(legal, kernel_size=1, padding=0, output_padding=0, stride=1)


def _shared(layer: Conv | ConvTranspose, channels: int) -> int:
    """Return the most groups, up to the layer's own, that divide both its inputs and filters."""
    common = math.gcd(channels, layer.out_channels)
    return max(n for n in range(1, min(layer.groups, common) + 1) if common % n == 0)


def _fitting_pool(layer: Pool, shape: Shape) -> Pool:
    kernel, padding = _legal_pair(layer.kernel_size), _legal_pair(layer.padding, 0)
    sizes = list(shape[1:])
    if _square(kernel, padding):
        sizes = [min(sizes)] * 2
    fits = [_fitting_window(*numbers) for numbers in zip(sizes, kernel, padding, strict=True)]
    stride: Size | None = None if layer.stride is None else _legal_pair(layer.stride)
    return replace(
        layer,
        kernel_size=(fits[0][0], fits[1][0]),
        stride=stride,
        padding=(fits[0][1], fits[1][1]),
        ceil_mode=bool(layer.ceil_mode),
    )


def _fitting_window(size: int, kernel: int, padding: int) -> Pair:
    """Return (kernel, padding) of a pooling that fits on so many cells along one axis."""
    padding = min(padding, kernel // 2)
    if kernel > size + 2 * padding:
        # Padding may not exceed half the kernel, so a smaller kernel may need less padding too.
        return size, min(padding, size // 2)
    return kernel, padding


def _fitting_sum(source: int, outputs: Sequence[Shape]) -> Iterator[tuple[Layer, ...]]:
    """Yield a sum of two shapes made equal by a 1×1 convolution, as He et al. (2016) do.

    First on the branch that skips layers; else on the way that leads here.
    """
    here = len(outputs) - 2  # the layer before
    if not -1 <= source <= here:
        return
    skipped, straight = outputs[source + 1], outputs[-1]
    if len(skipped) == len(straight) == 3:
        stride = _stride(skipped, straight)
        if stride:
            yield From(source), Conv(straight[0], 1, stride), Add(here)
        stride = _stride(straight, skipped)
        if stride:
            yield Conv(skipped[0], 1, stride), Add(source)
    elif len(skipped) == 1:
        yield Flatten(), Add(source)
        yield Linear(skipped[0]), Add(source)
        yield Flatten(), Linear(skipped[0]), Add(source)


def _stride(before: Shape, after: Shape) -> Pair | None:
    """Return the stride that makes maps of one size from maps of another; None if none does."""
    strides = [
        next((n for n in range(-(-size // goal), 9) if (size - 1) // n + 1 == goal), 0)
        for size, goal in zip(before[1:], after[1:], strict=True)
    ]
    return (strides[0], strides[1]) if all(strides) else None


def _fitting_concat(
    sources: tuple[int, ...], outputs: Sequence[Shape]
) -> Iterator[tuple[Layer, ...]]:
    """Yield zeros around the maps, or cut away, until they fit, as U-Net's crops do."""
    here = len(outputs) - 2
    if not all(-1 <= source <= here for source in sources):
        return
    goals = {outputs[source + 1] for source in sources}
    if all(len(goal) == 1 for goal in goals):
        yield Flatten(), Concat(sources)
    sizes = {goal[1:] for goal in goals if len(goal) == 3}
    if len(sizes) == 1 and len(outputs[-1]) == 3:
        goal = sizes.pop()
        down, across = (want - size for want, size in zip(goal, outputs[-1][1:], strict=True))
        pad = ZeroPad(across // 2, across - across // 2, down // 2, down - down // 2)
        yield pad, Concat(sources)
