"""The content of a stage, independent of how it is drawn: grids, titles, and each step's numbers.

Convolution and pooling each make a scene. The stage and the player's data are made from scenes
alone, so that all lessons show a sliding window in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from visualizer.engine.sliding import SlidingTrace
from visualizer.figures.colors import Bytes, Floats

Polyline = tuple[list[float | None], list[float | None]]
"""The x and y of a line's points, as Plotly takes them; None makes a gap."""
Cells = Mapping[str, Sequence[tuple[int, int, int]]]
"""Cells of panels, each (panel, row, column), by role."""


@dataclass(frozen=True)
class Moment:
    """One step: which window, which numbers, which output cell.

    filter, row, col: the output cell. rows: (kH,), cols: (kW,): the grid's rows and columns under
    the window. channels: the input channels that are read. shown: (channels, kH, kW), the numbers
    in the products panels, NaN for a cell that does not count. sums: (channels,), their sums.
    winner: grid row and column of the cell that a maximum takes, else None.
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

    operation: its name for the player. grid: (C, Hp, Wp), what the window slides on. kind: (Hp,
    Wp), the engine's cell kinds. origin: grid row and column of the first real input cell.
    weight: (F, C_in/groups, kH, kW), or None without weights. output, activated: (F, H_out, W_out).
    unused_rows, unused_cols: grid rows and columns that no window reads.
    titles: for each role the titles of its panels. moment: returns the numbers of a step.
    bias: (F,), one for each filter, or None where nothing is added.
    photo: the input's colours (C, Hp, Wp, 3) if it is a picture.
    apart: whether the output has cells of a size of its own, as it is much smaller than the input.
    lit: cells outlined in a still picture, (panel, row, column) by role. unknown: by role, cells
    that say "?" instead of a number.
    data: what the player needs besides, as JSON values.
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
    moment: Callable[[int], Moment]
    photo: Bytes | None = None
    bias: Floats | None = None
    apart: bool = False
    lit: Cells = field(default_factory=dict)
    unknown: Cells = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def steps(self) -> int:
        """The number of steps: one for each output cell."""
        return int(self.output.size)

    def has_scale(self, role: str) -> bool:
        """Tell whether a role's colours stand for numbers: products have none, photos their own.

        Neither has an output that is hidden.
        """
        maps = {"output": self.output, "activated": self.activated}.get(role)
        is_hidden = maps is not None and bool(np.isnan(maps).all())
        return role != "products" and not self.is_photo(role) and not is_hidden

    def is_photo(self, role: str) -> bool:
        """Tell whether a role's grids are a photo: the input, and what pooling makes of it."""
        return self.photo is not None and (role == "input" or self.weight is None)

    @property
    def shown_channels(self) -> int:
        """How many panels kernel and products have: the channels that one filter reads."""
        return self.weight.shape[1] if self.weight is not None else 1


def sources(trace: SlidingTrace) -> dict[str, list[int]]:
    """Return which row and column of the input each one of the grid shows, −1 for none."""
    return {"rows": trace.source_rows.tolist(), "cols": trace.source_cols.tolist()}


def cell_path(corners: Iterable[tuple[float, float]]) -> Polyline:
    """Return the outlines of cells, given by their top left corners, as one line with gaps."""
    x: list[float | None] = []
    y: list[float | None] = []
    for right, down in corners:
        x += [right, right + 1, right + 1, right, right, None]
        y += [down, down, down + 1, down + 1, down, None]
    return (x[:-1], y[:-1]) if x else ([None], [None])


def box_path(top: float, left: float, bottom: float, right: float) -> Polyline:
    """Return the outline of a rectangle."""
    return [left, right, right, left, left], [top, top, bottom, bottom, top]


def join(paths: Iterable[Polyline]) -> Polyline:
    """Join lines into one, with gaps between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    for path_x, path_y in paths:
        if path_x != [None]:
            x += [*path_x, None]
            y += [*path_y, None]
    return (x[:-1], y[:-1]) if x else ([None], [None])


def window_path(scene: Scene, moment: Moment, offset: tuple[float, float]) -> Polyline:
    """Return the window's outline on one input map: a rectangle, or its cells if it is dilated.

    offset: the map's top left corner.
    """
    right, down = offset
    rows = [down + float(r) for r in moment.rows]
    cols = [right + float(c) for c in moment.cols]
    if scene.dilation == (1, 1) or (len(rows) == 1 and len(cols) == 1):
        return box_path(rows[0], cols[0], rows[-1] + 1, cols[-1] + 1)
    return cell_path((c, r) for r in rows for c in cols)


def cover_path(scene: Scene, filter_: int, moment: Moment, offset: tuple[float, float]) -> Polyline:
    """Return a line that covers an output map's cells not computed yet, and outlines all cells.

    Filled with the background's colour it hides those cells: they form a polygon, while the
    outlines have no area. filter_: the map's number; offset: its top left corner.
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
    polygon: Polyline = (
        [x, end, end, right, right, x, x],
        [y, y, bottom, bottom, y + 1, y + 1, y],
    )
    if col == width:
        polygon = box_path(y + 1, right, bottom, end)
    elif row == height - 1:
        polygon = box_path(y, x, bottom, end)
    return join([polygon, *lines])  # type: ignore[list-item]
