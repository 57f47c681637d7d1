"""Several small grids beside one another; on a phone below one another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from visualizer.figures.grids import grid_figure
from visualizer.ui.charts import chart, is_dark


def grids(
    key: str,
    shown: Sequence[tuple[str, np.ndarray]],
    limit: float,
    marked: Sequence[np.ndarray | None] = (),
    height: int = 230,
) -> None:
    """Draw each (title, (rows, cols) numbers) as a figure, all on one scale of colours."""
    marks = list(marked) or [None] * len(shown)
    for i, column in enumerate(st.columns(len(shown))):
        title, values = shown[i]
        figure = grid_figure(
            values, title, limit=limit, dark=is_dark(), marked=marks[i], height=height
        )
        # The title says what the grid is; its numbers are in the table of the step or the code.
        with column:
            chart(figure, f"{key}_{i}", title)
