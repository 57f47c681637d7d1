"""The trace of a pooling layer: every window, with its greatest value, or its sum and divisor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array
from visualizer.engine.padding import OVERHANG, REAL
from visualizer.engine.sliding import Indices, SlidingTrace


@dataclass(frozen=True, eq=False)
class PoolStep:
    """Everything about one step of a pooling layer; each field is the `PoolTrace` method's answer.

    channel, row, col: the output cell; window: (1, kH, kW); valid: (kH, kW).
    """

    step: int
    channel: int
    row: int
    col: int
    rows: Indices
    cols: Indices
    window: Array
    valid: NDArray[np.bool_]
    winner: tuple[int, int] | None
    tied: bool
    total: float
    divisor: int
    result: float


@dataclass(frozen=True, eq=False)
class PoolTrace(SlidingTrace):
    """A run of max_pool2d, avg_pool2d or global_avg_pool2d; every channel is pooled by itself.

    It has the fields of SlidingTrace, and besides:
    kind: "max" or "avg"; winners: (C, H_out, W_out), the place of the greatest value in the
    flattened window (all 0 for averages); divisors: (H_out, W_out), by what each sum is divided
    (all 1 for max); ceil_mode and count_include_pad, as they were given.
    In the grid, padding holds −∞ for max and 0 for averages. Cells beyond the padding, under a
    window that hangs over the edge, are of the kind OVERHANG.
    """

    kind: str
    winners: Indices
    divisors: Indices
    ceil_mode: bool
    count_include_pad: bool

    def channels(self, channel: int) -> range:
        """Return the input channels that an output channel reads: only the one of that number."""
        return self.reading_channels(channel)

    def reading_channels(self, channel: int) -> range:
        """Return the output channels that read an input channel: only the one of that number."""
        return range(channel, channel + 1)

    def window(self, step: int) -> Array:
        """Return the grid values (1, kH, kW) under the window, in the step's channel: a view."""
        channel, row, col = self.cell(step)
        return self.windows[channel : channel + 1, row, col]

    def valid(self, step: int) -> NDArray[np.bool_]:
        """Return which cells (kH, kW) of the window count.

        For max these are input cells alone. For averages padding cells count as well if
        count_include_pad is True; cells beyond the padding never do.
        """
        kinds = self.cell_kind[np.ix_(self.rows(step), self.cols(step))]
        if self.kind == "avg" and self.count_include_pad:
            return np.asarray(kinds != OVERHANG)
        return np.asarray(kinds == REAL)

    def winner(self, step: int) -> tuple[int, int] | None:
        """Return the grid row and column of the greatest cell; None for averages.

        As in torch, this is the first of equal cells, row by row, and the last of several NaN. In a
        dilated window that touches no input cell it is the first place that lies neither above nor
        left of the input.
        """
        if self.kind != "max":
            return None
        place = int(self.winners[self.cell(step)])
        row, col = divmod(place, self.kernel_size[1])
        return int(self.rows(step)[row]), int(self.cols(step)[col])

    def tied(self, step: int) -> bool:
        """Tell whether several cells hold the greatest value; `winner` is then one of them."""
        if self.kind != "max":
            return False
        values = self.window(step)[0][self.valid(step)]
        result = self.result(step)
        equal = np.isnan(values) if np.isnan(result) else values == result
        return int(equal.sum()) > 1

    def total(self, step: int) -> float:
        """Return the sum of the cells that count, before the division."""
        with np.errstate(all="ignore"):
            return float(self.window(step)[0][self.valid(step)].sum())

    def divisor(self, step: int) -> int:
        """Return the number by which the sum is divided: how many cells count; 1 for max."""
        _, row, col = self.cell(step)
        return int(self.divisors[row, col])

    def step(self, step: int) -> PoolStep:
        """Return everything about one step together."""
        channel, row, col = self.cell(step)
        return PoolStep(
            step=int(step),
            channel=channel,
            row=row,
            col=col,
            rows=self.rows(step),
            cols=self.cols(step),
            window=self.window(step),
            valid=self.valid(step),
            winner=self.winner(step),
            tied=self.tied(step),
            total=self.total(step),
            divisor=self.divisor(step),
            result=self.result(step),
        )
