"""Several small grids beside one another; on a phone below one another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from visualizer.figures.grids import grid_figure
from visualizer.figures.photo import first_channel
from visualizer.ui.charts import chart, is_dark
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
    for i, column in enumerate(beside(f"{key}_grids", len(shown), least=least, gap="small")):
        title, values = shown[i]
        colored = first_channel(values, photo) if photo else None
        figure = grid_figure(
            values, title, limit=limit, dark=is_dark(), marked=marks[i], height=height,
            colored=colored,
        )  # fmt: skip
        # The title says what the grid is; its numbers are in the table of the step or the code.
        with column:
            chart(figure, f"{key}_{i}", title)
