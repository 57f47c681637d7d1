"""What goes out as code and is pasted in again is the same stack."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.stacks import Stack, any_layer, input_shapes, stacks_with_branches
from visualizer.engine.network.layers import AdaptiveAvgPool, From, GlobalAvgPool, Layer
from visualizer.engine.network.walk import walk
from visualizer.lessons.architecture.code import FORMS, torch_code
from visualizer.lessons.architecture.paste import read_network
from visualizer.lessons.architecture.presets import PRESETS, Network


def pasted(network: Network, form: str) -> Network | None:
    """Write a network as code and read it."""
    reading = read_network(torch_code(network.walk(), form=form), (1, 1, 1))
    assert reading.problems == ()
    return reading.network


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_comes_back(name: str, form: str) -> None:
    assert pasted(PRESETS[name], form) == PRESETS[name]


@st.composite
def plain_stacks(draw: st.DrawFn) -> Stack:
    """Stacks without branches that work."""
    shape = draw(input_shapes())
    layers: tuple[Layer, ...] = ()
    for _ in range(draw(st.integers(1, 8))):
        layer = draw(any_layer())
        layers += (layer,) if walk(shape, (*layers, layer)).failure is None else ()
    # torch writes both kinds of global means alike.
    means = (AdaptiveAvgPool(1), GlobalAvgPool())
    return shape, tuple(GlobalAvgPool() if each in means else each for each in layers)


@settings(max_examples=150, deadline=None)
@given(plain_stacks(), st.sampled_from(FORMS))
def test_a_stack_comes_back(stack: Stack, form: str) -> None:
    if stack[1]:
        network = Network(*stack)
        assert pasted(network, form) == network


@settings(max_examples=150, deadline=None)
@given(stacks_with_branches())
def test_a_stack_with_branches_comes_back(stack: Stack) -> None:
    """A way back that leads nowhere else is not written in code; all else is the same for good."""
    network = Network(*stack)
    once = pasted(network, FORMS[-1]) if stack[1] else None
    if once is None:
        return
    before, after = network.walk(), once.walk()
    assert after.output_shape == before.output_shape
    assert (after.parameters, after.multiply_adds) == (before.parameters, before.multiply_adds)
    computing = [type(layer) for layer in stack[1] if not isinstance(layer, From)]
    assert [type(layer) for layer in once.layers if not isinstance(layer, From)] == computing
    assert pasted(once, FORMS[-1]) == once or not once.layers
