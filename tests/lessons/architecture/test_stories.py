"""What the plots of the architecture page tell: costs, the input's size, the growth of a field."""

from __future__ import annotations

import pytest

from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.presets import ALEXNET, ALEXNET_2012, PRESETS, Network
from visualizer.lessons.architecture.stories import (
    convention_stories,
    cost_layers,
    costs,
    field_labels,
    field_sentence,
    short_percent,
)
from visualizer.words.text import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_three_conventions_are_told_with_their_numbers(lang: str) -> None:
    paper, fits, padded = convention_stories(lang)
    assert [paper.agrees, fits.agrees, padded.agrees] == [False, True, True]
    assert "53.25" in paper.story
    assert "256×5×5" in paper.story
    assert "54" in fits.story
    assert "227" in padded.story
    assert fits.formula.endswith("= 55")


def test_costs_are_those_of_the_walk() -> None:
    walked = ALEXNET_2012.walk()
    assert sum(costs(walked, "parameters", "en").values) == walked.parameters
    assert sum(costs(walked, "multiply_adds", "en").values) == walked.multiply_adds
    assert costs(ALEXNET.walk(), "parameters", "en").title.startswith("96% of the 61.1 M")
    assert costs(Network((1, 3, 3), ()).walk(), "parameters", "ko").values == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_field_is_told_as_it_is_drawn(lang: str) -> None:
    address = {"arch_net": "alexnet2012", "arch_layer": "14", "arch_row": "0", "arch_col": "5"}
    settings, _ = LESSON.parse(address)
    walked = settings.network.walk()
    labels = field_labels(walked, settings, lang)
    assert labels[-1][2] == "pool5: 195×195"
    said = field_sentence(walked, settings, lang)
    # pool5 starts 14 cells outside the picture at one end and ends as far outside at the other.
    region = labels[-1][0]
    inside = region.clipped(227, 227)
    assert str(inside.bottom + 1) in said
    assert str(inside.left + 1) in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_unit_that_sees_nothing_is_told_so(lang: str) -> None:
    address = {"arch_net": "1-1x8-t1k1s3-relu", "arch_layer": "1", "arch_row": "1"}
    settings, _ = LESSON.parse(address)
    walked = settings.network.walk()
    assert field_labels(walked, settings, lang) == []
    assert field_sentence(walked, settings, lang).startswith("relu1, ")


def test_the_costs_of_normalisation_and_transposed_convolutions_have_their_kinds() -> None:
    names, kinds = cost_layers(PRESETS["resnet18"].walk())
    assert dict(zip(names, kinds, strict=True)).items() >= {
        "conv1": "conv", "bn1": "norm", "fc21": "fc",
    }.items()  # fmt: skip
    unet = PRESETS["unet"].walk()
    assert set(cost_layers(unet)[1]) == {"conv"}
    assert costs(unet, "multiply_adds", "en").title.startswith("100% of")


def test_shares_are_never_all_unless_they_are() -> None:
    assert [short_percent(x) for x in (0.0, 0.0004, 0.5, 0.995, 0.99999)] == [
        *("0", "< 0.1", "50", "99.5", "99.9")
    ]
