"""A stack of layers as one nn.Sequential."""

from __future__ import annotations

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.code.calls import torch_call
from visualizer.lessons.architecture.code.comments import beside, not_working


def sequential(walk: Walk, reason: str) -> list[str]:
    """Return the lines that make ``model``; the walk has no branches.

    The comment behind each layer is its output shape. A layer that cannot work, and all layers
    behind it, are comments.
    """
    calls = [(f"{torch_call(step.layer, step.input)},", step.output) for step in walk.steps]
    return [
        "import torch",
        "from torch import nn",
        "",
        "model = nn.Sequential(",
        *beside(calls, "    "),
        *not_working(walk, reason, "    ", ","),
        ")",
    ]
