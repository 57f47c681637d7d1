"""What the dropout lesson says of its numbers."""

from __future__ import annotations

import pytest

from tests.lessons.dropout.cases import example_of
from visualizer.lessons.dropout.words import hover_texts, story, table
from visualizer.words.text import LANGUAGES, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_and_everything_dropped_is_said(lang: str) -> None:
    nothing, everything = example_of(p=0.0), example_of(p=1.0)
    assert text("drop.say_p0", lang) in story(nothing, lang)
    assert text("drop.say_p1", lang) in story(everything, lang)
    assert hover_texts(everything, True, lang)


def test_the_table_multiplies_what_it_says() -> None:
    rows = table(example_of(p=0.5), "en").rows
    assert len(rows) == 10
    for _, _, before, mask, factor, after in rows:
        assert factor == ("2" if mask == "1" else "0")
        assert float(before) * float(factor) == pytest.approx(float(after), abs=0.011)
