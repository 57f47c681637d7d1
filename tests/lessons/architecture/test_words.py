"""Every layer and failure can be said in both languages, with the engine's own numbers."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.engine.stacks import STACKS, Stack
from visualizer.engine.network.layers import ACTIVATIONS, KINDS, Conv, Linear, MaxPool
from visualizer.lessons.architecture.naming import compact, layer_title, memory
from visualizer.lessons.architecture.presets import PRESETS, Network
from visualizer.lessons.architecture.words import (
    captions,
    drawing_alt,
    facts,
    failure_reason,
    failure_title,
    suggestion,
    table,
    totals,
    visit_note,
)
from visualizer.lessons.roads import visit
from visualizer.words.text import LANGUAGES, known


@pytest.mark.parametrize("lang", LANGUAGES)
@given(stack=STACKS)
def test_every_stack_can_be_said(lang: str, stack: Stack) -> None:
    walked = Network(*stack).walk()
    said = captions(walked, lang)
    for told in (said["names"], said["shapes"], said["details"], said["hovers"]):
        assert len(told) == len(walked.steps) + 1
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


def test_every_kind_and_preset_has_a_name() -> None:
    assert all(known(f"arch.kind.{kind}") for kind in KINDS)
    assert all(known(f"arch.activation.{name}") for name in ACTIVATIONS)
    for name in PRESETS:
        assert known(f"choice.arch_net.{name}")
        assert known(f"arch.about.{name}")


def test_a_failure_says_what_and_what_instead() -> None:
    failure = Network((1, 9, 9), (Conv(4, 3), Linear(5))).walk().failure
    assert failure is not None
    assert failure_title(failure, "en") == "Layer 2 (Fully connected 5) cannot work"
    assert "flatten" in failure_reason(failure, "en")
    assert "4×7×7" in failure_reason(failure, "ko")
    assert suggestion(failure, "en") == "This would work: Flatten, then Fully connected 5."
    small = Network((1, 1, 1), (MaxPool(3),)).walk().failure
    assert small is not None
    assert suggestion(small, "en") == "This would work: Max pooling 1×1."


def test_titles() -> None:
    assert layer_title(Conv(96, 11, stride=4), "en") == "Convolution 96 · 11×11, stride 4"
    assert layer_title(MaxPool(3, 2), "ko") == "최대 풀링 3×3, 스트라이드 2"


def test_short_numbers() -> None:
    assert [compact(n) for n in (0, 999, 1000, 999_500, 7_610_000_000)] == [
        *("0", "999", "1.00 k", "1.00 M", "7.61 G")
    ]
    assert [memory(n) for n in (12, 4_000, 243_860_896)] == ["12 B", "4.00 kB", "244 MB"]
