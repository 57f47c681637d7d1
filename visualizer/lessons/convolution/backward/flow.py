"""From settings to gradients: what flows back from the output, and the trace of one way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from visualizer import engine
from visualizer.engine.backward.traces import pair_of
from visualizer.lessons.convolution.example import Array, Example, build
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.memory import remembered
from visualizer.settings.upstream import gradient_from, pictured, target_of


@dataclass(frozen=True, eq=False)
class Flow:
    """What flows back through an example.

    way: "input" or "weight", what the trace leads to. upstream: where the gradient is from. given:
    the loss's gradient at the output, after the activation, (filters, rows, columns); target: what
    it was made from, or None. slope: the activation's at each sum, or None without one.
    """

    example: Example
    way: str
    upstream: str
    given: Array
    target: Array | None
    slope: Array | None

    @cached_property
    def at_sums(self) -> Array:
        """The gradient at the sums, before the activation: what the convolution sends back."""
        with np.errstate(all="ignore"):
            return self.given if self.slope is None else self.given * self.slope

    @cached_property
    def gradients(self) -> engine.Gradients:
        """The gradients at input, weight (in the layout of torch's call) and bias."""
        back: Any = (
            engine.conv_transpose2d_backward if self.example.transposed else engine.conv2d_backward
        )
        found: engine.Gradients = back(*self._operands, **arguments(self.example))
        return found

    @cached_property
    def trace(self) -> engine.WindowTrace:
        """Every step of this way; the same object each time."""
        kind = "conv_transpose2d" if self.example.transposed else "conv2d"
        trace: engine.WindowTrace = getattr(engine, f"trace_{kind}_backward_{self.way}")(
            *self._operands, **arguments(self.example)
        )
        return trace

    @property
    def from_padding(self) -> Array | None:
        """What padding that repeats input cells sends to them besides; None where it sends none."""
        example = self.example
        if self.way != "input" or example.padding_mode == "zeros" or example.transposed:
            return None
        more = self.gradients.input - self.trace.output
        return more if np.any(example.trace.pads) else None

    @property
    def result(self) -> Array:
        """The gradient that this way leads to: of the input, or of each map of the trace."""
        return self.gradients.input if self.way == "input" else self.trace.output

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of what this way leads to: that of the input, or of the weight in the call."""
        found = self.example.input if self.way == "input" else self.example.torch_weight
        return found.shape

    def pair(self, place: int) -> tuple[int, int]:
        """Return the (filter, channel) whose weights a map of the weight's trace is for."""
        kernel, channel = pair_of(self.trace, place, self.example.groups)
        return (channel, kernel) if self.example.transposed else (kernel, channel)

    @property
    def _operands(self) -> tuple[Array, Array, Array]:
        return self.at_sums, self.example.input, self.example.torch_weight


def arguments(example: Example) -> dict[str, Any]:
    """Return the call's arguments besides its arrays, by torch's names."""
    shared = {"stride": example.stride, "dilation": example.dilation, "groups": example.groups}
    if example.transposed:
        padding = (0, 0) if isinstance(example.padding, str) else example.padding
        return {**shared, "padding": padding, "output_padding": example.output_padding}
    return {**shared, "padding": example.padding, "padding_mode": example.padding_mode}


@remembered(64)
def flow(settings: ConvolutionSettings) -> Flow:
    """Return what flows back in the example that settled settings describe, rewound."""
    example = build(settings)
    output = example.trace.activated
    filters, rows, columns = output.shape
    first = pictured(settings.aim, (filters, rows, columns))
    target = target_of(settings, (filters, rows, columns), first)
    slope = None
    if example.activation != "none":
        slope = engine.ELEMENTWISE[example.activation].derivative(example.trace.output)
    return Flow(
        example=example,
        way=settings.pass_,
        upstream=settings.upstream,
        given=gradient_from(settings, output, target),
        target=target,
        slope=slope,
    )
