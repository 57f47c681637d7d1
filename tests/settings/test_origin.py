"""Where an example comes from, as text in an address: read back whole, or refused."""

from __future__ import annotations

import pytest

from visualizer.lessons.alexnet.settings import layer_shape
from visualizer.settings.origin import CONVOLUTIONS, Origin, read
from visualizer.settings.parameters import ParameterError

WRITTEN = "alexnet.goldfish.conv1.12.11.2.1.20.3f9c2a1b"


def test_an_origin_comes_back_from_its_text() -> None:
    origin = read(WRITTEN)
    assert origin == Origin("goldfish", "conv1", 12, 11, 2, 1, 20, "3f9c2a1b")
    assert origin.written == WRITTEN
    assert (origin.convolution, origin.channels) == ("conv1", 3)
    behind = read("alexnet.upload.relu3.384.13.13.192.169.00000000")
    assert (behind.convolution, behind.channels) == ("conv3", 192)


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


def test_the_sizes_are_the_networks() -> None:
    before = "conv1"
    for name, (filters, side, channels) in CONVOLUTIONS.items():
        assert layer_shape(name, 200).shape == (filters, side, side)
        assert channels == (3 if name == "conv1" else layer_shape(before, 200).shape[0])
        before = name
