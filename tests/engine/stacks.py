"""Random layers and stacks of them, for every test that walks one."""

from __future__ import annotations

from hypothesis import strategies as st

from visualizer.engine.network.layers import (
    ACTIVATIONS,
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
)
from visualizer.engine.network.walk import walk

Stack = tuple[tuple[int, int, int], tuple[Layer, ...]]
"""An input's shape and the layers on it."""

POOLS: tuple[type[MaxPool] | type[AvgPool], ...] = (MaxPool, AvgPool)


def input_shapes(most: int = 14) -> st.SearchStrategy[tuple[int, int, int]]:
    """(C, H, W) with a few channels."""
    return st.tuples(st.integers(1, 6), st.integers(1, most), st.integers(1, most))


@st.composite
def pools(draw: st.DrawFn, padding: int = 3) -> MaxPool | AvgPool:
    """A pooling as an address writes it: a stride equal to the window is left out."""
    make = draw(st.sampled_from(POOLS))
    size = draw(st.integers(1, 5))
    stride = draw(st.one_of(st.none(), st.integers(1, 4)))
    return make(
        size,
        None if stride == size else stride,
        draw(st.integers(0, padding)),
        draw(st.booleans()),
    )


def any_layer(padding: int = 3) -> st.SearchStrategy[Layer]:
    """Any layer, possible or not."""
    return st.one_of(
        st.builds(
            Conv,
            st.integers(1, 8),
            st.integers(1, 6),
            st.integers(1, 4),
            st.integers(0, padding),
            st.integers(1, 3),
            st.sampled_from([1, 1, 1, 2, 3, 4]),
            st.booleans(),
        ),
        pools(padding),
        st.builds(GlobalAvgPool),
        st.builds(AdaptiveAvgPool, st.integers(1, 6)),
        st.builds(Activation, st.sampled_from(ACTIVATIONS)),
        st.builds(Dropout, st.integers(0, 95).map(lambda percent: percent / 100)),
        st.builds(LocalResponseNorm, st.integers(1, 6)),
        st.builds(Flatten),
        st.builds(Linear, st.integers(1, 40), st.booleans()),
    )


@st.composite
def layers_for(
    draw: st.DrawFn, shape: tuple[int, ...], most: int = 10, padding: int = 3
) -> tuple[Layer, ...]:
    """A stack that mostly works on an input of this shape: what fails is repaired or left out."""
    layers: tuple[Layer, ...] = ()
    for layer in draw(st.lists(any_layer(padding), max_size=most)):
        failure = walk(shape, (*layers, layer)).failure
        layers = (*layers, *((layer,) if failure is None else failure.suggestion))
    return layers


STACKS: st.SearchStrategy[Stack] = input_shapes().flatmap(
    lambda shape: st.tuples(
        st.just(shape), st.one_of(layers_for(shape), st.lists(any_layer(), max_size=10).map(tuple))
    )
)
