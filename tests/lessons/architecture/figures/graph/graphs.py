"""Networks that branch: blocks known from papers, and random ones that always work."""

from __future__ import annotations

from hypothesis import strategies as st

from visualizer.engine.network.layers import (
    INPUT,
    Activation,
    Add,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    From,
    Layer,
    MaxPool,
)
from visualizer.engine.network.walk import Walk, walk
from visualizer.lessons.architecture.figures.drawing import Captions
from visualizer.notation import shape

RELU = Activation("relu")
INPUT_SHAPE = (4, 16, 16)
KEEPS = Conv(4, 3, padding=1)

BLOCKS: dict[str, tuple[Layer, ...]] = {
    "residual": (KEEPS, RELU, KEEPS, Add(INPUT), RELU),
    "shortcut": (
        *(Conv(8, 3, stride=2, padding=1), BatchNorm(), RELU, Conv(8, 3, padding=1), BatchNorm()),
        *(From(INPUT), Conv(8, 1, stride=2), BatchNorm(), Add(4), RELU),
    ),
    "inception": (
        *(Conv(4, 1), RELU),
        *(From(INPUT), Conv(2, 1), RELU, Conv(4, 3, padding=1)),
        *(From(INPUT), Conv(2, 1), RELU, Conv(4, 5, padding=2)),
        *(From(INPUT), MaxPool(3, 1, 1), Conv(4, 1), Concat((1, 5, 9)), RELU),
    ),
    "unet": (
        *(Conv(4, 3, padding=1), MaxPool(2), Conv(8, 3, padding=1), MaxPool(2)),
        *(Conv(16, 3, padding=1), ConvTranspose(8, 2, stride=2), Concat((2,)), KEEPS),
        *(ConvTranspose(4, 2, stride=2), Concat((0,)), KEEPS),
    ),
    "dense": (KEEPS, Concat((INPUT,)), KEEPS, Concat((INPUT, 0)), KEEPS, Concat((INPUT, 0, 2))),
    "doubled": (KEEPS, Add(0), From(0), From(INPUT), RELU, Add(1), Concat((1, 1))),
    "loose": (KEEPS, From(INPUT), KEEPS, From(0), KEEPS, From(2)),
}
"""On an input of INPUT_SHAPE."""


def walked(layers: tuple[Layer, ...]) -> Walk:
    """Walk through layers that all work."""
    found = walk(INPUT_SHAPE, layers)
    assert found.failure is None
    return found


@st.composite
def _graphs(draw: st.DrawFn, most: int) -> Walk:
    layers: list[Layer] = []
    for _ in range(draw(st.integers(1, most))):
        source = st.integers(INPUT, len(layers) - 1)
        which = draw(st.integers(0, 7))
        if which == 0:
            layers.append(From(draw(source)))
        elif which == 1:
            layers.append(Add(draw(source)))
        elif which == 2:
            # What follows a concatenation has the shape of all others again.
            named = draw(st.lists(source, min_size=1, max_size=3))
            layers += [Concat(tuple(named)), Conv(4, 1)]
        else:
            layers.append(RELU if which == 3 else KEEPS)
    return walk(INPUT_SHAPE, layers)


GRAPHS = _graphs(40)
"""Walks through random layers and branches, up to the first that cannot work."""


def captions(walk: Walk) -> Captions:
    """Return the drawing's words, without its hover texts."""
    shapes = (walk.input_shape, *(step.output for step in walk.steps))
    return Captions(
        ("input", *(step.name for step in walk.steps)),
        tuple(shape(part) for part in shapes),
        ("",) * len(shapes),
        tuple(str(number - 1) for number in range(len(shapes))),
    )
