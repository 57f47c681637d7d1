"""What a stage shows, apart from how it is drawn: grids, titles, and the moment of each step.

Convolution and pooling both make a scene; the stage, the player's data and the exported page are
made from scenes alone, so that a window slides in one way everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from visualizer.figures.colors import Bytes, Floats

Path = tuple[list[float | None], list[float | None]]


@dataclass(frozen=True)
class Moment:
    """One step: which window, which numbers, which output cell.

    rows, cols: grid indices under the window. channels: input channels read. shown: one
    (kH, kW) array of the numbers in the products panels for each of them, NaN where a cell does not
    count. sums: their sums. winner: grid row and column of the cell that a maximum takes.
    """

    filter: int
    row: int
    col: int
    rows: np.ndarray
    cols: np.ndarray
    channels: Sequence[int]
    shown: Floats
    sums: Floats
    winner: tuple[int, int] | None = None


@dataclass(frozen=True)
class Scene:
    """A sliding-window operation ready to be drawn.

    grid: (C, Hp, Wp), what the window slides on. kind: (Hp, Wp), see ``picture``. origin: grid row
    and column of the first real input cell. photo: (C, Hp, Wp, 3) where the input is a picture.
    weight: (F, C_in/groups, kH, kW) or None. output, activated: (F, H_out, W_out).
    titles: for each role the titles of its panels. words: "row", "column" for the hover text.
    data: what the player needs besides, packed by the caller.
    """

    operation: str
    grid: Floats
    kind: np.ndarray
    origin: tuple[int, int]
    weight: Floats | None
    kernel_size: tuple[int, int]
    stride: tuple[int, int]
    dilation: tuple[int, int]
    groups: int
    output: Floats
    activated: Floats | None
    unused_rows: np.ndarray
    unused_cols: np.ndarray
    titles: Mapping[str, Sequence[str]]
    words: Mapping[str, str]
    moment: Callable[[int], Moment]
    photo: Bytes | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        return int(self.output.size)

    @property
    def shown_channels(self) -> int:
        """Panels in the kernel and products blocks: channels one filter reads."""
        return self.weight.shape[1] if self.weight is not None else 1


def cell_path(corners: Iterable[tuple[float, float]]) -> Path:
    """Outline cells given by their top left corners (right, down); one path, gaps are None."""
    x: list[float | None] = []
    y: list[float | None] = []
    for right, down in corners:
        x += [right, right + 1, right + 1, right, right, None]
        y += [down, down, down + 1, down + 1, down, None]
    return (x[:-1], y[:-1]) if x else ([None], [None])


def box_path(top: float, left: float, bottom: float, right: float) -> Path:
    """Outline one rectangle given by its edges."""
    return [left, right, right, left, left], [top, top, bottom, bottom, top]


def join(paths: Iterable[Path]) -> Path:
    """Put paths after one another into one, with gaps between."""
    x: list[float | None] = []
    y: list[float | None] = []
    for path_x, path_y in paths:
        if path_x != [None]:
            x += [*path_x, None]
            y += [*path_y, None]
    return (x[:-1], y[:-1]) if x else ([None], [None])


def window_path(scene: Scene, moment: Moment, offset: tuple[float, float]) -> Path:
    """Outline the window on one input map: one box, or every tap when the kernel is dilated."""
    right, down = offset
    rows = [down + float(r) for r in moment.rows]
    cols = [right + float(c) for c in moment.cols]
    if scene.dilation == (1, 1) or (len(rows) == 1 and len(cols) == 1):
        return box_path(rows[0], cols[0], rows[-1] + 1, cols[-1] + 1)
    return cell_path((c, r) for r in rows for c in cols)


def cover_path(scene: Scene, filter_: int, moment: Moment, offset: tuple[float, float]) -> Path:
    """Cover the cells of one output map that are not computed yet, and outline every cell.

    The cover is one polygon, the outlines are lines without an area, so one filled path draws both.
    """
    height, width = scene.output.shape[1:]
    right, down = offset
    lines = [([right, right + width], [down + r, down + r]) for r in range(height + 1)]
    lines += [([right + c, right + c], [down, down + height]) for c in range(width + 1)]
    last = (moment.row, moment.col) == (height - 1, width - 1)
    if filter_ < moment.filter or (filter_ == moment.filter and last):
        return join(lines)  # type: ignore[arg-type]
    row, col = (moment.row, moment.col + 1) if filter_ == moment.filter else (0, 0)
    bottom, end = down + height, right + width
    x, y = right + col, down + row
    polygon: Path = (
        [x, end, end, right, right, x, x],
        [y, y, bottom, bottom, y + 1, y + 1, y],
    )
    if col == width:
        polygon = box_path(y + 1, right, bottom, end)
    elif row == height - 1:
        polygon = box_path(y, x, bottom, end)
    return join([polygon, *lines])  # type: ignore[list-item]
