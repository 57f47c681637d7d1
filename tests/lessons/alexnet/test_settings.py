"""The AlexNet page's address and the layers that it knows."""

from __future__ import annotations

import pytest

from visualizer.lessons.alexnet import lesson
from visualizer.lessons.alexnet.rules import OwnShape
from visualizer.lessons.alexnet.settings import (
    EITHER,
    INSTEAD,
    NAMES,
    NETWORKS,
    TORCHVISION,
    names_of,
)

LESSON = lesson(200)


def test_every_layer_of_either_network_can_be_asked_for() -> None:
    assert names_of(TORCHVISION) == NAMES
    for network in NETWORKS:
        assert [name for name in EITHER if name in names_of(network)] == list(names_of(network))
        for name, instead in INSTEAD.items():
            assert name in names_of(network) or instead in names_of(network)


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
        ({"alex_network": "2010"}, "alex_network", "torchvision"),
        ({"alex_layer": "norm1"}, "alex_layer", "relu1"),
        ({"alex_network": "2012", "alex_layer": "avgpool"}, "alex_layer", "pool5"),
        ({"alex_network": "2012", "alex_channel": "96"}, "alex_channel", 95),
        ({"alex_network": "2012", "alex_weights": "trained"}, "alex_weights", "random"),
        ({"alex_weights": "own"}, "alex_weights", "trained"),
        ({"alex_network": "2012", "alex_weights": "own"}, "alex_weights", "random"),
    ],
)
def test_what_cannot_be_is_replaced_and_told(
    query: dict[str, str], name: str, used: object
) -> None:
    settings, notices = LESSON.parse(query)
    assert settings.values()[name] == used
    assert [notice.parameter for notice in notices] == [name]


def test_the_network_of_2012_has_its_own_bounds() -> None:
    asked = {"alex_network": "2012", "alex_layer": "norm2", "alex_channel": "255"}
    settings, notices = LESSON.parse(asked)
    assert not notices
    # Its weights can only be random, and the address says so.
    assert LESSON.format(settings) == {**asked, "alex_weights": "random"}
    assert LESSON.bound(settings, "class_").high == 999
    assert LESSON.bound(settings, "weights").choices == ("random",)
    assert LESSON.bound(LESSON.defaults(), "weights").choices == ("trained", "random")


def test_an_own_network_has_its_own_layers_and_classes() -> None:
    own = lesson(200, OwnShape("2012", 3))
    settings, notices = own.parse({"alex_weights": "own", "alex_layer": "fc8", "alex_channel": "3"})
    assert settings.network == "2012"
    assert settings.channel == 2
    assert [notice.parameter for notice in notices] == ["alex_channel"]
    assert own.bound(settings, "class_").high == 2
    assert own.bound(own.defaults(), "weights").choices == ("trained", "random", "own")
    # Beside it the other networks are as they were.
    assert own.bound(own.defaults(), "class_").high == 199


def test_a_fully_connected_layer_has_no_places() -> None:
    settings, _ = LESSON.parse({"alex_layer": "fc8", "alex_channel": "3", "alex_row": "2"})
    assert LESSON.format(settings) == {"alex_layer": "fc8", "alex_channel": "3"}
