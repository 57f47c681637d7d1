"""Every stack survives the address, and nothing that is no stack is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, Stack
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
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
    assert set(written) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert LESSON["net"].accepts(written)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_written_by_name(name: str) -> None:
    assert encode(PRESETS[name]) == name
    assert decode(name) == PRESETS[name]


def test_the_longest_stack_fits_and_words_can_be_read() -> None:
    size, step, around = (64, 63), (31, 32), (64, 63)
    longest = ConvTranspose(4096, size, step, around, (30, 31), step, 4096, bias=False)
    network = Network((4096, 1024, 1023), (longest,) * MAX_LAYERS)
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
        ("1-3x1025", "bad_network"),
        ("1-4097x9", "bad_network"),
        ("1-3x9-drop96", "bad_network"),
        ("1-3x9-from2", "bad_network"),
        ("1-3x9-relu-add2", "bad_network"),
        ("1-3x9-relu-cat1.2", "bad_network"),
        ("1-3x9-cat", "bad_network"),
        ("1-3x9-relu-cat" + ".".join("1" * 9), "bad_network"),
        ("1-3x9-add0.0", "bad_network"),
        ("1-3x9-pad1.2", "bad_network"),
        ("1-3x9-pad99", "bad_network"),
        ("1-3x9-c8k3o1", "bad_network"),
        ("1-3x9-c8k3x5x7", "bad_network"),
        ("1-3x9" + "-relu" * 201, "network_too_long"),
        ("1-3x9-" + "c" * 9000, "network_too_long"),
        ("1-3x9-" + "cat0.0" * 10**6, "network_too_long"),
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
    words: dict[str, Layer] = {
        "flat": Flatten(),
        "gap": GlobalAvgPool(),
        "lrn3": LocalResponseNorm(3),
        "bn": BatchNorm(),
        "c8k3x5s1x2p1x2": Conv(8, (3, 5), (1, 2), (1, 2)),
        "c8k3x5x": Conv(8, (3, 5), bias=False),
        "t8k4s2p1o1": ConvTranspose(8, 4, 2, 1, 1),
        "max3x2s2": MaxPool((3, 2), 2),
        "to6x7": AdaptiveAvgPool((6, 7)),
        "tomax6": AdaptiveMaxPool(6),
        "pad1": ZeroPad(1, 1, 1, 1),
        "pad0.1.0.m1": ZeroPad(0, 1, 0, -1),
        "logsoftmax": Activation("log_softmax"),
        "from0": From(-1),
        "add2": Add(1),
        "cat1.0": Concat((0, -1)),
    }
    for written, layer in words.items():
        assert word(layer) == written
        read = decode(f"1-3x9-relu-relu-{written}").layers[-1]
        assert read == layer
