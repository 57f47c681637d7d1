"""What flows back through a pooling, gathered cell by cell: which gradients reach an input cell.

The windows that cover an input cell lie, in the grid of the output's gradient spread by the stride,
under a window as large as theirs: the same full arrangement as a convolution's. From a maximum the
cell gets the gradients of the windows that it won, from an average a share of all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import Array, frozen, sealed
from visualizer.engine.backward.gradients import gradient_of
from visualizer.engine.backward.pooling import avg_pool2d_backward, max_pool2d_backward
from visualizer.engine.padding import REAL, lay_grid, spread_axis
from visualizer.engine.pooling import max_pool2d
from visualizer.engine.sizes import span
from visualizer.engine.sliding import SlidingTrace, windows_of
from visualizer.engine.trace_pool import PoolTrace


@dataclass(frozen=True, eq=False)
class GatherTrace(SlidingTrace):
    """The gradient at a pooling's input: one step for each input cell.

    It has the fields of SlidingTrace; the grid is the output's gradient, or each window's share of
    it where the windows divide by different numbers. reached: (C, H, W, kH, kW), which cells under
    the window flow to the input cell; divisor: by what their sum is divided.
    """

    reached: NDArray[np.bool_]
    divisor: int

    def reading_channels(self, channel: int) -> range:
        """Return the input channels that a gradient's channel flows to: only that one."""
        return range(channel, channel + 1)

    @property
    def windows_real(self) -> NDArray[np.bool_]:
        """Which cells under each window are gradients, not zeros beside them: as ``reached``."""
        real = np.ascontiguousarray((self.cell_kind == REAL)[None])
        return windows_of(real, self.kernel_size, self.stride, self.dilation)

    def window(self, step: int) -> Array:
        """Return the grid values (kH, kW) under the window: a view."""
        return np.asarray(self.windows[self.cell(step)])

    def flows(self, step: int) -> NDArray[np.bool_]:
        """Return which of them (kH, kW) flow to the input cell."""
        return np.asarray(self.reached[self.cell(step)])

    def terms(self, step: int) -> list[float]:
        """Return what flows to the input cell, before the division."""
        return [float(value) for value in self.window(step)[self.flows(step)]]


def trace_pool_backward(grad_output: object, forward: PoolTrace) -> GatherTrace:
    """Record what flows back through a pooling to each input cell.

    grad_output: the loss's gradient at the output, (C, H_out, W_out). EngineError: another shape.

    >>> from visualizer.engine.pooling import trace_max_pool2d
    >>> trace = trace_pool_backward([[[5]]], trace_max_pool2d([[[1, 2], [4, 3]]], 2))
    >>> trace.output.tolist(), trace.terms(2)
    ([[[0.0, 0.0], [5.0, 0.0]]], [5.0])
    """
    gradient = gradient_of(grad_output, forward.output.shape)
    channels, *size = forward.input.shape
    divisor = int(forward.divisors.flat[0])
    shares = gradient
    if (forward.divisors != divisor).any():
        shares, divisor = gradient / forward.divisors, 1
    axes, pads = [], []
    for i in (0, 1):
        length, step = gradient.shape[1 + i], forward.stride[i]
        extent = span(forward.kernel_size[i], forward.dilation[i])
        before = extent - 1 - forward.pads[i][0]
        after = size[i] + extent - 1 - before - ((length - 1) * step + 1)
        axes.append(spread_axis(length, step, (before, after)))
        pads.append((before, after))
    grid, kind = lay_grid(shares, axes[0], axes[1])
    window = forward.kernel_size, (1, 1), forward.dilation
    real = windows_of(np.ascontiguousarray((kind == REAL)[None]), *window)
    reached = np.broadcast_to(real, (channels, *real.shape[1:])).copy()
    if forward.kind == "max":
        reached &= _won(forward, axes[0].source, axes[1].source)
    return GatherTrace(
        input=frozen(gradient),
        grid=grid,
        cell_kind=kind,
        source_rows=axes[0].source,
        source_cols=axes[1].source,
        kernel_size=forward.kernel_size,
        stride=(1, 1),
        dilation=forward.dilation,
        pads=(pads[0], pads[1]),
        output=sealed(_whole(gradient, forward)),
        reached=sealed(reached),
        divisor=divisor,
    )


def _won(forward: PoolTrace, rows: NDArray[np.intp], cols: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Tell for each input cell which windows, as they lie under its window, it won."""
    _, places = max_pool2d(
        forward.input, forward.kernel_size, forward.stride, _padding(forward), forward.dilation,
        forward.ceil_mode, return_indices=True,
    )  # fmt: skip
    winners = np.where((rows[:, None] >= 0) & (cols >= 0), places[:, rows[:, None], cols], -1)
    under = windows_of(np.ascontiguousarray(winners), forward.kernel_size, (1, 1), forward.dilation)
    cells = np.arange(forward.input[0].size).reshape(forward.input.shape[1:])
    return np.asarray(under == cells[:, :, None, None])


def _whole(gradient: Array, forward: PoolTrace) -> Array:
    window = forward.kernel_size, forward.stride, _padding(forward)
    if forward.kind == "max":
        back = max_pool2d_backward(
            gradient, forward.input, *window, forward.dilation, forward.ceil_mode
        )
    else:
        back = avg_pool2d_backward(
            gradient, forward.input, *window, forward.ceil_mode, forward.count_include_pad
        )
    return back


def _padding(forward: PoolTrace) -> tuple[int, int]:
    return forward.pads[0][0], forward.pads[1][0]
