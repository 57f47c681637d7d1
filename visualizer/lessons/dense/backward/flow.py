"""From settings to gradients: what flows back through a fully connected layer, and the steps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from visualizer import engine
from visualizer.lessons.dense.example import Array, DenseExample, build
from visualizer.lessons.dense.settings import CLASS, DenseSettings
from visualizer.memory import remembered
from visualizer.settings.upstream import gradient_from, target_of


@dataclass(frozen=True, eq=False)
class Flow:
    """What flows back through an example.

    way: "input" or "weight", what the steps lead to. upstream: where the gradient is from. given:
    the loss's gradient at the outputs, (outputs,); target: what it was made from, (outputs,), or
    None; label: the class, from 0, of whose cross entropy it is, or None.
    """

    example: DenseExample
    way: str
    upstream: str
    given: Array
    target: Array | None
    label: int | None

    @cached_property
    def gradients(self) -> engine.Gradients:
        """The gradients at the inputs laid out flat, the weights and the biases."""
        return engine.linear_backward(self.given, self.example.x, self.example.weight)

    @property
    def result(self) -> Array:
        """The gradient that this way leads to: (inputs,) or (outputs, inputs)."""
        return self.gradients.input if self.way == "input" else self.gradients.weight

    @cached_property
    def trace(self) -> engine.WindowTrace:
        """Every step of this way as a sliding window; the same object each time.

        To the inputs the gradient, as a column, slides over the columns of W; to the weights each
        output's gradient alone over the inputs, and makes one row of W's gradient.
        """
        if self.way == "input":
            return engine.trace_conv2d(self.example.weight[None], self.given[None, None, :, None])
        return engine.trace_conv2d(self.example.x[None, None], self.given[:, None, None, None])

    def place(self, step: int) -> tuple[int | None, int]:
        """Return the output and the input, from 0, that a step is about; no output for an input."""
        if self.way == "input":
            return None, step
        return divmod(step, self.example.x.size)

    @property
    def loss(self) -> float:
        """The cross entropy of the class; only where there is one."""
        return engine.softmax_cross_entropy(self.example.y, self.label).loss


@remembered(64)
def flow(settings: DenseSettings) -> Flow:
    """Return what flows back in the example that settled settings describe, rewound."""
    example = build(settings)
    column = example.y[None, :, None]
    target = target_of(settings, settings.output_shape, first_target(settings.outputs))
    label = settings.label if settings.upstream == CLASS else None
    given = gradient_from(settings, column, target).ravel()
    if label is not None:
        given = engine.softmax_cross_entropy(example.y, label).gradient
    return Flow(
        example=example,
        way=settings.pass_,
        upstream=settings.upstream,
        given=given,
        target=None if target is None else target.ravel(),
        label=label,
    )


def first_target(outputs: int) -> Array:
    """Return what the outputs are to become until it is typed: 1 for the first one, else 0."""
    target = np.zeros((1, outputs, 1))
    target[0, 0, 0] = 1.0
    return target
