"""Sentence, table and counts of the dense lesson end in the engine's numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.lessons.dense.cases import example_of
from visualizer.lessons.dense.example import DenseExample
from visualizer.lessons.dense.words import (
    classes,
    count_formula,
    input_words,
    lead,
    output_words,
    proven,
    sentence,
    table,
)
from visualizer.notation import grouped, number
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_and_table_end_in_the_output(lang: str) -> None:
    now = example_of(map="random")
    for output, y in enumerate(now.y):
        assert number(float(y)) in sentence(now, output, lang)
        rows = table(now, output, lang)
        assert rows.rows[-1][-1] == number(float(y))
        assert len(rows.rows) == now.x.size + 3
        assert len(set(rows.columns)) == len(rows.columns)


def test_an_input_is_named_by_its_place() -> None:
    now = example_of(map="random", channels=2, size=3)
    assert "channel 2, row 1, column 2 → x11" in input_words(now, "en")[10]


def test_the_first_dense_layer_of_alexnet_is_written_out() -> None:
    assert "9{,}216" in count_formula(6)
    assert "37{,}752{,}832" in count_formula(6)


def test_both_ways_and_the_probabilities_stand_beside_each_other() -> None:
    now = example_of()
    assert proven(now).tolist() == [*now.y, *now.y, *now.probabilities]


def test_outputs_are_the_lectures_classes_then_numbers() -> None:
    now = example_of(outputs=5)
    names = [name.split(" <b>")[0] for name, _ in classes(now, "en")]
    assert names == ["Dog", "Cat", "Pig", "class 4", "class 5"]
    assert sum(share for _, share in classes(now, "en")) == pytest.approx(1)
    for j, said in enumerate(output_words(now, "en")):
        assert f"= {number(float(now.y[j]))}: the score of “{names[j]}”" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lead_of_the_first_class_over_the_second_is_told(lang: str) -> None:
    # 38 and 23: e to their difference is what their probabilities differ by.
    now = example_of()
    said = lead(now, lang)
    assert "$e^{15}$" in said
    assert grouped(number(round(math.exp(15))), lang) in said
    ratio = now.probabilities[0] / now.probabilities[2]
    assert ratio == pytest.approx(math.exp(15))
    assert lead(example_of(outputs=1), lang) == text("dense.lead_alone", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("scores", "key"), [((2.0, 2.0), "none"), ((50.0, 1.0), "large"), ((1.5, 1.0), "by")]
)
def test_any_lead_has_its_sentence(scores: tuple[float, float], key: str, lang: str) -> None:
    now = DenseExample(np.zeros((1, 1, 1)), np.zeros((2, 1)), np.array(scores))
    first, second = ("Dog", "Cat") if lang == "en" else ("개", "고양이")
    said = lead(now, lang)
    assert first in said
    assert second in said
    assert ("≈ 1.65" in said) == (key == "by")
    assert ("$e^{49}$" in said) == (key == "large")
