"""Where an example comes from, as text in an address: read back whole, or refused."""

from __future__ import annotations

import pytest

from visualizer.lessons.alexnet.settings import layer_shape
from visualizer.settings.origin import (
    CONVOLUTIONS,
    CONVOLUTIONS_2012,
    PAPER,
    POOLINGS,
    POOLINGS_2012,
    Origin,
    OriginParameter,
    read,
)
from visualizer.settings.parameters import ParameterError

WRITTEN = "alexnet.goldfish.conv1.12.11.2.1.20.3f9c2a1b"


def test_an_origin_comes_back_from_its_text() -> None:
    origin = read(WRITTEN)
    assert origin == Origin("goldfish", "conv1", 12, 11, 2, 1, 20, "3f9c2a1b")
    assert origin.written == WRITTEN
    assert (origin.convolution, origin.channels) == ("conv1", 3)
    behind = read("alexnet.upload.relu3.384.13.13.192.169.00000000")
    assert (behind.convolution, behind.channels) == ("conv3", 192)
    assert read("alexnet.koala.pool5.256.6.6.256.36.00000000").is_pooling


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("goldfish", "nobody"), ("goldfish", "GOLDFISH"), ("conv1", "fc6"), (".12.", ".65."),
        (".12.", ".0."), (".11.2.", ".56.2."), (".11.2.", ".11.56."), (".1.20.", ".4.20."),
        (".20.", "."), ("1b", "1"), ("1b", "1b\n"), ("alexnet", "<b>"), (WRITTEN, "alexnet"),
    ],
)  # fmt: skip
def test_nonsense_is_refused(was: str, now: str) -> None:
    with pytest.raises(ParameterError):
        read(WRITTEN.replace(was, now))


@pytest.mark.parametrize("places", ["4.1.1.5", "65.1.1.65", "4.28.1.4", "4.1.28.4"])
def test_a_pooling_reads_its_own_channel_of_its_own_map(places: str) -> None:
    assert read("alexnet.cat.pool1.4.27.27.4.9.00000000").is_pooling
    with pytest.raises(ParameterError):
        read(f"alexnet.cat.pool1.{places}.9.00000000")


@pytest.mark.parametrize("pooling", [False, True])
def test_a_lesson_takes_only_what_it_computes(pooling: bool) -> None:
    both = {False: WRITTEN, True: "alexnet.cat.pool1.4.22.6.4.9.00000000"}
    parameter = OriginParameter(pooling=pooling)
    assert parameter.parse(both[pooling]) == both[pooling]
    assert not parameter.accepts(both[not pooling])
    with pytest.raises(ParameterError):
        parameter.parse(both[not pooling])


@pytest.mark.parametrize(
    ("name", "network", "weights"),
    [
        ("alexnet2012", "2012", "random"),
        ("alexnet-random", "torchvision", "random"),
        ("alexnet-own", "torchvision", "own"),
        ("alexnet2012-own", "2012", "own"),
    ],
)
def test_another_network_and_other_weights_are_named(name: str, network: str, weights: str) -> None:
    written = WRITTEN.replace("alexnet", name)
    origin = read(written)
    assert (origin.network, origin.weights, origin.written) == (network, weights, written)
    assert origin.is_own == (weights == "own")


def test_a_filter_of_2012_reads_the_channels_of_its_own_graphics_card() -> None:
    for filter_, channel in ((128, 48), (129, 49), (256, 96)):
        assert read(f"alexnet2012.cat.conv2.{filter_}.1.1.{channel}.1.00000000").channels == 96
    for filter_, channel in ((128, 49), (129, 48), (257, 96)):
        with pytest.raises(ParameterError):
            read(f"alexnet2012.cat.conv2.{filter_}.1.1.{channel}.1.00000000")
    # conv3 reads those of both.
    assert read("alexnet2012.cat.conv3.1.1.1.256.1.00000000").layer == "conv3"


def test_the_sizes_are_the_networks() -> None:
    for name, (maps, side) in POOLINGS_2012.items():
        assert layer_shape(name, 200, PAPER).shape == (maps, side, side)
    for name, (filters, side, _) in CONVOLUTIONS_2012.items():
        assert layer_shape(name, 200, PAPER).shape == (filters, side, side)
    for name, (maps, side) in POOLINGS.items():
        assert layer_shape(name, 200).shape == (maps, side, side)
    before = "conv1"
    for name, (filters, side, channels) in CONVOLUTIONS.items():
        assert layer_shape(name, 200).shape == (filters, side, side)
        assert channels == (3 if name == "conv1" else layer_shape(before, 200).shape[0])
        before = name
