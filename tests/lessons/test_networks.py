"""Presets with their published totals, the address, editing, and the way to the other lessons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, any_layer
from visualizer.engine.network.layers import (
    AvgPool,
    Conv,
    Flatten,
    GlobalAvgPool,
    Linear,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.lessons.architecture.address import LIMITS, LONGEST, decode, encode, word
from visualizer.lessons.architecture.edit import (
    MAX_HISTORY,
    MAX_LAYERS,
    History,
    change,
    delete,
    insert,
    move,
    repair,
    resize,
)
from visualizer.lessons.architecture.presets import (
    ALEXNET,
    ALEXNET_2012,
    LENET5,
    PRESETS,
    TINY,
    Network,
    conventions,
)
from visualizer.lessons.architecture.settings import LESSON, field_growth, network_of, unit_of
from visualizer.lessons.convolution.settings import LESSON as CONVOLUTION
from visualizer.lessons.pooling.settings import LESSON as POOLING
from visualizer.lessons.roads import visit
from visualizer.settings.parameters import ParameterError

PUBLISHED = {
    # Krizhevsky's own count with two groups; torchvision's documentation; LeCun's with full C3.
    "alexnet2012": 60_965_224,
    "alexnet": 61_100_840,
    "vgg11": 132_863_336,
    "lenet5": 61_706,
}


@pytest.mark.parametrize(("name", "parameters"), PUBLISHED.items())
def test_published_totals(name, parameters):
    assert PRESETS[name].walk().parameters == parameters


@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_every_preset_works_and_can_be_edited(network):
    walked = network.walk()
    assert walked.failure is None
    assert len(walked.output_shape) == 1
    assert len(network.layers) < MAX_LAYERS


def test_work_and_parameters_lie_apart():
    walked = ALEXNET.walk()
    assert walked.multiply_adds == 714_188_480
    for network in (ALEXNET, ALEXNET_2012):
        walked = network.walk()
        assert round(100 * walked.share(Linear, "parameters")) == 96
        assert walked.share(Conv, "multiply_adds") > 0.9
    vgg = PRESETS["vgg11"].walk()
    assert 7.60e9 < vgg.multiply_adds < 7.62e9
    assert Network((1, 5, 5), ()).walk().share(Conv, "parameters") == 0


def test_alexnet_has_the_sizes_of_the_paper():
    sizes = {step.name: step.output for step in ALEXNET_2012.walk().steps}
    assert sizes["conv1"] == (96, 55, 55)
    assert sizes["pool1"] == (96, 27, 27)
    assert sizes["conv3"] == (384, 13, 13)
    assert sizes["pool5"] == (256, 6, 6)
    assert sizes["flat5"] == (9216,)
    field = {step.name: step.field for step in ALEXNET_2012.walk().steps}["pool5"]
    assert field is not None
    assert (field.size, field.jump) == ((195, 195), (32, 32))


def test_of_the_three_conventions_the_papers_own_does_not_fit():
    paper, fits, padded = conventions()
    assert [c.agrees for c in (paper, fits, padded)] == [False, True, True]
    formulas = [c.first.formulas.rows for c in (paper, fits, padded)]
    assert [f.text() for f in formulas if f] == [
        "⌊(224 + 2·0 − 11) / 4⌋ + 1 = 54",
        "⌊(227 + 2·0 − 11) / 4⌋ + 1 = 55",
        "⌊(224 + 2·2 − 11) / 4⌋ + 1 = 55",
    ]
    assert [f.left_over for f in formulas if f] == [1, 0, 1]
    assert paper.last_map == (256, 5, 5)
    assert fits.last_map == padded.last_map == (256, 6, 6)


@settings(deadline=None, max_examples=150)
@given(stack=STACKS)
def test_every_stack_survives_the_address(stack):
    network = Network(*stack)
    written = encode(network)
    assert decode(written) == network
    assert len(written) <= LONGEST
    # Nothing that an address would have to escape.
    assert set(written) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert LESSON["arch_net"].accepts(written)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_written_by_name(name):
    assert encode(PRESETS[name]) == name
    assert decode(name) == PRESETS[name]


def test_the_longest_stack_fits_and_words_can_be_read():
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
def test_damaged_stacks_are_refused(written, code):
    with pytest.raises(ParameterError) as caught:
        decode(written)
    assert caught.value.code == code
    values, notices = LESSON.parse({"arch_net": written})
    assert values == LESSON.defaults()
    assert [notice.code for notice in notices] == [code]


@settings(deadline=None, max_examples=200)
@given(written=st.one_of(st.text(max_size=40), st.from_regex(r"1-3x9(-[a-z0-9]{1,9}){0,4}")))
def test_no_text_breaks_the_address(written):
    try:
        network = decode(written)
    except ParameterError:
        return
    assert decode(encode(network)) == network
    assert all(1 <= size <= LIMITS["size"].high for size in network.input_shape)


@settings(deadline=None, max_examples=60)
@given(
    stack=STACKS,
    layer=st.integers(0, 60),
    row=st.integers(-3, 700),
    step=st.integers(0, 60),
)
def test_the_lesson_settles_on_what_exists(stack, layer, row, step):
    written = {"arch_net": encode(Network(*stack)), "arch_layer": str(layer)}
    written |= {"arch_row": str(row), "arch_step": str(step)}
    values, _ = LESSON.parse(written)
    assert LESSON.parse(LESSON.format(values)) == (values, [])
    walked = network_of(values).walk()
    if walked.steps:
        index, *_ = unit_of(walked, values)
        assert len(field_growth(walked, values)) == index + 1
        assert int(values["arch_step"]) <= index


@settings(deadline=None, max_examples=60)
@given(
    stack=st.lists(any_layer(), max_size=MAX_LAYERS).map(tuple),
    layer=any_layer(),
    at=st.integers(-2, 45),
    to=st.integers(-2, 45),
)
def test_editing(stack, layer, at, to):
    network = Network((3, 9, 9), stack)
    longer = insert(network, at, layer)
    if len(stack) == MAX_LAYERS:
        assert longer == network
    else:
        place = max(0, min(at, len(stack)))
        assert longer.layers[place] is layer
        assert delete(longer, place) == network
    if 0 <= at < len(stack):
        moved = move(network, at, to)
        assert moved.layers[max(0, min(to, len(stack) - 1))] is stack[at]
        assert sorted(map(repr, moved.layers)) == sorted(map(repr, stack))
        assert change(network, at, layer).layers == (*stack[:at], layer, *stack[at + 1 :])
        assert change(network, at) == delete(network, at)
    else:
        for edit in (lambda: delete(network, at), lambda: move(network, at, to)):
            with pytest.raises(IndexError):
                edit()


def test_history_goes_back_and_forth():
    first = History(TINY)
    assert first.undo() == first.redo() == first.change(TINY) == first
    second = first.change(LENET5)
    assert second.undo().present == TINY
    assert second.undo().redo() == second
    third = second.undo().change(ALEXNET)
    assert third.redo() == third
    for size in range(1, 2 * MAX_HISTORY):
        third = third.change(resize(TINY, (1, size, size)))
    assert len(third.past) == MAX_HISTORY


def test_repairing_until_it_works():
    network = Network((3, 20, 20), (Conv(8, 5), MaxPool(99), Conv(4, 9, groups=3), Linear(10)))
    for _ in range(10):
        failure = network.walk().failure
        if failure is None:
            break
        network = repair(network, failure)
    assert network.walk().failure is None
    assert network.walk().output_shape == (10,)
    full = Network((3, 9, 9), (*(Conv(3, 1),) * (MAX_LAYERS - 1), Linear(2)))
    failure = full.walk().failure
    assert failure is not None
    assert repair(full, failure) == full


def test_a_layer_opens_its_lesson():
    walked = ALEXNET_2012.walk()
    first = visit(walked, 0)
    assert first is not None
    assert first.page == "/convolution"
    # 31, not 32: there the stride ends at the edge, as at 227.
    assert first.parameters["conv_size"] == "31"
    assert first.parameters["conv_kernel"] == "11"
    assert first.parameters["conv_activation"] == "relu"
    assert {name: (was, now) for name, was, now in first.capped} == {
        "conv_size": (227, 31),
        "conv_filters": (96, 4),
    }
    grouped = visit(walked, 4)
    assert grouped is not None
    values, notices = CONVOLUTION.parse(grouped.parameters)
    assert not notices
    assert (values["conv_groups"], values["conv_channels"]) == (2, 2)
    pool = visit(walked, 3)
    assert pool is not None
    assert pool.page == "/pooling"
    assert pool.parameters == {
        "pool_input": "random",
        "pool_size": "15",
        "pool_kernel": "3",
        "pool_stride": "2",
    }
    assert pool.capped == (("pool_size", 55, 15),)
    assert visit(walked, 1) is None


@settings(deadline=None, max_examples=150)
@given(stack=STACKS)
def test_every_visit_is_an_address_the_lesson_accepts(stack):
    walked = Network(*stack).walk()
    for step in walked.steps:
        found = visit(walked, step.index)
        assert (found is None) == (
            not isinstance(step.layer, Conv | MaxPool | AvgPool | GlobalAvgPool)
        )
        if found is not None:
            lesson = CONVOLUTION if found.page == "/convolution" else POOLING
            values, notices = lesson.parse(found.parameters)
            assert not notices
            assert lesson.format(values) == found.parameters
            for name, was, now in found.capped:
                assert values[name] == now != was


def test_the_words_of_the_layers():
    assert [word(x) for x in (Flatten(), GlobalAvgPool(), LocalResponseNorm(3))] == [
        "flat",
        "gap",
        "lrn3",
    ]
