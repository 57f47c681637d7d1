"""The trace of a convolution: every window, product, sum and result of one run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visualizer.engine.arguments import Array, frozen, numbers, sealed
from visualizer.engine.errors import EngineError
from visualizer.engine.sliding import Indices, SlidingTrace, index_below

ArrayFunction = Callable[[Array], Array]
"""A function from an array to an array of the same shape, such as an activation."""


@dataclass(frozen=True, eq=False)
class ConvStep:
    """Everything about one step of a convolution; each field is the `WindowTrace` method's answer.

    filter, row, col: the output cell; channels: the G = C_in/groups input channels that are read;
    window, weights, products: (G, kH, kW); channel_sums: (G,).
    """

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
    """A run of conv2d or conv_transpose2d; the latter as the direct convolution that it equals.

    It has the fields of SlidingTrace, where output is the result before the activation, and
    besides:
    weight: (C_out, C_in/groups, kH, kW), the kernels as they slide (for a transposed convolution
    flipped, with input and output channels swapped); bias: (C_out,), zeros if has_bias is False;
    activated: the output after the activation, or the output itself if there is none;
    transposed: True for a transposed convolution, which slides with stride 1 over a grid in which
    zeros are inserted.
    """

    weight: Array
    bias: Array
    has_bias: bool
    groups: int
    activated: Array
    transposed: bool = False

    def channels(self, filter: int) -> range:
        """Return the input channels that a filter reads: those of its group."""
        filters, width = self.weight.shape[:2]
        group = index_below("filter", filter, filters) // (filters // self.groups)
        return range(group * width, (group + 1) * width)

    def reading_channels(self, channel: int) -> range:
        """Return the filters that read an input channel: those of its group."""
        group = channel // self.weight.shape[1]
        width = self.weight.shape[0] // self.groups
        return range(group * width, (group + 1) * width)

    def window(self, step: int) -> Array:
        """Return the grid values (G, kH, kW) under the window: a view."""
        filter, row, col = self.cell(step)
        channels = self.channels(filter)
        return self.windows[channels.start : channels.stop, row, col]

    def weights(self, step: int) -> Array:
        """Return the kernels (G, kH, kW) that the window is multiplied with: a view."""
        kernels: Array = self.weight[self.cell(step)[0]]
        return kernels

    def products(self, step: int) -> Array:
        """Return window times kernels, cell by cell: (G, kH, kW)."""
        with np.errstate(all="ignore"):
            return self.window(step) * self.weights(step)

    def channel_sums(self, step: int) -> Array:
        """Return the sum of each channel's products (G,); with the bias they make the result."""
        with np.errstate(all="ignore"):
            return np.asarray(self.products(step).sum(axis=(1, 2)))

    def bias_of(self, step: int) -> float:
        """Return the bias that is added at a step."""
        return float(self.bias[self.cell(step)[0]])

    def activated_result(self, step: int) -> float:
        """Return the result after the activation, or the result itself if there is none."""
        return float(self.activated[self.cell(step)])

    def step(self, step: int) -> ConvStep:
        """Return everything about one step together."""
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
        """The sum of each channel's products at every step: (C_out, C_in/groups, H_out, W_out)."""
        grouped = self.weight.reshape(self.groups, -1, *self.weight.shape[1:])
        windows = self.windows.reshape(self.groups, -1, *self.windows.shape[1:])
        with np.errstate(all="ignore"):
            sums = np.einsum("goiyx,gihwyx->goihw", grouped, windows)
        return sealed(sums.reshape(*self.weight.shape[:2], *self.output.shape[1:]))

    @property
    def multiply_adds(self) -> int:
        """How many multiplications, each with its addition, the layer needs.

        For a convolution C_out·H_out·W_out·(C_in/groups)·kH·kW. A transposed convolution multiplies
        only the input cells, not the zeros between them: C_in·H·W·(C_out/groups)·kH·kW.
        """
        if self.transposed:
            height, width = self.kernel_size
            return int(self.input.size) * (len(self.weight) // self.groups) * height * width
        return self.steps * int(self.weight[0].size)

    @property
    def parameters(self) -> int:
        """How many numbers training would learn: all weights, and the biases if there are any."""
        return int(self.weight.size) + (int(self.bias.size) if self.has_bias else 0)


def activate(output: Array, activation: ArrayFunction | None) -> Array:
    """Apply an activation to the output and check what it returns; None changes nothing.

    EngineError: the activation cannot be called with an array, or changes the shape.
    """
    if activation is None:
        return output
    try:
        made = activation(output)
    except EngineError:
        raise
    except Exception as error:  # not a function, or one that does not accept arrays
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
