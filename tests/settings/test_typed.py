"""What is typed into a cell: numbers as people write them; nothing else passes in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.settings.typed import Judged, cell_text, judge


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("7", 7), ("-7", -7), ("−7", -7), ("–7", -7), ("+7", 7), (" 7 ", 7), ("1.5", 1.5),
        ("1,5", 1.5), ("−0,25", -0.25), (".5", 0.5), (",5", 0.5), ("5.", 5), ("１２", 12),
        ("－3", -3), (3, 3), (2.5, 2.5), ("999", 999), ("-999", -999), ("-0", 0),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(typed: object, used: float) -> None:
    assert judge(typed, 4) == Judged(used)


@pytest.mark.parametrize(
    "typed", ["abc", "1e5", "nan", "inf", "1.2.3", "1 2", "--1", "-", ".", "٣", "½", "[a](b)", True]
)
def test_what_is_no_number_keeps_the_old_one(typed: object) -> None:
    assert judge(typed, 4) == Judged(4, "no_number")


@pytest.mark.parametrize("typed", [None, "", "   "])
def test_an_emptied_cell_keeps_its_number(typed: object) -> None:
    assert judge(typed, 4) == Judged(4, "empty")


def test_too_large_and_too_fine_numbers_are_brought_to_what_a_grid_takes() -> None:
    assert judge("12345", 4) == Judged(999, "too_large")
    assert judge("−999,5", 4) == Judged(-999, "too_large")
    assert judge("0.12345678", 4) == Judged(0.123457, "too_fine")


@given(st.integers(-999_000_000, 999_000_000))
def test_a_cell_says_its_number_in_full(millionths: int) -> None:
    value = millionths / 1_000_000
    assert judge(cell_text(value), 4) == Judged(value)
