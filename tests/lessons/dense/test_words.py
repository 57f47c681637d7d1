"""Sentence, table and counts of the dense lesson end in the engine's numbers."""

from __future__ import annotations

import pytest

from tests.lessons.dense.cases import example_of
from visualizer.lessons.dense.words import (
    both_ways,
    count_formula,
    input_words,
    sentence,
    table,
)
from visualizer.notation import number
from visualizer.words.text import LANGUAGES


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


def test_both_ways_stand_beside_each_other() -> None:
    now = example_of()
    assert both_ways(now).tolist() == [*now.y, *now.y]
