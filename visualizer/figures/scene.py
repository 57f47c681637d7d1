"""What a stage shows, apart from how it is drawn: grids, titles, and the moment of each step.

Convolution and pooling both make a scene; the stage, the player's data and the exported page are
made from scenes alone, so that a window slides in one way everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from visualizer.figures.colors import Bytes, Floats

Path = tuple[list[float | None], list[float | None]]


@dataclass(frozen=True)
class Moment:
    """One step: which window, which numbers, which output cell.

    rows, cols: grid indices under the window. channels: input channels read. shown: one
    (kH, kW) array of the numbers in the products panels for each of them. sums: their sums.
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


def cell_path(rows: Sequence[float], cols: Sequence[float]) -> Path:
    """Outline each cell (rows[i], cols[i]); positions are cell centres, gaps are None."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, col in zip(rows, cols, strict=True):
        x += [col - 0.5, col + 0.5, col + 0.5, col - 0.5, col - 0.5, None]
        y += [row - 0.5, row - 0.5, row + 0.5, row + 0.5, row - 0.5, None]
    return (x[:-1], y[:-1]) if x else ([None], [None])


def box_path(top: float, left: float, bottom: float, right: float) -> Path:
    """Outline one rectangle given by the centres of its first and last cells."""
    return (
        [left - 0.5, right + 0.5, right + 0.5, left - 0.5, left - 0.5],
        [top - 0.5, top - 0.5, bottom + 0.5, bottom + 0.5, top - 0.5],
    )


def window_path(scene: Scene, moment: Moment) -> Path:
    """Outline the window on the input: one box, or every tap when the kernel is dilated."""
    top, left = scene.origin
    rows = [float(r) + 1 - top for r in moment.rows]
    cols = [float(c) + 1 - left for c in moment.cols]
    if scene.dilation == (1, 1) or (len(rows) == 1 and len(cols) == 1):
        return box_path(rows[0], cols[0], rows[-1], cols[-1])
    taps = [(r, c) for r in rows for c in cols]
    return cell_path([r for r, _ in taps], [c for _, c in taps])


def cover_path(scene: Scene, filter_: int, moment: Moment) -> Path:
    """Cover the cells of one output map that are not computed yet, as one polygon."""
    height, width = scene.output.shape[1:]
    if filter_ < moment.filter:
        return [None], [None]
    if filter_ > moment.filter:
        return box_path(1, 1, height, width)
    row, col = moment.row + 1, moment.col + 1
    bottom, right = height + 0.5, width + 0.5
    if col == width:
        return ([None], [None]) if row == height else box_path(row + 1, 1, height, width)
    if row == height:
        return box_path(row, col + 1, height, width)
    return (
        [col + 0.5, right, right, 0.5, 0.5, col + 0.5, col + 0.5],
        [row - 0.5, row - 0.5, bottom, bottom, row + 0.5, row + 0.5, row - 0.5],
    )
