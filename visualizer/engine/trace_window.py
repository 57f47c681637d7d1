"""The trace of a convolution: every window, product, sum and result of one run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visualizer.engine.arguments import Array, frozen, numbers, sealed
from visualizer.engine.errors import EngineError
from visualizer.engine.sliding import Indices, SlidingTrace, index_below

Activation = Callable[[Array], Array]


@dataclass(frozen=True, eq=False)
class ConvStep:
    """Everything about one step of a convolution; G = C_in/groups channels are read."""

    step: int
    filter: int
    row: int
    col: int
    channels: range
    rows: Indices
    cols: Indices
    window: Array
    weights: Array
    products: Array
    channel_sums: Array
    bias: float
    result: float
    activated_result: float


@dataclass(frozen=True, eq=False)
class WindowTrace(SlidingTrace):
    """A run of conv2d or, as the direct convolution it equals, of conv_transpose2d.

    Beside the fields of SlidingTrace: weight: (C_out, C_in/groups, kH, kW), the kernels as they
    slide (of a transposed convolution: flipped, and its channels swapped); bias: (C_out,), zeros
    where has_bias is False; output: before the activation; activated: after it (output itself
    without one); transposed: whether the run is a transposed convolution, which slides with
    stride 1 over a grid with zeros inserted.
    """

    weight: Array
    bias: Array
    has_bias: bool
    groups: int
    activated: Array
    transposed: bool = False

    def channels(self, filter: int) -> range:
        """Input channels that a filter reads: those of its group."""
        filters, width = self.weight.shape[:2]
        group = index_below("filter", filter, filters) // (filters // self.groups)
        return range(group * width, (group + 1) * width)

    def reading_channels(self, channel: int) -> range:
        """Filters that read an input channel: those of its group."""
        group = channel // self.weight.shape[1]
        width = self.weight.shape[0] // self.groups
        return range(group * width, (group + 1) * width)

    def window(self, step: int) -> Array:
        """Grid values (G, kH, kW) under the window: a view."""
        filter, row, col = self.cell(step)
        channels = self.channels(filter)
        return self.windows[channels.start : channels.stop, row, col]

    def weights(self, step: int) -> Array:
        """The kernels (G, kH, kW) that the window is multiplied with: a view."""
        return self.weight[self.cell(step)[0]]

    def products(self, step: int) -> Array:
        """Window times kernel, cell by cell: (G, kH, kW)."""
        with np.errstate(all="ignore"):
            return self.window(step) * self.weights(step)

    def channel_sums(self, step: int) -> Array:
        """The sum of the products in each channel (G,); with the bias they add up to the result."""
        with np.errstate(all="ignore"):
            return np.asarray(self.products(step).sum(axis=(1, 2)))

    def bias_of(self, step: int) -> float:
        """The bias added at a step."""
        return float(self.bias[self.cell(step)[0]])

    def activated_result(self, step: int) -> float:
        """The result after the activation; the result itself without one."""
        return float(self.activated[self.cell(step)])

    def step(self, step: int) -> ConvStep:
        """All answers about one step together."""
        filter, row, col = self.cell(step)
        return ConvStep(
            step=int(step),
            filter=filter,
            row=row,
            col=col,
            channels=self.channels(filter),
            rows=self.rows(step),
            cols=self.cols(step),
            window=self.window(step),
            weights=self.weights(step),
            products=self.products(step),
            channel_sums=self.channel_sums(step),
            bias=self.bias_of(step),
            result=self.result(step),
            activated_result=self.activated_result(step),
        )

    @cached_property
    def partial_sums(self) -> Array:
        """The sum of every channel at every step: (C_out, C_in/groups, H_out, W_out)."""
        grouped = self.weight.reshape(self.groups, -1, *self.weight.shape[1:])
        windows = self.windows.reshape(self.groups, -1, *self.windows.shape[1:])
        with np.errstate(all="ignore"):
            sums = np.einsum("goiyx,gihwyx->goihw", grouped, windows)
        return sealed(sums.reshape(*self.weight.shape[:2], *self.output.shape[1:]))

    @property
    def multiply_adds(self) -> int:
        """Multiplications that the layer costs, each with its addition.

        A convolution: C_out·H_out·W_out·(C_in/groups)·kH·kW. A transposed one multiplies every
        input cell, not the inserted zeros: C_in·H·W·(C_out/groups)·kH·kW.
        """
        if self.transposed:
            kernels = self.weight.shape[0] // self.groups * int(np.prod(self.kernel_size))
            return int(self.input.size) * kernels
        return self.steps * int(self.weight[0].size)

    @property
    def parameters(self) -> int:
        """Numbers that training would learn: all weights, and one bias a filter if there is one."""
        return int(self.weight.size) + (int(self.bias.size) if self.has_bias else 0)


def activate(output: Array, activation: Activation | None) -> Array:
    """The output after an activation, checked; the output itself for None."""
    if activation is None:
        return output
    try:
        made = activation(output)
    except EngineError:
        raise
    except Exception as error:  # no function at all, or one that does not take arrays
        allowed = "a function or None"
        raise EngineError("not_callable", "activation", activation, allowed) from error
    activated = numbers("activation", made)
    if activated.shape != output.shape:
        raise EngineError(
            "activation_shape",
            "activation",
            activated,
            f"the shape {output.shape}",
            expected=output.shape,
            shape=activated.shape,
        )
    return frozen(activated)
