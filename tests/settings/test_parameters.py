"""Strict and total: a string gives a valid value or a ParameterError."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.cases import values_of
from visualizer.settings.grids import GridParameter
from visualizer.settings.parameters import (
    ChoiceParameter,
    FlagParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    ParameterError,
)

PARAMETERS: tuple[Parameter, ...] = (
    IntParameter(5, 3, 32),
    FloatParameter(1.0, -99.0, 99.0),
    ChoiceParameter("x", ("x", "y")),
    FlagParameter(True),
    GridParameter(),
)


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda p: type(p).__name__)
@given(st.data())
def test_format_and_parse_are_inverse(parameter: Parameter, data: st.DataObject) -> None:
    value = data.draw(values_of(parameter))
    assert parameter.accepts(value)
    assert parameter.parse(parameter.format(value)) == value


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda p: type(p).__name__)
@given(st.text(max_size=12))
def test_any_string_gives_a_valid_value_or_the_error(parameter: Parameter, written: str) -> None:
    try:
        value = parameter.parse(written)
    except ParameterError:
        return
    assert parameter.accepts(value)


@pytest.mark.parametrize(
    ("parameter", "written", "code"),
    [
        (PARAMETERS[0], "2", "out_of_range"),
        (PARAMETERS[0], "33", "out_of_range"),
        (PARAMETERS[0], "٥", "bad_value"),
        (PARAMETERS[0], "5.0", "bad_value"),
        (PARAMETERS[0], "1_0", "bad_value"),
        (PARAMETERS[0], " 5", "bad_value"),
        (PARAMETERS[1], "nan", "bad_value"),
        (PARAMETERS[1], "1e1", "bad_value"),
        (PARAMETERS[1], "99.01", "out_of_range"),
        (PARAMETERS[2], "X", "bad_value"),
        (PARAMETERS[3], "2", "bad_value"),
        (PARAMETERS[4], "1_x", "bad_grid"),
    ],
)
def test_refusals(parameter: Parameter, written: str, code: str) -> None:
    with pytest.raises(ParameterError) as caught:
        parameter.parse(written)
    assert caught.value.code == code


def test_flags_read_words_and_floats_drop_zeros() -> None:
    assert PARAMETERS[3].parse("True") is True
    assert PARAMETERS[3].parse("off") is False
    assert PARAMETERS[1].format(1.5) == "1.5"
    assert PARAMETERS[1].format(-2.0) == "-2"
    assert str(PARAMETERS[1].parse("-0.001")) == "0.0"


def test_booleans_are_no_numbers() -> None:
    assert not IntParameter(1, 0, 9).accepts(True)
    assert not FloatParameter(1, 0, 9).accepts(True)
