"""The AlexNet page's address, and the addresses it gives to other lessons."""

import numpy as np
import pytest

from visualizer.alexnet.model import AlexNet, empty_model, layers_of
from visualizer.alexnet.run import run_network
from visualizer.lessons.alexnet.settings import (
    NAMES,
    convolution_address,
    layer_shape,
    lesson,
    pooling_address,
)
from visualizer.lessons.convolution import example as convolution_example
from visualizer.lessons.convolution.settings import LESSON as CONVOLUTION
from visualizer.lessons.pooling import example as pooling_example
from visualizer.lessons.pooling.settings import LESSON as POOLING
from visualizer.settings.parameters import ChoiceParameter
from visualizer.words.text import known

LESSON = lesson(200)


def test_the_written_layers_are_the_networks() -> None:
    import torch

    from visualizer.alexnet.model import random_model

    assert tuple(layer.name for layer in layers_of(empty_model(AlexNet, 7))) == NAMES
    run = run_network(random_model(AlexNet, 7), torch.zeros(3, 224, 224))
    for layer in run.layers:
        written = layer_shape(layer.name, 7)
        assert written.kind == layer.layer.kind
        assert written.shape == layer.shape


def test_everything_comes_back_from_an_address() -> None:
    asked = {
        "alex_photo": "coffee", "alex_layer": "conv3", "alex_sort": "max", "alex_scale": "all",
        "alex_channel": "383", "alex_row": "12", "alex_col": "0", "alex_method": "occlusion",
        "alex_class": "199", "alex_patch": "64",
    }  # fmt: skip
    values, notices = LESSON.parse(asked)
    assert not notices
    assert LESSON.format(values) == asked


@pytest.mark.parametrize(
    ("query", "name", "used"),
    [
        ({"alex_layer": "conv9"}, "alex_layer", "conv1"),
        ({"alex_layer": "pool5", "alex_channel": "256"}, "alex_channel", 255),
        ({"alex_layer": "pool5", "alex_row": "6"}, "alex_row", 5),
        ({"alex_class": "200"}, "alex_class", 199),
        ({"alex_photo": "upload"}, "alex_photo", "goldfish"),
        ({"alex_channel": "many"}, "alex_channel", -1),
    ],
)
def test_what_cannot_be_is_replaced_and_told(
    query: dict[str, str], name: str, used: object
) -> None:
    values, notices = LESSON.parse(query)
    assert values[name] == used
    assert [notice.parameter for notice in notices] == [name]


def test_a_fully_connected_layer_has_no_places() -> None:
    values, _ = LESSON.parse({"alex_layer": "fc8", "alex_channel": "3", "alex_row": "2"})
    assert LESSON.format(values) == {"alex_layer": "fc8", "alex_channel": "3"}


def test_every_control_and_choice_has_its_words() -> None:
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")
    for name in ("alex_sort", "alex_scale", "alex_method"):
        parameter = LESSON[name]
        assert isinstance(parameter, ChoiceParameter)
        assert all(known(f"choice.{name}.{choice}") for choice in parameter.choices)


def test_a_real_channel_arrives_in_the_convolution_lesson() -> None:
    rng = np.random.default_rng(0)
    image = np.round(rng.normal(size=(1, 13, 13)), 2)
    kernel = np.round(rng.normal(size=(3, 3)) / 100, 6)
    settings = {
        "conv_size": 13, "conv_width": 13, "conv_channels": 1, "conv_kernel": 3, "conv_filters": 1,
        "conv_stride": 1, "conv_padding": 1, "conv_bias": False, "conv_step": 40,
    }  # fmt: skip
    values, notices = CONVOLUTION.parse(convolution_address(settings, image, kernel))
    assert not notices
    assert values["conv_step"] == 40
    example = convolution_example.build(values)
    np.testing.assert_array_equal(example.input, image)
    np.testing.assert_allclose(example.weight[0, 0], kernel, atol=1e-9)
    assert example.bias is None
    assert example.trace.output.shape == (1, 13, 13)


def test_a_real_channel_arrives_in_the_pooling_lesson() -> None:
    image = np.round(np.random.default_rng(1).uniform(0, 9, (1, 13, 13)), 2)
    settings = {
        "pool_kind": "max", "pool_size": 13, "pool_kernel": 3, "pool_stride": 2, "pool_padding": 0,
        "pool_step": 7,
    }  # fmt: skip
    values, notices = POOLING.parse(pooling_address(settings, image))
    assert not notices
    assert values["pool_step"] == 7
    example = pooling_example.build(values)
    np.testing.assert_array_equal(example.input, image)
    assert example.trace.output.shape == (1, 6, 6)
