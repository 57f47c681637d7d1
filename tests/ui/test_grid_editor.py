"""Numbers typed into a grid: only what is a number changes a cell."""

from __future__ import annotations

import numpy as np

from visualizer.ui.grid_editor import apply_edits


def test_a_typed_number_goes_to_its_cell_and_stays_within_what_a_lesson_takes() -> None:
    base = np.zeros((2, 3))
    edits = {"edited_rows": {"0": {"1": 2, "3": -5000.0}, 1: {"2": 0.25}}}
    assert apply_edits(base, edits).tolist() == [[2, 0, -999], [0, 0.25, 0]]
    assert not base.any(), "the table's starting numbers stay"


def test_what_is_no_number_changes_nothing() -> None:
    base = np.ones((2, 2))
    edits = {"edited_rows": {0: {"1": None, "2": float("nan")}, 1: {"1": "7"}}}
    np.testing.assert_array_equal(apply_edits(base, edits), base)
    np.testing.assert_array_equal(apply_edits(base, {}), base)
