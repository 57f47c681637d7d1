"""What can be added at once: a layer whose numbers suit its place, or a block of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from visualizer.engine.network.layers import (
    INPUT,
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
    ZeroPad,
    kind,
)
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture import edit
from visualizer.lessons.architecture.presets.network import Network

# The numbers of a new layer: they suit most inputs.
_NEW: tuple[Layer, ...] = (
    Conv(16, 3, padding=1),
    MaxPool(2),
    AvgPool(2),
    GlobalAvgPool(),
    AdaptiveAvgPool(6),
    AdaptiveMaxPool(6),
    Activation("relu"),
    BatchNorm(),
    Dropout(0.5),
    LocalResponseNorm(5),
    ZeroPad(1, 1, 1, 1),
    ConvTranspose(16, 2, stride=2),
    Flatten(),
    Linear(10),
    From(INPUT),
    Add(INPUT),
    Concat((INPUT,)),
)
NEW: dict[str, Layer] = {kind(layer): layer for layer in _NEW}
"""A new layer of each kind, in the order in which they are offered."""

_FEW = 16  # filters of a block where the maps before it have fewer than _THIN channels
_THIN = 8

Block = tuple[Layer, ...]


def new_layer(name: str, walk: Walk, at: int) -> Layer:
    """Return a new layer of a kind to stand at index ``at``; a branch reads what fits best.

    That is the nearest earlier output whose shape fits that of the layer before.
    """
    before = at - 1
    match NEW[name]:
        case From():
            return From(max(INPUT, before - 1))
        case Add():
            return Add(_nearest(walk, before, lambda one, other: one == other))
        case Concat():
            return Concat((_nearest(walk, before, lambda one, other: one[1:] == other[1:]),))
        case layer:
            return layer


def _nearest(walk: Walk, before: int, fits: Callable[[Shape, Shape], bool]) -> int:
    shapes = _outputs(walk)
    if before + 1 >= len(shapes):
        return INPUT
    wanted = shapes[before + 1]
    for index in range(before - 1, INPUT - 1, -1):
        # What only goes on from the layer before is no other branch.
        if fits(shapes[index + 1], wanted) and not _keeps(walk, index + 1, before):
            return index
    return INPUT


def _keeps(walk: Walk, first: int, last: int) -> bool:
    plain = (Activation, BatchNorm, Dropout)
    return all(isinstance(walk.layers[index], plain) for index in range(first, last + 1))


def _outputs(walk: Walk) -> list[Shape]:
    return [walk.input_shape, *(step.output for step in walk.steps)]


def maps_before(walk: Walk, at: int) -> Shape | None:
    """Return the shape of the maps that a layer at index ``at`` would read; None if it has none."""
    shapes = _outputs(walk)
    found = shapes[at] if at < len(shapes) else None
    return found if found is not None and len(found) == 3 else None


def residual(walk: Walk, at: int) -> Block:
    """Return a residual block to stand at index ``at``: two convolutions, and what they skip added.

    On maps of few channels the block makes more, and a 1×1 convolution fits the way back (He,
    Zhang, Ren, Sun, 2016: figure 2, and option B for shapes that differ).
    """
    maps = maps_before(walk, at)
    channels = maps[0] if maps else _FEW
    filters = channels if channels >= _THIN else _FEW
    conv = Conv(filters, 3, padding=1, bias=False)
    relu, start = Activation("relu"), at - 1
    way = conv, BatchNorm(), relu, conv, BatchNorm()
    if filters == channels:
        return *way, Add(start), relu
    end = at + len(way) - 1
    back = From(start), Conv(filters, 1, bias=False), BatchNorm()
    return *way, *back, Add(end), relu


def two_branches(walk: Walk, at: int) -> Block:
    """Return two branches to stand at index ``at``, of 1×1 and 3×3 windows, then concatenated."""
    maps = maps_before(walk, at)
    filters = max(_THIN, (maps[0] if maps else _FEW) // 2)
    relu, start = Activation("relu"), at - 1
    first = Conv(filters, 1), relu
    second = From(start), Conv(filters, 3, padding=1), relu
    return *first, *second, Concat((at + len(first) - 1,))


BLOCKS: dict[str, Callable[[Walk, int], Block]] = {
    "residual": residual,
    "two_branches": two_branches,
}


def put(network: Network, at: int, layers: Sequence[Layer]) -> Network:
    """Return the network with layers inserted from index ``at`` on.

    Their sources name places in the new network. If that were more than edit.MAX_LAYERS in all, the
    network is returned unchanged.
    """
    if len(network.layers) + len(layers) > edit.MAX_LAYERS:
        return network
    for number, layer in enumerate(layers):
        network = edit.insert(network, at + number, layer)
    return network
