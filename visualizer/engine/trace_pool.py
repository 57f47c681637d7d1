"""The trace of a pooling layer: every window, its winner or its sum and division."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array
from visualizer.engine.padding import OVERHANG, REAL
from visualizer.engine.sliding import Indices, SlidingTrace


@dataclass(frozen=True, eq=False)
class PoolStep:
    """Everything about one step of a pooling layer."""

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

    Beside the fields of SlidingTrace: kind: "max" or "avg"; winners: (C, H_out, W_out), the place
    in the flattened window that wins (all 0 for averages); divisors: (H_out, W_out), what sums are
    divided by (all 1 for max); ceil_mode; count_include_pad. In the grid, padding is −∞ for max and
    0 for averages; what lies beyond the padding, under a window that hangs over, is OVERHANG.
    """

    kind: str
    winners: Indices
    divisors: Indices
    ceil_mode: bool
    count_include_pad: bool

    def channels(self, channel: int) -> range:
        """The input channels that an output channel reads: its own alone."""
        return self.reading_channels(channel)

    def reading_channels(self, channel: int) -> range:
        """The output channels that read an input channel: its own alone."""
        return range(channel, channel + 1)

    def window(self, step: int) -> Array:
        """Grid values (1, kH, kW) under the window, in the step's own channel: a view."""
        channel, row, col = self.cell(step)
        return self.windows[channel : channel + 1, row, col]

    def valid(self, step: int) -> NDArray[np.bool_]:
        """The cells (kH, kW) that count.

        For max the input's own; for averages also the padding if count_include_pad, but never what
        lies beyond the padding.
        """
        kinds = self.cell_kind[np.ix_(self.rows(step), self.cols(step))]
        if self.kind == "avg" and self.count_include_pad:
            return np.asarray(kinds != OVERHANG)
        return np.asarray(kinds == REAL)

    def winner(self, step: int) -> tuple[int, int] | None:
        """Grid row and column of the greatest cell; None for averages.

        torch's choice: of equal cells the first one, row by row; of NaNs the last one. In a dilated
        window that touches no input cell at all, the first place not above or left of the input.
        """
        if self.kind != "max":
            return None
        place = int(self.winners[self.cell(step)])
        row, col = divmod(place, self.kernel_size[1])
        return int(self.rows(step)[row]), int(self.cols(step)[col])

    def tied(self, step: int) -> bool:
        """Whether several cells equal the greatest, so that `winner` is a convention."""
        if self.kind != "max":
            return False
        values = self.window(step)[0][self.valid(step)]
        result = self.result(step)
        equal = np.isnan(values) if np.isnan(result) else values == result
        return int(equal.sum()) > 1

    def total(self, step: int) -> float:
        """The sum of the cells that count, before the division."""
        with np.errstate(all="ignore"):
            return float(self.window(step)[0][self.valid(step)].sum())

    def divisor(self, step: int) -> int:
        """What the sum is divided by: the number of cells that count; 1 for max."""
        _, row, col = self.cell(step)
        return int(self.divisors[row, col])

    def step(self, step: int) -> PoolStep:
        """All answers about one step together."""
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
