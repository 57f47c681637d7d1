"""The drawing in words tells of branches, in both languages; the list knows who stands beside."""

from __future__ import annotations

import pytest

from visualizer.engine.network.layers import From
from visualizer.lessons.architecture.described import described
from visualizer.lessons.architecture.figures.graph.beside import lanes_of
from visualizer.lessons.architecture.presets import PRESETS
from visualizer.lessons.architecture.words import drawing_alt
from visualizer.words.text import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stack_is_described_as_before(lang: str) -> None:
    walk = PRESETS["alexnet"].walk()
    assert described(walk, "AlexNet", lang) == drawing_alt(walk, "AlexNet", lang)


def test_sums_and_concatenations_are_told_with_what_they_read() -> None:
    assert "cat9 concatenates relu6, up9;" in described(PRESETS["unet"].walk(), "U-Net", "en")
    resnet = described(PRESETS["resnet18"].walk(), "ResNet", "en")
    assert "add3 adds pool1, bn3" in resnet
    assert "add3은 pool1, bn3을 더함" in described(PRESETS["resnet18"].walk(), "ResNet", "ko")


def test_the_list_shows_what_stands_beside_the_main_way() -> None:
    walk = PRESETS["googlenet"].walk()
    lanes = lanes_of(walk)
    assert max(lanes) == 3
    begins = [step.index for step in walk.steps if isinstance(step.layer, From)]
    assert all(lanes[index] for index in begins)
    assert set(lanes_of(PRESETS["unet"].walk())) == {0}
    assert set(lanes_of(PRESETS["vgg16"].walk())) == {0}
