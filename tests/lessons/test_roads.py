"""From a layer of a network to the lesson where its window moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from tests.engine.stacks import STACKS, Stack
from visualizer.engine.network.layers import (
    AvgPool,
    Conv,
    ConvTranspose,
    GlobalAvgPool,
    MaxPool,
)
from visualizer.lessons import convolution, pooling
from visualizer.lessons.architecture.presets import ALEXNET_2012, Network
from visualizer.lessons.convolution.example import build as build_convolution
from visualizer.lessons.pooling.example import build as build_pooling
from visualizer.lessons.registry import page_named
from visualizer.lessons.roads import visit, visit_convolution, visit_pooling, way_back
from visualizer.settings.grids import decode, encode
from visualizer.settings.origin import Origin, read
from visualizer.settings.parameters import Value


def test_a_layer_opens_its_lesson() -> None:
    walked = ALEXNET_2012.walk()
    first = visit(walked, 0)
    assert first is not None
    assert first.page == "convolution"
    # 31, not 32: there the stride ends at the edge, as at 227.
    assert first.query["conv_size"] == "31"
    assert first.query["conv_kernel"] == "11"
    assert first.query["conv_activation"] == "relu"
    assert {name: (was, now) for name, was, now in first.capped} == {
        "conv_size": (227, 31),
        "conv_filters": (96, 4),
    }
    grouped = visit(walked, 4)
    assert grouped is not None
    settings, notices = convolution.LESSON.parse(grouped.query)
    assert not notices
    assert (settings.groups, settings.channels) == (2, 2)
    pool = visit(walked, 3)
    assert pool is not None
    assert pool.page == "pooling"
    assert pool.query == {
        "pool_input": "random",
        "pool_size": "15",
        "pool_kernel": "3",
        "pool_stride": "2",
    }
    assert pool.capped == (("pool_size", 55, 15),)
    assert visit(walked, 1) is None


def test_a_window_that_is_no_square_stays_so() -> None:
    walked = Network((3, 40, 20), (Conv(2, (1, 7), (1, 2), (0, 3)), MaxPool((2, 1), (1, 2)))).walk()
    first, pool = visit(walked, 0), visit(walked, 1)
    assert first is not None
    settings, notices = convolution.LESSON.parse(first.query)
    assert not notices
    assert (settings.kernel, settings.kernel_w) == (1, 7)
    assert (settings.stride, settings.stride_w) == (1, 2)
    assert (settings.padding, settings.padding_w) == (0, 3)
    assert settings.width == 20
    assert {name for name, _, _ in first.capped} == {"conv_size"}
    assert pool is not None
    around, notices = pooling.LESSON.parse(pool.query)
    assert not notices
    assert around.window == ((2, 1), (1, 2), (0, 0), (1, 1))


def test_a_transposed_convolution_opens_the_lesson_that_has_it() -> None:
    layers = (ConvTranspose(2, 4, 2, 1), ConvTranspose(2, 3, 2, 1, 1), ConvTranspose(1, 2, 9))
    walked = Network((3, 40, 40), layers).walk()
    for index, layer in enumerate(layers[:2]):
        found = visit(walked, index)
        assert found is not None
        settings, notices = convolution.LESSON.parse(found.query)
        assert not notices
        assert settings.transposed
        assert (settings.kernel, settings.stride) == (layer.kernel_size, layer.stride)
        assert settings.output_padding == layer.output_padding
    # A stride of 9 is none of the lesson's.
    assert visit(walked, 2) is None


@given(stack=STACKS)
def test_every_visit_is_an_address_the_lesson_accepts(stack: Stack) -> None:
    walked = Network(*stack).walk()
    for step in walked.steps:
        found = visit(walked, step.index)
        leads = isinstance(step.layer, Conv | MaxPool | AvgPool | GlobalAvgPool)
        # A transposed convolution leads there where the lesson has its window.
        assert (found is not None) == leads or isinstance(step.layer, ConvTranspose)
        if found is not None:
            lesson = page_named(found.page).lesson
            settings, notices = lesson.parse(found.query)
            assert not notices
            assert lesson.format(settings) == found.query
            for name, was, now in found.capped:
                assert settings.values()[name] == now != was


def test_a_real_channel_arrives_in_the_convolution_lesson() -> None:
    rng = np.random.default_rng(0)
    image = np.round(rng.normal(size=(1, 13, 13)), 2)
    kernel = np.round(rng.normal(size=(3, 3)) / 100, 6)
    wanted: dict[str, Value] = {
        "size": 13, "channels": 1, "kernel": 3, "filters": 1, "stride": 1, "padding": 1,
        "bias": False, "step": 40,
    }  # fmt: skip
    found = visit_convolution(wanted, image, kernel)
    assert found.page == "convolution"
    settings, notices = convolution.LESSON.parse(found.query)
    assert not notices
    assert settings.step == 40
    example = build_convolution(settings)
    np.testing.assert_array_equal(example.input, image)
    np.testing.assert_allclose(example.weight[0, 0], kernel, atol=1e-9)
    assert example.bias is None
    assert example.trace.output.shape == (1, 13, 13)


ORIGIN = Origin("goldfish", "conv3", 7, 4, 2, 40, 41)


def arrived() -> dict[str, str]:
    """Return the address of a unit's channel in the convolution lesson."""
    rng = np.random.default_rng(2)
    wanted: dict[str, Value] = {
        "size": 13, "channels": 1, "kernel": 3, "filters": 1, "stride": 1, "padding": 1,
        "bias": False, "step": 40,
    }  # fmt: skip
    image, kernel = np.round(rng.normal(size=(1, 13, 13)), 2), np.round(rng.normal(size=(3, 3)), 6)
    return visit_convolution(wanted, image, kernel, ORIGIN).query


def test_where_a_channel_is_from_stays_in_the_address_and_leads_back() -> None:
    lesson = convolution.LESSON
    settings, notices = lesson.parse(arrived())
    assert not notices
    assert read(settings.from_).written.startswith("alexnet.goldfish.conv3.7.4.2.40.41.")
    assert lesson.format(settings) == arrived()
    # To step on is no change of the numbers.
    moved, notices = lesson.parse({**arrived(), "conv_step": "0"})
    assert moved.from_ == settings.from_
    assert not notices
    back = way_back(read(settings.from_))
    assert back.page == "alexnet"
    there, notices = page_named("alexnet").lesson.parse(back.query)
    assert not notices
    assert (there.photo, there.layer) == ("goldfish", "conv3")
    assert (there.channel, there.row, there.col) == (6, 3, 1)
    assert way_back(Origin("upload", "conv1", 1, 1, 1, 1, 1)).query == {}
    other = way_back(Origin("cat", "conv1", 96, 1, 1, 1, 1, network="2012", weights="random"))
    there, notices = page_named("alexnet").lesson.parse(other.query)
    assert not notices
    assert (there.network, there.weights, there.channel) == ("2012", "random", 95)
    assert way_back(Origin("cat", "conv1", 1, 1, 1, 1, 1, weights="own")).query == {}


@pytest.mark.parametrize("changed", ["data", "weights", "stride", "kernel", "bias"])
def test_numbers_that_a_hand_changed_are_no_longer_that_units(changed: str) -> None:
    query = arrived()
    if changed in ("data", "weights"):
        grid = decode(query[f"conv_{changed}"])
        grid[0, 0, 0] += 1
        query[f"conv_{changed}"] = encode(grid)
    else:
        query[f"conv_{changed}"] = "1" if changed == "bias" else "2"
    settings, notices = convolution.LESSON.parse(query)
    assert settings.from_ == ""
    assert "conv_from" not in convolution.LESSON.format(settings)
    assert "conv_from" not in {notice.parameter for notice in notices}


def test_nonsense_about_where_it_is_from_is_said() -> None:
    query = {**arrived(), "conv_from": "alexnet.goldfish.conv3.999.4.2.40.41.00000000"}
    settings, notices = convolution.LESSON.parse(query)
    assert settings.from_ == ""
    assert [notice.parameter for notice in notices] == ["conv_from"]


def test_a_real_channel_arrives_in_the_pooling_lesson() -> None:
    image = np.round(np.random.default_rng(1).uniform(0, 9, (1, 13, 13)), 2)
    wanted: dict[str, Value] = {
        "kind": "max", "size": 13, "kernel": 3, "stride": "2", "padding": 0, "step": 7,
    }  # fmt: skip
    found = visit_pooling(wanted, image)
    assert found.page == "pooling"
    settings, notices = pooling.LESSON.parse(found.query)
    assert not notices
    assert settings.step == 7
    example = build_pooling(settings)
    np.testing.assert_array_equal(example.input, image)
    assert example.trace.output.shape == (1, 6, 6)


def test_a_pooled_channel_is_that_units_until_a_hand_changes_it() -> None:
    lesson = pooling.LESSON
    image = np.round(np.random.default_rng(1).uniform(0, 9, (1, 13, 13)), 2)
    wanted: dict[str, Value] = {"kind": "max", "size": 13, "kernel": 3, "stride": "2", "step": 7}
    origin = Origin("koala", "pool5", 9, 2, 2, 9, 8)
    query = visit_pooling(wanted, image, origin).query
    settings, notices = lesson.parse(query)
    assert not notices
    assert lesson.format(settings) == query
    there, notices = page_named("alexnet").lesson.parse(way_back(read(settings.from_)).query)
    assert not notices
    assert (there.photo, there.layer, there.channel) == ("koala", "pool5", 8)
    assert (there.row, there.col) == (1, 1)
    for name, value, stays in (("step", "0", True), ("kernel", "2", False), ("kind", "avg", False)):
        moved, _ = lesson.parse({**query, f"pool_{name}": value})
        assert (moved.from_ == settings.from_) == stays
        assert ("pool_from" in lesson.format(moved)) == stays
