"""Where an example comes from, as text in an address: read back whole, or refused."""

from __future__ import annotations

import pytest

from visualizer.lessons.alexnet.settings import layer_shape
from visualizer.settings.origin import CONVOLUTIONS, POOLINGS, Origin, OriginParameter, read
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


def test_the_sizes_are_the_networks() -> None:
    for name, (maps, side) in POOLINGS.items():
        assert layer_shape(name, 200).shape == (maps, side, side)
    before = "conv1"
    for name, (filters, side, channels) in CONVOLUTIONS.items():
        assert layer_shape(name, 200).shape == (filters, side, side)
        assert channels == (3 if name == "conv1" else layer_shape(before, 200).shape[0])
        before = name
