"""Every layer, failure and story can be said in both languages, with the engine's own numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.engine.stacks import STACKS
from visualizer.engine.network.layers import ACTIVATIONS, KINDS, Conv, Linear, MaxPool
from visualizer.lessons.architecture.presets import ALEXNET, ALEXNET_2012, PRESETS, Network
from visualizer.lessons.architecture.settings import LESSON, network_of
from visualizer.lessons.architecture.stories import (
    convention_stories,
    costs,
    field_labels,
    field_sentence,
    percent,
)
from visualizer.lessons.architecture.words import (
    captions,
    compact,
    drawing_alt,
    facts,
    failure_reason,
    failure_title,
    layer_title,
    memory,
    suggestion,
    table,
    totals,
    visit_note,
)
from visualizer.lessons.roads import visit
from visualizer.words.text import known

LANGS = ("en", "ko")


@pytest.mark.parametrize("lang", LANGS)
@settings(deadline=None, max_examples=40)
@given(stack=STACKS)
def test_every_stack_can_be_said(lang, stack):
    walked = Network(*stack).walk()
    said = captions(walked, lang)
    for key in ("names", "shapes", "details", "hovers"):
        assert len(said[key]) == len(walked.steps) + 1
    for step in walked.steps:
        assert facts(walked, step.index, lang)
        found = visit(walked, step.index)
        if found is not None:
            assert bool(visit_note(found, lang)) == bool(found.capped)
    assert len(table(walked, lang).rows) == len(walked.steps)
    assert totals(walked, lang)
    assert drawing_alt(walked, "x", lang)
    if walked.failure is not None:
        assert failure_title(walked.failure, lang)
        assert failure_reason(walked.failure, lang)
        assert suggestion(walked.failure, lang)


def test_every_kind_and_preset_has_a_name():
    assert all(known(f"arch.kind.{kind}") for kind in KINDS)
    assert all(known(f"arch.activation.{name}") for name in ACTIVATIONS)
    for name in PRESETS:
        assert known(f"choice.arch_net.{name}")
        assert known(f"arch.about.{name}")
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")


def test_a_failure_says_what_and_what_instead():
    failure = Network((1, 9, 9), (Conv(4, 3), Linear(5))).walk().failure
    assert failure is not None
    assert failure_title(failure, "en") == "Layer 2 (Fully connected 5) cannot work"
    assert "flatten" in failure_reason(failure, "en")
    assert "4×7×7" in failure_reason(failure, "ko")
    assert suggestion(failure, "en") == "This would work: Flatten, then Fully connected 5."
    small = Network((1, 1, 1), (MaxPool(3),)).walk().failure
    assert small is not None
    assert suggestion(small, "en") == "This would work: Max pooling 1×1."


def test_titles():
    assert layer_title(Conv(96, 11, stride=4), "en") == "Convolution 96 · 11×11, stride 4"
    assert layer_title(MaxPool(3, 2), "ko") == "최대 풀링 3×3, 스트라이드 2"


@pytest.mark.parametrize("lang", LANGS)
def test_the_three_conventions_are_told_with_their_numbers(lang):
    paper, fits, padded = convention_stories(lang)
    assert [paper.agrees, fits.agrees, padded.agrees] == [False, True, True]
    assert "53.25" in paper.story
    assert "256×5×5" in paper.story
    assert "54" in fits.story
    assert "227" in padded.story
    assert fits.formula.endswith("= 55")


def test_costs_are_those_of_the_walk():
    walked = ALEXNET_2012.walk()
    assert sum(costs(walked, "parameters", "en").values) == walked.parameters
    assert sum(costs(walked, "multiply_adds", "en").values) == walked.multiply_adds
    assert costs(ALEXNET.walk(), "parameters", "en").title.startswith("96 % of the 61.1 M")
    assert costs(Network((1, 3, 3), ()).walk(), "parameters", "ko").values == ()


def test_short_numbers():
    assert [compact(n) for n in (0, 999, 1000, 999_500, 7_610_000_000)] == [
        *("0", "999", "1.00 k", "1.00 M", "7.61 G")
    ]
    assert [memory(n) for n in (12, 4_000, 243_860_896)] == ["12 B", "4.00 kB", "244 MB"]
    assert [percent(x) for x in (0.0, 0.0004, 0.5, 0.995, 0.99999)] == [
        *("0", "< 0.1", "50", "99.5", "99.9")
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_field_is_told_as_it_is_drawn(lang):
    address = {"arch_net": "alexnet2012", "arch_layer": "14", "arch_row": "0", "arch_col": "5"}
    values, _ = LESSON.parse(address)
    walked = network_of(values).walk()
    labels = field_labels(walked, values, lang)
    assert labels[-1][2] == "pool5: 195×195"
    said = field_sentence(walked, values, lang)
    # pool5 starts 14 cells outside the picture at one end and ends as far outside at the other.
    region = labels[-1][0]
    inside = region.clipped(227, 227)
    assert str(inside.bottom + 1) in said
    assert str(inside.left + 1) in said
