"""Random layers and stacks of them, with branches, for every test that walks one."""

from __future__ import annotations

from hypothesis import strategies as st

from visualizer.engine.arguments import Size
from visualizer.engine.network.layers import (
    ACTIVATIONS,
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
)
from visualizer.engine.network.walk import walk

Stack = tuple[tuple[int, int, int], tuple[Layer, ...]]
"""An input's shape and the layers on it."""

POOLS: tuple[type[MaxPool] | type[AvgPool], ...] = (MaxPool, AvgPool)


def input_shapes(most: int = 14) -> st.SearchStrategy[tuple[int, int, int]]:
    """(C, H, W) with a few channels."""
    return st.tuples(st.integers(1, 6), st.integers(1, most), st.integers(1, most))


def sizes(low: int, high: int) -> st.SearchStrategy[Size]:
    """One number for both directions, or, less often, a pair."""
    number = st.integers(low, high)
    return st.one_of(number, number, st.tuples(number, number))


@st.composite
def pools(draw: st.DrawFn, padding: int = 3) -> MaxPool | AvgPool:
    """A pooling as an address writes it: a stride equal to the window is left out."""
    make = draw(st.sampled_from(POOLS))
    bare = make(draw(sizes(1, 5)))
    moved = make(bare.kernel_size, draw(st.one_of(st.none(), sizes(1, 4))))
    stride = None if moved.stride == bare.kernel_size else moved.stride
    return make(bare.kernel_size, stride, draw(sizes(0, padding)), draw(st.booleans()))


def any_layer(padding: int = 3) -> st.SearchStrategy[Layer]:
    """Any layer that reads the one before it, possible or not."""
    side = st.integers(-2, padding)
    groups = st.sampled_from([1, 1, 1, 2, 3, 4])
    return st.one_of(
        st.builds(
            Conv,
            st.integers(1, 8),
            sizes(1, 6),
            sizes(1, 4),
            sizes(0, padding),
            sizes(1, 3),
            groups,
            st.booleans(),
        ),
        st.builds(
            ConvTranspose,
            st.integers(1, 8),
            sizes(1, 4),
            sizes(1, 3),
            sizes(0, padding),
            st.sampled_from([0, 0, 1, (1, 0), 2]),
            sizes(1, 2),
            groups,
            st.booleans(),
        ),
        pools(padding),
        st.builds(GlobalAvgPool),
        st.builds(AdaptiveAvgPool, sizes(1, 6)),
        st.builds(AdaptiveMaxPool, sizes(1, 6)),
        st.builds(ZeroPad, side, side, side, side),
        st.builds(BatchNorm),
        st.builds(Activation, st.sampled_from(ACTIVATIONS)),
        st.builds(Dropout, st.integers(0, 95).map(lambda percent: percent / 100)),
        st.builds(LocalResponseNorm, st.integers(1, 6)),
        st.builds(Flatten),
        st.builds(Linear, st.integers(1, 40), st.booleans()),
    )


def branches(index: int) -> st.SearchStrategy[Layer]:
    """A branch as layer ``index``, which names layers that stand before it."""
    source = st.integers(INPUT, index - 1)
    return st.one_of(
        st.builds(From, source),
        st.builds(Add, source),
        st.builds(Concat, st.lists(source, min_size=1, max_size=3).map(tuple)),
    )


@st.composite
def stacks_of_any(draw: st.DrawFn, most: int = 10, padding: int = 3) -> tuple[Layer, ...]:
    """Any layers, possible or not; each branch names layers that stand before it."""
    count = draw(st.integers(0, most))
    plain = any_layer(padding)
    return tuple(
        draw(branches(index) if draw(st.integers(0, 4)) == 0 else plain) for index in range(count)
    )


@st.composite
def stacks_with_branches(draw: st.DrawFn) -> Stack:
    """A small stack that works and is rich in sums and concatenations of maps of one size."""
    shape = draw(st.tuples(st.integers(1, 2), st.integers(2, 4), st.integers(2, 4)))
    layers: tuple[Layer, ...] = ()
    plain = st.one_of(
        st.builds(Conv, st.integers(1, 2), st.just(3), padding=st.just(1)),
        st.just(Activation("leaky_relu")),
        st.just(AvgPool(3, 1, 1)),
    )
    for _ in range(draw(st.integers(2, 9))):
        layer = draw(st.one_of(plain, branches(len(layers))))
        layers += (layer,) if walk(shape, (*layers, layer)).failure is None else ()
    return shape, layers


@st.composite
def layers_for(
    draw: st.DrawFn, shape: tuple[int, ...], most: int = 10, padding: int = 3
) -> tuple[Layer, ...]:
    """A stack that mostly works on an input of this shape: what fails is repaired or left out."""
    layers: tuple[Layer, ...] = ()
    for _ in range(draw(st.integers(0, most))):
        branch = draw(st.integers(0, 4)) == 0
        layer = draw(branches(len(layers)) if branch else any_layer(padding))
        failure = walk(shape, (*layers, layer)).failure
        layers = (*layers, *((layer,) if failure is None else failure.suggestion))
    return layers


STACKS: st.SearchStrategy[Stack] = input_shapes().flatmap(
    lambda shape: st.tuples(st.just(shape), st.one_of(layers_for(shape), stacks_of_any()))
)
