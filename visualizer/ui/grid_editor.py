"""Typing numbers into a grid: a table whose edits become the lesson's own settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from visualizer.notation import number
from visualizer.settings.grids import LARGEST
from visualizer.settings.typed import cell_text, judge
from visualizer.words.quoting import quoted
from visualizer.words.text import text

_ROW_HEIGHT = 35  # pixels, as Streamlit draws a row and the heading
_MOST_SAID = 3  # cells that are explained one by one


@dataclass(frozen=True)
class Remark:
    """A cell that is not what was typed into it: ``row`` and ``column`` count from 1.

    ``code`` is one of ``visualizer.settings.typed``; ``used`` the number it holds now.
    """

    code: str
    row: int
    column: int
    typed: str
    used: float


def grid_editor(
    key: str,
    grid: np.ndarray,
    names: Sequence[str],
    on_edit: Callable[[np.ndarray], None],
    lang: str,
) -> None:
    """Draw an editor for ``grid`` (maps, rows, cols); ``on_edit`` gets the whole new grid.

    The table's starting numbers stay the same while a person types, or it would be built anew and
    lose the place after every cell. It is built anew where a cell must show another number than
    the one typed into it. Cells are text: a table of numbers would make 0 of letters, unheard.
    """
    new = {"version": 0, "base": None, "now": None, "remarks": (), "of": 0}
    state = st.session_state.setdefault(f"_{key}", new)
    if state["now"] is None or not np.array_equal(state["now"], grid):
        state.update(version=state["version"] + 1, base=grid.copy(), now=grid.copy(), remarks=())
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
        grid[which], remarks = apply_edits(state["base"][which], st.session_state[editor])
        state.update(now=grid, remarks=remarks, of=which)
        if remarks:
            state.update(version=state["version"] + 1, base=grid.copy())
        on_edit(grid)

    import pandas as pd  # half a second that only who types should wait for

    rows, cols = grid.shape[1:]
    table = pd.DataFrame(
        [[cell_text(value) for value in row] for row in state["base"][which]],
        index=[str(r + 1) for r in range(rows)],
        columns=[str(c + 1) for c in range(cols)],
    )
    cell = st.column_config.TextColumn(width=52, alignment="right")
    st.data_editor(
        table,
        key=editor,
        on_change=edited,
        column_config=dict.fromkeys(table.columns, cell),
        width="content",
        height=min(420, _ROW_HEIGHT * (rows + 1) + 2),
    )
    if state["remarks"] and state["of"] == which:
        st.warning(remarks_said(state["remarks"], lang), icon=":material/edit_off:")
    st.caption(text("edit.hint", lang))


def apply_edits(base: np.ndarray, change: Any) -> tuple[np.ndarray, tuple[Remark, ...]]:
    """Return ``base`` (rows, cols) with a data editor's edits, and what became otherwise."""
    grid = base.copy()
    remarks = []
    for row, cells in change.get("edited_rows", {}).items():
        for column, typed in cells.items():
            place = int(row), int(column) - 1
            judged = judge(typed, float(base[place]))
            grid[place] = judged.used
            if judged.code:
                shown = "" if typed is None else str(typed)
                remark = Remark(judged.code, place[0] + 1, place[1] + 1, shown, judged.used)
                remarks.append(remark)
    return grid, tuple(remarks)


def remarks_said(remarks: Sequence[Remark], lang: str) -> str:
    """Say of each cell what became of it and what is allowed; of many, how many more there are."""
    said = [
        text(
            f"edit.{remark.code}",
            lang,
            row=remark.row,
            column=remark.column,
            typed=quoted(remark.typed),
            used=cell_text(remark.used),
            low=number(-LARGEST),
            high=number(LARGEST),
        )
        for remark in remarks[:_MOST_SAID]
    ]
    if len(remarks) > _MOST_SAID:
        said.append(text("edit.more", lang, count=len(remarks) - _MOST_SAID))
    return "\n\n".join(said)
