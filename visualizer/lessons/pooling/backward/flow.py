"""From settings to gradients: what flows back through a pooling, gathered cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from visualizer import engine
from visualizer.engine.backward.gather import trace_pool_backward
from visualizer.lessons.pooling.example import Array, PoolExample, build
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.memory import remembered
from visualizer.settings.upstream import gradient_from, pictured, target_of


@dataclass(frozen=True, eq=False)
class Flow:
    """What flows back through an example.

    upstream: where the gradient is from. given: the loss's gradient at the output, (channels, rows,
    columns); target: what it was made from, or None.
    """

    example: PoolExample
    upstream: str
    given: Array
    target: Array | None

    @cached_property
    def trace(self) -> engine.GatherTrace:
        """Every step, one for each input cell; the same object each time."""
        return trace_pool_backward(self.given, self.example.trace)


@remembered(64)
def flow(settings: PoolingSettings) -> Flow:
    """Return what flows back in the example that settled settings describe, rewound."""
    example = build(settings)
    output = example.trace.output
    channels, rows, columns = output.shape
    first = pictured(settings.aim, (channels, rows, columns))
    target = target_of(settings, (channels, rows, columns), first)
    return Flow(
        example=example,
        upstream=settings.upstream,
        given=gradient_from(settings, output, target),
        target=target,
    )
