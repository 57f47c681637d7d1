"""What is said about a pooling's step and shape is what the trace computed."""

from __future__ import annotations

import pytest

from tests.lessons.pooling.cases import example_of
from visualizer.lessons.pooling.settings import EXAMPLES
from visualizer.lessons.pooling.shape import shape_story
from visualizer.lessons.pooling.words import sentence, table, written_step
from visualizer.words.text import LANGUAGES


def test_a_step_is_written_as_the_lecture_writes_it() -> None:
    assert written_step(example_of().trace, 0) == "max(1, 2, 4, 5) = 5"
    assert written_step(example_of(kind="avg").trace, 0) == "(1 + 2 + 4 + 5) / 4 = 3"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ties_and_what_does_not_count_are_said(lang: str) -> None:
    flat = example_of(input="custom", data="2_2_2~2_2_2~2_2_2", size=3, padding=1)
    told = sentence(flat.trace, 3, lang)
    assert ("torch takes" if lang == "en" else "torch는") in told
    rows = table(flat.trace, 0, lang).rows
    assert [row[2] for row in rows] == ["−∞", "−∞", "−∞", "2", "2"]


def test_overlapping_windows_are_named() -> None:
    story = shape_story(example_of(**EXAMPLES["alexnet"]), 10, "en")
    assert any("overlap by 1" in one for one in story.sentences)


def test_what_is_saved_is_counted() -> None:
    facts = shape_story(example_of(), 10, "en").facts
    assert [fact.value for fact in facts] == ["0", "16 → 4", "170 → 50"]
    assert "120 fewer, 70.59% saved" in facts[2].how
