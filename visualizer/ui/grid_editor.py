"""Typing numbers into a grid: a table whose edits become the lesson's own settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from visualizer.settings.grids import LARGEST
from visualizer.words.text import text


def grid_editor(
    key: str,
    grid: np.ndarray,
    names: Sequence[str],
    on_edit: Callable[[np.ndarray], None],
    lang: str,
) -> None:
    """Draw an editor for ``grid`` (maps, rows, cols); ``on_edit`` gets the whole new grid.

    The table's starting numbers stay the same while a person types, or it would be built anew and
    lose the place after every cell.
    """
    state = st.session_state.setdefault(f"_{key}", {"version": 0, "base": None, "now": None})
    if state["now"] is None or not np.array_equal(state["now"], grid):
        state.update(version=state["version"] + 1, base=grid.copy(), now=grid.copy())
    which = 0
    if len(names) > 1:
        which = st.selectbox(
            text("edit.which", lang),
            range(len(names)),
            format_func=lambda i: names[i],
            key=f"{key}_which",
        )
    editor = f"{key}_{state['version']}_{which}"

    def edited() -> None:
        grid = state["now"].copy()
        grid[which] = apply_edits(state["base"][which], st.session_state[editor])
        state["now"] = grid
        on_edit(grid)

    rows, cols = grid.shape[1:]
    table = pd.DataFrame(
        state["base"][which],
        index=[str(r + 1) for r in range(rows)],
        columns=[str(c + 1) for c in range(cols)],
    )
    number = st.column_config.NumberColumn(
        min_value=-LARGEST, max_value=LARGEST, width=52, required=True, format="%g"
    )
    st.data_editor(
        table,
        key=editor,
        on_change=edited,
        column_config=dict.fromkeys(table.columns, number),
        width="content",
        height=min(420, 36 * (rows + 1) + 2),
    )
    st.caption(text("edit.hint", lang))


def apply_edits(base: np.ndarray, change: Any) -> np.ndarray:
    """Return ``base`` (rows, cols) with a data editor's edits; what is no number stays."""
    grid = base.copy()
    for row, cells in change.get("edited_rows", {}).items():
        for column, value in cells.items():
            place = int(row), int(column) - 1
            if isinstance(value, int | float) and np.isfinite(value):
                grid[place] = np.clip(value, -LARGEST, LARGEST)
    return grid
