"""Presets have their published totals and the paper's sizes."""

from __future__ import annotations

import pytest

from visualizer.engine.network.layers import Conv, Linear
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import (
    ALEXNET,
    ALEXNET_2012,
    PRESETS,
    UNET,
    Network,
    input_conventions,
)

PUBLISHED = {
    # Krizhevsky's own count with two groups; torchvision's documentation; LeCun's with full C3.
    "alexnet2012": 60_965_224,
    "alexnet": 61_100_840,
    "vgg11": 132_863_336,
    "vgg16": 138_357_544,
    "vgg19": 143_667_240,
    "resnet18": 11_689_512,
    "resnet34": 21_797_672,
    "squeezenet": 1_235_496,
    "mobilenetv2": 3_504_872,
    # The authors' Caffe model without the two classifiers that help in training.
    "googlenet": 6_998_552,
    "lenet5": 61_706,
}


@pytest.mark.parametrize(("name", "parameters"), PUBLISHED.items())
def test_published_totals(name: str, parameters: int) -> None:
    assert PRESETS[name].walk().parameters == parameters


@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_every_preset_works_and_can_be_edited(network: Network) -> None:
    walked = network.walk()
    assert walked.failure is None
    assert len(walked.output_shape) == (3 if network is UNET else 1)
    assert len(network.layers) < MAX_LAYERS


def test_work_and_parameters_lie_apart() -> None:
    walked = ALEXNET.walk()
    assert walked.multiply_adds == 714_188_480
    for network in (ALEXNET, ALEXNET_2012):
        walked = network.walk()
        assert round(100 * walked.share(Linear, "parameters")) == 96
        assert walked.share(Conv, "multiply_adds") > 0.9
    vgg = PRESETS["vgg11"].walk()
    assert 7.60e9 < vgg.multiply_adds < 7.62e9
    assert Network((1, 5, 5), ()).walk().share(Conv, "parameters") == 0


def test_alexnet_has_the_sizes_of_the_paper() -> None:
    sizes = {step.name: step.output for step in ALEXNET_2012.walk().steps}
    assert sizes["conv1"] == (96, 55, 55)
    assert sizes["pool1"] == (96, 27, 27)
    assert sizes["conv3"] == (384, 13, 13)
    assert sizes["pool5"] == (256, 6, 6)
    assert sizes["flat5"] == (9216,)
    field = {step.name: step.field for step in ALEXNET_2012.walk().steps}["pool5"]
    assert field is not None
    assert (field.size, field.jump) == ((195, 195), (32, 32))


def test_of_the_three_conventions_the_papers_own_does_not_fit() -> None:
    paper, fits, padded = input_conventions()
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
