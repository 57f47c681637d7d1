"""Numbers typed into a grid: only what is a number changes a cell, and all else is said."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.ui.grid_editor import Remark, apply_edits, remarks_said
from visualizer.words.text import LANGUAGES


def test_a_typed_number_goes_to_its_cell() -> None:
    base = np.zeros((2, 3))
    edits = {"edited_rows": {"0": {"1": "2", "3": "−5"}, 1: {"2": "0,25"}}}
    grid, remarks = apply_edits(base, edits)
    assert grid.tolist() == [[2, 0, -5], [0, 0.25, 0]]
    assert remarks == ()
    assert not base.any(), "the table's starting numbers stay"
    np.testing.assert_array_equal(apply_edits(base, {})[0], base)


def test_what_is_no_number_changes_nothing_and_is_told() -> None:
    base = np.full((2, 2), 4.0)
    edits = {"edited_rows": {0: {"1": None, "2": "abc"}, 1: {"1": "12345"}}}
    grid, remarks = apply_edits(base, edits)
    assert grid.tolist() == [[4, 4], [999, 4]]
    assert remarks == (
        Remark("empty", 1, 1, "", 4),
        Remark("no_number", 1, 2, "abc", 4),
        Remark("too_large", 2, 1, "12345", 999),
    )


def test_a_remark_says_where_what_and_what_is_allowed() -> None:
    said = remarks_said([Remark("no_number", 2, 3, "abc", -4)], "en")
    assert said.startswith("Row 2, column 3: abc is no number, so −4 stays.")
    assert "from −999 to 999" in said
    said = remarks_said([Remark("too_large", 2, 3, "12345", 999)], "ko")
    assert said.startswith("2행 3열: 12345는 범위를 벗어납니다. −999부터 999까지")
    assert "999를 넣었습니다" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_typed_is_shown_letter_by_letter(lang: str) -> None:
    said = remarks_said([Remark("no_number", 1, 1, "[a](https://example.org)", 0)], lang)
    assert "`[a](https://example.org)`" in said


def test_of_many_cells_three_are_explained() -> None:
    remarks = [Remark("no_number", row, 1, "x", 0) for row in range(1, 6)]
    lines = remarks_said(remarks, "en").split("\n\n")
    assert len(lines) == 4
    assert lines[-1] == "The same happened in 2 more cells."
