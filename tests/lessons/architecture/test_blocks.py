"""What is added at once works where it is put, and leaves all other branches as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.engine.network.layers import INPUT, Add, Concat, Conv, From
from visualizer.lessons.architecture import edit
from visualizer.lessons.architecture.address import decode, encode
from visualizer.lessons.architecture.presets import PRESETS, Network
from visualizer.lessons.architecture.presets.blocks import BLOCKS, NEW, new_layer, put

KEEPS = Conv(16, 3, padding=1)


@pytest.mark.parametrize("channels", [1, 3, 8, 64])
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_works_on_any_number_of_channels(name: str, channels: int) -> None:
    network = Network((channels, 9, 7), ())
    made = put(network, 0, BLOCKS[name](network.walk(), 0))
    walk = made.walk()
    assert walk.failure is None
    assert walk.output_shape[1:] == (9, 7)


def test_a_residual_block_fits_the_way_back_only_where_shapes_differ() -> None:
    few = BLOCKS["residual"](Network((3, 9, 9), ()).walk(), 0)
    assert Conv(16, 1, bias=False) in few
    assert From(INPUT) in few
    network = Network((3, 9, 9), (KEEPS,))
    same = BLOCKS["residual"](network.walk(), 1)
    assert not any(isinstance(layer, From) for layer in same)
    assert Add(0) in same


@given(
    at=st.integers(0, len(PRESETS["resnet18"].layers) - 4),
    name=st.sampled_from(sorted(BLOCKS)),
)
def test_a_block_in_the_midst_changes_no_other_branch_and_has_an_address(
    at: int, name: str
) -> None:
    network = PRESETS["resnet18"]
    block = BLOCKS[name](network.walk(), at)
    made = put(network, at, block)
    assert made.layers[at : at + len(block)] == block
    assert decode(encode(made)) == made
    names = [edit.named_by(layer) for layer in made.layers[at + len(block) :]]
    for before, after in zip(map(edit.named_by, network.layers[at:]), names, strict=True):
        moved = tuple(source + len(block) if source >= at else source for source in before)
        assert after == moved


def test_no_block_makes_a_network_longer_than_it_may_be() -> None:
    network = Network((16, 4, 4), (KEEPS,) * (edit.MAX_LAYERS - 1))
    assert put(network, 3, BLOCKS["residual"](network.walk(), 3)) is network


@pytest.mark.parametrize("name", NEW)
def test_every_kind_of_layer_is_new_where_it_may_stand(name: str) -> None:
    network = Network((3, 8, 8), (KEEPS, KEEPS))
    made = edit.insert(network, 2, new_layer(name, network.walk(), 2))
    assert len(made.layers) == 3
    assert decode(encode(made)) == made


def test_a_new_branch_reads_what_fits() -> None:
    half = Conv(32, 3, stride=2, padding=1)
    walk = Network((3, 8, 8), (KEEPS, KEEPS, half, Conv(32, 1))).walk()
    assert new_layer("add", walk, 2) == Add(0)
    assert new_layer("concat", walk, 4) == Concat((2,))
    assert new_layer("add", walk, 3) == Add(INPUT)
    assert new_layer("from", walk, 4) == From(2)
    assert new_layer("from", walk, 0) == From(INPUT)
