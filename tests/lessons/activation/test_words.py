"""The words and formulas of the activation lesson."""

from __future__ import annotations

import pytest

from visualizer.lessons.activation import softmax, words
from visualizer.lessons.activation.settings import ANIMALS, CLASSES, EXAMPLES, KINDS
from visualizer.words.text import LANGUAGES, known


def test_a_share_is_written_as_a_fraction() -> None:
    fraction = softmax.softmax_fraction(list(ANIMALS), 1.0, 0, ["#1", "#2", "#3"])
    assert r"\frac{\textcolor{#1}{14.00}}" in fraction
    assert r"\textcolor{#1}{0.7000}" in fraction


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_fraction_is_infinite(name: str) -> None:
    logits = list(EXAMPLES[name])
    for i in range(len(logits)):
        assert "inf" not in softmax.softmax_fraction(logits, 0.5, i, ["a", "b", "c"]).lower()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_has_its_words(lang: str) -> None:
    for kind in KINDS:
        assert known(f"act.say.{kind}")
    assert all(known(f"act.class.{name}") for name in CLASSES)
    assert "0.25" in words.sentence("sigmoid", 0.01, 0.0, lang)
