"""Presets have their published totals and the paper's sizes."""

from __future__ import annotations

import pytest

from visualizer.engine.network.layers import Add, Concat, Conv, Linear
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import (
    ALEXNET,
    ALEXNET_2012,
    PRESETS,
    UNET,
    Network,
    input_conventions,
)
from visualizer.lessons.architecture.taken.sheet import other
from visualizer.material.randomness import Stream

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


@pytest.mark.parametrize("name", ["resnet18", "squeezenet", "mobilenetv2", "googlenet", "unet"])
def test_a_worksheet_of_other_numbers_keeps_what_sums_need(name: str) -> None:
    settings, _ = LESSON.parse({"arch_net": name})
    made = other(settings, Stream(3))
    assert made.net != name
    assert made.network.walk().failure is None
    assert len(made.network.layers) == len(settings.network.layers)


def test_branches_meet_where_the_papers_have_them() -> None:
    """Table 1 of each paper: the maps at the end of the parts."""
    shapes = {
        "googlenet": [(256, 28, 28), (480, 28, 28), (512, 14, 14), (832, 14, 14), (1024, 7, 7)],
        "squeezenet": [(128, 55, 55), (256, 27, 27), (384, 13, 13), (512, 13, 13)],
        "unet": [(128, 32, 32), (64, 64, 64), (32, 128, 128)],
    }
    for name, expected in shapes.items():
        steps = PRESETS[name].walk().steps
        found = [step.output for step in steps if isinstance(step.layer, Concat)]
        assert list(dict.fromkeys(shape for shape in found if shape in expected)) == expected
    for name, blocks in (("resnet18", 8), ("resnet34", 16), ("mobilenetv2", 10)):
        layers = PRESETS[name].layers
        assert sum(isinstance(layer, Add) for layer in layers) == blocks
