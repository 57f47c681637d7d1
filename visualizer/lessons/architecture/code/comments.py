"""Comments of the code: output shapes behind the lines, and what cannot work."""

from __future__ import annotations

from collections.abc import Sequence

from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.code.calls import torch_call
from visualizer.notation import TIMES

_COLUMN = 57  # characters: where the comments begin at most, but behind very long lines


def beside(lines: Sequence[tuple[str, Shape]], indent: str) -> list[str]:
    """Return lines with the shapes behind them, as comments in one column."""
    column = min(max((len(line) for line, _ in lines), default=0), _COLUMN)
    return [
        f"{indent}{line:<{column}}  # {TIMES.join(str(size) for size in shape)}"
        for line, shape in lines
    ]


def not_working(walk: Walk, reason: str, indent: str, end: str = "") -> list[str]:
    """Return the layer that cannot work, and those behind it, as comments below the reason."""
    failed = walk.failure
    if failed is None:
        return []
    # Behind the failure no input shapes are known, so torch's calls cannot be written.
    behind = [repr(layer) for layer in walk.layers[failed.index + 1 :]]
    said = [*reason.splitlines(), f"{torch_call(failed.layer, failed.input)}{end}", *behind]
    return [f"{indent}# {line}" for line in said]
