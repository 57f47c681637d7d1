"""The story of a dense layer's sizes ends in the engine's numbers."""

from __future__ import annotations

import pytest

from tests.lessons.dense.cases import example_of
from visualizer.lessons.dense.shape import shape_story
from visualizer.words.text import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_inputs_parameters_and_products_are_counted(lang: str) -> None:
    now = example_of(map="random", channels=2, size=3, outputs=4)
    story = shape_story(now, lang)
    assert "2 \\cdot 3 \\cdot 3 = 18" in story.formulas[0]
    assert "4 \\times 18" in story.formulas[1]
    assert "4 \\cdot 18 + 4 = 76" in story.formulas[2]
    assert [fact.value for fact in story.facts[:2]] == [str(now.parameters), "72"]
    assert "9·(" in story.sentences[0]
