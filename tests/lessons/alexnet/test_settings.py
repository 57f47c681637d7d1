"""The AlexNet page's address and the layers that it knows."""

from __future__ import annotations

import pytest
import torch

from visualizer.alexnet.model import AlexNet, empty_model, layers_of, random_model
from visualizer.alexnet.run import run_network
from visualizer.lessons.alexnet import lesson
from visualizer.lessons.alexnet.settings import NAMES, layer_shape

LESSON = lesson(200)


def test_the_written_layers_are_the_networks() -> None:
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
    settings, notices = LESSON.parse(asked)
    assert not notices
    assert LESSON.format(settings) == asked


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
    settings, notices = LESSON.parse(query)
    assert settings.values()[name] == used
    assert [notice.parameter for notice in notices] == [name]


def test_a_fully_connected_layer_has_no_places() -> None:
    settings, _ = LESSON.parse({"alex_layer": "fc8", "alex_channel": "3", "alex_row": "2"})
    assert LESSON.format(settings) == {"alex_layer": "fc8", "alex_channel": "3"}
