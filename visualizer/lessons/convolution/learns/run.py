"""From settings to a descent: what the layer on the page has to learn, and how it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from visualizer import engine
from visualizer.lessons.convolution.backward.flow import Flow
from visualizer.lessons.convolution.example import Array, Example, build
from visualizer.lessons.convolution.learns.descent import Descent, Problem, descend
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.material.randomness import integers
from visualizer.memory import remembered
from visualizer.settings.upstream import Shape, pictured, target_of

SHARES = {"small": 0.02, "right": 0.75, "large": 1.1}
"""The named learning rates, as shares of the bound 2 / λmax."""

_START_SEEDS = 20_000  # beyond the seeds of inputs and of random kernels
_HUNDREDTHS = 100  # start weights have two decimals: they are read off the screen


@dataclass(frozen=True, eq=False)
class Learning:
    """A descent of the layer that ``example`` (the one behind the target) has.

    target: (filters, rows, columns). rate: the learning rate that was taken. painted: whether the
    target was painted, so that no kernel need reach it.
    """

    example: Example
    problem: Problem
    target: Array
    rate: float
    descent: Descent
    painted: bool

    @property
    def kernels(self) -> Array:
        """The kernels of every step (S + 1, filters, C/groups, kH, kW)."""
        return self._kernels(self.descent.weights)

    @property
    def kernel_gradients(self) -> Array:
        """The gradients at the kernels before every step, shaped as ``kernels``."""
        return self._kernels(self.descent.gradients)

    @property
    def biases(self) -> Array | None:
        """The biases of every step (S + 1, filters), None where the layer has none."""
        return self._biases(self.descent.weights)

    @property
    def bias_gradients(self) -> Array | None:
        """The gradients at the biases, shaped as ``biases``."""
        return self._biases(self.descent.gradients)

    @cached_property
    def goal(self) -> Array:
        """The kernels (filters, C/groups, kH, kW) to compare with: behind the target, or best."""
        if not self.painted:
            return self.example.weight
        return np.asarray(self._kernels(self.problem.best[None])[0])

    @cached_property
    def least(self) -> float | None:
        """The least loss that there is, None where an activation keeps it from being known."""
        if not self.painted:
            return 0.0
        return None if self.problem.activation != "none" else self.problem.loss(self.problem.best)

    def at(self, step: int) -> Example:
        """Return the layer as it is after ``step`` steps."""
        bias = None if self.biases is None else self.biases[step]
        return replace(self.example, weight=self.kernels[step], bias=bias)

    def flow(self, step: int) -> Flow:
        """Return what flows back to the kernels before the step after ``step`` steps."""
        now = self.at(step)
        output, slope = now.trace.activated, None
        if now.activation != "none":
            slope = engine.ELEMENTWISE[now.activation].derivative(now.trace.output)
        given = np.asarray(2.0 * (output - self.target) / output.size)
        return Flow(now, "weight", "target", given, self.target, slope)

    def _biases(self, weights: Array) -> Array | None:
        return None if self.example.bias is None else np.asarray(weights[..., -1])

    def _kernels(self, weights: Array) -> Array:
        count = int(np.prod(self.example.weight.shape[1:]))
        return weights[..., :count].reshape(len(weights), *self.example.weight.shape)


def unmoved(settings: ConvolutionSettings) -> ConvolutionSettings:
    """Return settings without what changes nothing of the descent: its step, the opened weight."""
    return settings.changed(step=0, opened=0)


@remembered(64)
def learning(settings: ConvolutionSettings) -> Learning:
    """Return the descent that settled settings describe; they are to be ``unmoved``."""
    example = build(settings)
    output = example.trace.activated
    filters, rows, columns = output.shape
    painted = settings.goal == "painted"
    target = _pictured(settings, (filters, rows, columns)) if painted else output
    problem = Problem(_rows(example), target.reshape(filters, -1), example.activation)
    rate = rate_of(settings, problem.bound)
    start = started(settings.start, example)
    return Learning(
        example, problem, target, rate, descend(problem, start, rate, settings.descents), painted
    )


def rate_of(settings: ConvolutionSettings, bound: float) -> float:
    """Return the learning rate that settings ask for, where 2 / λmax is ``bound``."""
    if settings.rate == "own":
        return settings.rate_value
    return SHARES[settings.rate] * (bound if np.isfinite(bound) else 1.0)


def started(seed: int, example: Example) -> Array:
    """Return the weights (filters, K) that a seed starts with: from −1 to 1, biases 0."""
    filters, *rest = example.weight.shape
    drawn = integers(
        _START_SEEDS + seed, (filters, int(np.prod(rest))), -_HUNDREDTHS, _HUNDREDTHS
    ) / float(_HUNDREDTHS)
    return drawn if example.bias is None else np.pad(drawn, ((0, 0), (0, 1)))


def _pictured(settings: ConvolutionSettings, shape: Shape) -> Array:
    """Return the picture that the output is to become: painted, typed, or a pattern."""
    target = target_of(settings.changed(upstream="target"), shape, pictured(settings.aim, shape))
    assert target is not None
    return target


def _rows(example: Example) -> Array:
    """Return what the weights of each group multiply at each place (G, P, K), 1 for a bias."""
    trace = example.trace
    windows = trace.windows
    if trace.transposed:
        windows = windows[..., ::-1, ::-1]  # the kernel slides turned; the weights are not
    each = len(windows) // example.groups
    places = windows.shape[1] * windows.shape[2]
    by_group = windows.reshape(example.groups, each, places, -1).swapaxes(1, 2)
    rows = by_group.reshape(example.groups, places, -1)
    return (
        rows
        if example.bias is None
        else np.pad(rows, ((0, 0), (0, 0), (0, 1)), constant_values=1.0)
    )
