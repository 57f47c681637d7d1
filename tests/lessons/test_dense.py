"""The dense lesson's numbers: flattening, both ways of computing, counts, words, code, address."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.cases import values_of
from visualizer import engine
from visualizer.lessons.convolution.settings import LESSON as CONVOLUTION
from visualizer.lessons.dense.example import (
    DenseExample,
    build,
    capped,
    convolution_map,
    convolution_parameters,
    parameters_of,
)
from visualizer.lessons.dense.settings import LESSON
from visualizer.lessons.dense.words import (
    both_ways,
    count_formula,
    input_words,
    numpy_code,
    sentence,
    table,
    torch_code,
)
from visualizer.notation import number
from visualizer.settings.grids import encode
from visualizer.settings.parameters import ChoiceParameter, Values
from visualizer.words.text import LANGUAGES, known

ANY = st.fixed_dictionaries({}, optional={p.name: values_of(p) for p in LESSON.parameters}).map(
    lambda values: LESSON.settle(values)[0]
)


def example(**changes: object) -> DenseExample:
    return build(LESSON.settle({**LESSON.defaults(), **changes})[0])  # type: ignore[dict-item]


@given(ANY)
@settings(max_examples=40)
def test_settings_come_back_and_both_ways_agree(values: Values) -> None:
    assert LESSON.parse(LESSON.format(values)) == (values, [])
    now = build(values)
    assert 0 <= now.chosen < len(now.y)
    assert now.x.size <= 18
    np.testing.assert_allclose(now.trace.output.ravel(), now.y, atol=1e-9)
    np.testing.assert_allclose(
        engine.conv2d(now.map, now.kernels, now.bias).ravel(), now.y, atol=1e-9
    )


def test_inputs_stand_channel_by_channel_row_by_row() -> None:
    now = example(dense_map="random", dense_channels=2, dense_size=3)
    for i, value in enumerate(now.x):
        channel, row, col = now.place(i)
        assert i == 9 * channel + 3 * row + col
        assert now.map[channel, row, col] == value
    assert "channel 2, row 1, column 2 → x11" in input_words(now, "en")[10]


def test_the_map_is_what_the_convolution_lesson_makes() -> None:
    np.testing.assert_array_equal(example().map, convolution_map(CONVOLUTION.defaults()))
    values, _ = CONVOLUTION.parse({"conv_size": "12", "conv_filters": "4", "conv_input": "circle"})
    grid = convolution_map(values)
    assert grid.shape == (2, 3, 3)
    np.testing.assert_allclose(example(dense_data=encode(grid)).map, grid)


def test_any_map_is_capped_to_what_an_address_holds() -> None:
    assert capped(np.full((4, 30, 1), 5000.0)).shape == (2, 3, 1)
    assert capped(np.full((1, 30, 30), -5000.0)).min() == -999
    assert capped(np.full((1, 9, 2), 1 / 3)).tolist()[0][0] == [0.33, 0.33]


def test_the_chosen_output_is_one_of_those_there_are() -> None:
    values, notices = LESSON.parse({"dense_outputs": "2", "dense_output": "4"})
    assert values["dense_output"] == 1
    assert [notice.parameter for notice in notices] == ["dense_output"]


def test_the_first_dense_layer_of_alexnet() -> None:
    assert parameters_of(6) == 9216 * 4096 + 4096 == 37_752_832
    assert "9216" in count_formula(6)
    assert "37{,}752{,}832" in count_formula(6)
    assert convolution_parameters() == 590_080
    assert example().parameters == 9 * 3 + 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_and_table_end_in_the_output(lang: str) -> None:
    now = example(dense_map="random")
    for output, y in enumerate(now.y):
        assert number(float(y)) in sentence(now, output, lang)
        rows = table(now, output, lang)
        assert rows.rows[-1][-1] == number(float(y))
        assert len(rows.rows) == now.x.size + 2
        assert len(set(rows.columns)) == len(rows.columns)


@pytest.mark.parametrize("changes", [{}, {"dense_map": "random", "dense_channels": 3}])
def test_both_codes_compute_the_outputs(changes: dict[str, object]) -> None:
    now = example(**changes)
    for code in (torch_code(now), numpy_code(now)):
        names: dict[str, object] = {}
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(code, names)
        y = names["y"]
        found = y.detach().numpy() if hasattr(y, "detach") else y
        np.testing.assert_allclose(found, now.y)  # type: ignore[arg-type]
        assert printed.getvalue().strip().endswith("True")
    assert both_ways(now).tolist() == [*now.y, *now.y]


def test_every_control_and_choice_has_its_words() -> None:
    for parameter in LESSON.parameters:
        assert known(f"param.{parameter.name}")
        if isinstance(parameter, ChoiceParameter):
            assert all(known(f"choice.{parameter.name}.{c}") for c in parameter.choices)
