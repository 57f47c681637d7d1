"""The pooling lesson: its settings, the lecture's numbers, words, story and code."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.cases import values_of
from visualizer import engine
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.lessons.pooling.settings import EXAMPLES, LESSON, output_size, steps
from visualizer.lessons.pooling.shape import numpy_code, shape_story, shift, torch_code
from visualizer.lessons.pooling.words import sentence, table, written_step
from visualizer.settings.parameters import ChoiceParameter, Values
from visualizer.ui.proof import pooling_by_torch
from visualizer.words.text import LANGUAGES, known

WISHES = st.fixed_dictionaries({}, optional={p.name: values_of(p) for p in LESSON.parameters})


def example(**values: object) -> PoolExample:
    return build(LESSON.settle({**LESSON.defaults(), **values})[0])  # type: ignore[dict-item]


def output_of(script: str) -> np.ndarray:
    space: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(script, space)
    return np.asarray(space["y"])


def test_the_lecture_s_numbers_are_the_default() -> None:
    first = example()
    assert first.trace.output[0].tolist() == [[5, 8], [7, 6]]
    assert written_step(first.trace, 0) == "max(1, 2, 4, 5) = 5"
    mean = example(pool_kind="avg")
    assert written_step(mean.trace, 0) == "(1 + 2 + 4 + 5) / 4 = 3"
    assert example(pool_kind="global").trace.output.shape == (1, 1, 1)


def test_alexnet_s_windows_overlap() -> None:
    made = example(**EXAMPLES["alexnet"])
    assert made.trace.output.shape == (1, 6, 6)
    story = shape_story(made, 10, "en")
    assert any("overlap by 1" in one for one in story.sentences)
    assert example(**EXAMPLES["ceil"]).trace.output.shape == (1, 3, 3)


@settings(deadline=None, max_examples=60)
@given(WISHES)
def test_settled_settings_are_possible_and_come_back_from_the_address(wishes: Values) -> None:
    values, _ = LESSON.settle(wishes)
    assert LESSON.settle(values) == (values, [])
    again, notices = LESSON.parse(LESSON.format(values))
    if values["pool_input"] != "upload":
        assert again == values
        assert notices == []
    made = build(values)
    assert made.trace.output.shape[1] == output_size(values)
    assert made.trace.steps == steps(values) > int(values["pool_step"])


@settings(deadline=None, max_examples=25)
@given(WISHES)
def test_torch_and_the_loops_make_the_same(wishes: Values) -> None:
    made = build(LESSON.settle({**wishes, "pool_size": 7, "pool_input": "random"})[0])
    assert np.allclose(pooling_by_torch(made), made.trace.output)
    assert np.allclose(output_of(numpy_code(made)), made.trace.output)
    assert np.allclose(output_of(torch_code(made)), made.trace.output)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ties_and_what_does_not_count_are_said(lang: str) -> None:
    flat = example(pool_input="custom", pool_data="2_2_2~2_2_2~2_2_2", pool_size=3, pool_padding=1)
    told = sentence(flat.trace, 3, lang)
    assert ("torch takes" if lang == "en" else "torch는") in told
    rows = table(flat.trace, 0, lang).rows
    assert [row[2] for row in rows] == ["−∞", "−∞", "−∞", "2", "2"]


def test_what_is_saved_is_counted() -> None:
    facts = shape_story(example(), 10, "en").facts
    assert [fact.value for fact in facts] == ["0", "16 → 4", "170 → 50"]
    assert "120 saved, 71 %" in facts[2].how


def test_the_shift_keeps_what_it_says() -> None:
    made = example(pool_input="digit", pool_size=12)
    found = shift(made)
    assert np.array_equal(found.moved[:, 1:], made.input[0, :, :-1])
    assert np.array_equal(found.pooled, engine.max_pool2d(found.moved[None], 2)[0])
    assert found.kept.shape == found.pooled.shape


def test_everything_has_its_words() -> None:
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")
        if isinstance(parameter, ChoiceParameter) and parameter.name != "pool_photo":
            assert all(known(f"choice.{parameter.name}.{c}") for c in parameter.choices)
    assert all(known(f"pool.example_{name}") for name in EXAMPLES)
