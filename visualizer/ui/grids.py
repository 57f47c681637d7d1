"""Several small grids beside one another; on a phone below one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import streamlit as st

from visualizer.figures.grids import grid_figure
from visualizer.figures.packing import Written, written
from visualizer.figures.photo import first_channel
from visualizer.memory import remembered
from visualizer.notation import grouped
from visualizer.ui import language, scripts
from visualizer.ui.charts import is_dark, ready_chart
from visualizer.ui.details import beside


def grids(
    key: str,
    shown: Sequence[tuple[str, np.ndarray]],
    limit: float,
    marked: Sequence[np.ndarray | None] = (),
    height: int = 230,
    photo: int = 0,
    least: int = 190,
) -> None:
    """Draw each (title, (rows, cols) numbers) as a figure, all on one scale of colours.

    photo: of how many channels the numbers are the first, where they are a photo's pixels and
    shown as such; 0 where they are not. least: pixels that a grid needs in a row.
    """
    marks = list(marked) or [None] * len(shown)
    charts = []
    columns = beside(f"{key}_grids", len(shown), least=least, gap="small")
    for i, column in enumerate(columns):
        title, values = shown[i]
        marked_here = marks[i]
        mark = None if marked_here is None else _Cells.of(marked_here)
        figure = _drawn(_Cells.of(values), title, limit, is_dark(), mark, height, photo)
        # The title says what the grid is; its numbers are in the table of the step or the code.
        made = grouped(figure.json, language.current())
        charts.append({"key": f"{key}_{i}", "id": figure.identity, "figure": made})
        with column, st.container(gap=None):
            ready_chart(figure, f"{key}_{i}", title, "kept")
            if i + 1 == len(shown):
                _keeper()(key=f"{key}_kept", height=1, data=scripts.sent({"charts": charts}))


class _Cells(NamedTuple):
    """An array that can be asked for in a memory."""

    data: bytes
    shape: tuple[int, ...]
    type: str

    @classmethod
    def of(cls, array: np.ndarray) -> _Cells:
        return cls(array.tobytes(), array.shape, array.dtype.str)

    def array(self) -> np.ndarray:
        return np.frombuffer(self.data, self.type).reshape(self.shape)


@lru_cache(maxsize=1)
def _keeper() -> Callable[..., Any]:
    """Return the component that puts other numbers into the charts that are there."""
    return st.components.v2.component(
        "convscope_kept", html="<span></span>", js=scripts.script("kept/kept.js")
    )


@remembered(256)
def _drawn(
    cells: _Cells,
    title: str,
    limit: float,
    dark: bool,
    marked: _Cells | None,
    height: int,
    photo: int,
) -> Written:
    values = cells.array()
    figure = grid_figure(
        values, title, limit=limit, dark=dark, marked=marked.array() if marked else None,
        height=height, colored=first_channel(values, photo) if photo else None,
    )  # fmt: skip
    return written(figure)
