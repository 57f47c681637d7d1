"""Every stack survives the address, and nothing that is no stack is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, Stack
from visualizer.engine.network.layers import (
    Conv,
    Flatten,
    GlobalAvgPool,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.address import LIMITS, LONGEST, decode, encode, word
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import PRESETS, Network
from visualizer.settings.parameters import ParameterError


@given(stack=STACKS)
def test_every_stack_survives_the_address(stack: Stack) -> None:
    network = Network(*stack)
    written = encode(network)
    assert decode(written) == network
    assert len(written) <= LONGEST
    # Nothing that an address would have to escape.
    assert set(written) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert LESSON["net"].accepts(written)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_written_by_name(name: str) -> None:
    assert encode(PRESETS[name]) == name
    assert decode(name) == PRESETS[name]


def test_the_longest_stack_fits_and_words_can_be_read() -> None:
    longest = Conv(4096, 15, 8, 15, 8, 4096, bias=False)
    network = Network((64, 512, 511), (longest,) * MAX_LAYERS)
    assert len(encode(network)) <= LONGEST
    assert decode(encode(network)) == network
    assert word(Conv(96, 11, stride=4)) == "c96k11s4"
    assert word(Conv(256, 5, padding=2, groups=2)) == "c256k5p2g2"
    assert word(MaxPool(3, 2)) == "max3s2"
    assert word(MaxPool(2, 2)) == word(MaxPool(2)) == "max2"
    vgg = PRESETS["vgg11"]
    pooled = tuple(MaxPool(2, 2) if isinstance(x, MaxPool) else x for x in vgg.layers)
    assert encode(Network(vgg.input_shape, pooled)) == "vgg11"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "bad_network"),
        ("resnet", "bad_network"),
        ("1", "bad_network"),
        ("2-3x9-relu", "bad_network"),
        ("1-3x9-", "bad_network"),
        ("1-3x9-relu-swish", "bad_network"),
        ("1-3x9-c0k3", "bad_network"),
        ("1-3x9-c8k99", "bad_network"),
        ("1-3x9-c99999k3", "bad_network"),
        ("1-0x9", "bad_network"),
        ("1-3x9-c８k3", "bad_network"),
        ("1-3x600", "bad_network"),
        ("1-3x9-drop96", "bad_network"),
        ("1-3x9" + "-relu" * 41, "network_too_long"),
        ("1-3x9-" + "c" * 5000, "network_too_long"),
    ],
)
def test_damaged_stacks_are_refused(written: str, code: str) -> None:
    with pytest.raises(ParameterError) as caught:
        decode(written)
    assert caught.value.code == code
    settings, notices = LESSON.parse({"arch_net": written})
    assert settings == LESSON.defaults()
    assert [notice.code for notice in notices] == [code]


@given(written=st.one_of(st.text(max_size=40), st.from_regex(r"1-3x9(-[a-z0-9]{1,9}){0,4}")))
def test_no_text_breaks_the_address(written: str) -> None:
    try:
        network = decode(written)
    except ParameterError:
        return
    assert decode(encode(network)) == network
    assert all(1 <= size <= LIMITS["size"].high for size in network.input_shape)


def test_the_words_of_the_layers() -> None:
    assert [word(x) for x in (Flatten(), GlobalAvgPool(), LocalResponseNorm(3))] == [
        "flat",
        "gap",
        "lrn3",
    ]
