"""Networks to ask about: the lecture's, AlexNet and VGG, and small stacks from random numbers."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    Conv,
    Flatten,
    Layer,
    Linear,
    MaxPool,
)
from visualizer.engine.network.walk import Step
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.address import encode
from visualizer.lessons.architecture.presets import (
    ALEXNET,
    ALEXNET_2012,
    LENET5,
    TINY,
    VGG11,
    Network,
)
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.material.randomness import Stream

_PRESETS = {1: (TINY, LENET5), 2: (LENET5, ALEXNET, VGG11), 3: (ALEXNET_2012, VGG11)}
_LEAST_SIDE = 3  # of a map that another window is to move on
_WINDOWED = (Conv, MaxPool, AvgPool)


def _network(stream: Stream, level: int) -> Network:
    """Return a network: one time in three one that has a name."""
    if stream.whole(0, 2) == 0:
        return stream.pick(_PRESETS[level])
    return _stack(stream, level)


def _stack(stream: Stream, level: int) -> Network:
    """Return convolutions and poolings, as many as fit, and fully connected layers behind them."""
    side = stream.pick((12, 16, 20, 24, 28) if level == 1 else (24, 28, 32, 36, 48))
    start = (stream.pick((1, 3)), side, side)
    found: list[Layer] = []
    for place in range(stream.whole(2, 3)):
        layers: list[Layer] = [_convolution(stream, level, place), Activation("relu")]
        if stream.whole(0, 2):
            layers.append(_pooling(stream, level))
        walk = Network(start, (*found, *layers)).walk()
        if walk.failure is not None or walk.output_shape[1] < _LEAST_SIDE:
            break
        found += layers
    features = stream.pick((16, 20, 32, 64))
    ends: list[Layer] = [Flatten(), Linear(features, level < 3), Activation("relu"), Linear(10)]
    return Network(start, (*found, *ends))


def _convolution(stream: Stream, level: int, place: int) -> Conv:
    filters = stream.pick((4, 8, 12, 16))
    if level == 1:
        return Conv(filters, stream.pick((3, 5)), padding=stream.whole(0, 1))
    kernel, stride = stream.pick((3, 5, 7)), stream.pick((1, 1, 2))
    padding = stream.whole(0, 2)
    if level == 2:
        return Conv(filters, kernel, stride, padding)
    dilation = stream.pick((1, 2))
    groups = stream.pick((1, 2, 4)) if place else 1
    bias = bool(stream.whole(0, 2))
    return Conv(filters, 3 if dilation > 1 else kernel, stride, padding, dilation, groups, bias)


def _pooling(stream: Stream, level: int) -> MaxPool | AvgPool:
    make: type[MaxPool | AvgPool] = AvgPool if stream.whole(0, 1) else MaxPool
    if level == 1:
        return make(2)
    kernel = stream.whole(2, 3)
    stride = 2 if stream.whole(0, 1) else None
    return make(kernel, stride, 0, level == 3 and bool(stream.whole(0, 1)))


def _at(
    stream: Stream, network: Network, wanted: tuple[type, ...], least: int = 0
) -> ArchitectureSettings:
    """Return settings at one of the layers that are wanted, from the ``least``-th of them on."""
    steps: list[Step] = [s for s in network.walk().steps if isinstance(s.layer, wanted)][least:]
    layer = stream.pick(steps).index if steps else 0
    wished = LESSON.defaults().changed(net=encode(network), layer=layer, step=0)
    return LESSON.settle(wished)[0]


def windowed(stream: Stream, level: int) -> ArchitectureSettings:
    """Return a network at a layer whose window moves."""
    return _at(stream, _network(stream, level), _WINDOWED)


def weighted(stream: Stream, level: int) -> ArchitectureSettings:
    """Return a network at a layer that learns."""
    return _at(stream, _network(stream, level), (Conv, Linear))


def flattened(stream: Stream, level: int) -> ArchitectureSettings:
    """Return a network at the place where a map becomes a row."""
    return _at(stream, _network(stream, level), (Flatten,))


def deep(stream: Stream, level: int) -> ArchitectureSettings:
    """Return a network at a window behind another one; in a lecture's, near its beginning."""
    return _at(stream, _network(stream, level), _WINDOWED, least=1)


def whole(stream: Stream, level: int) -> ArchitectureSettings:
    """Return a network of which no layer is chosen."""
    return _at(stream, _network(stream, level), ())


def other_layer(stream: Stream, settings: ArchitectureSettings) -> ArchitectureSettings:
    """Return the same network at another layer."""
    last = int(LESSON.bound(settings, "layer").high)
    return settings.changed(layer=stream.whole(0, last))
