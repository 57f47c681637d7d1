"""Shift the input and the output shifts: the example beside itself, moved by one cell."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from visualizer.lessons.convolution.example import Array, Example


@dataclass(frozen=True)
class Shift:
    """The input moved right by one cell, (C, H, W), and the outputs (filters, H, W) of both."""

    input: Array
    moved: Array
    before: Array
    after: Array

    @property
    def along(self) -> NDArray[np.bool_]:
        """Output cells (filters, H, W) that hold what their left neighbour held before."""
        found = np.zeros(self.after.shape, dtype=bool)
        found[..., 1:] = np.isclose(self.after[..., 1:], self.before[..., :-1])
        return found


def shifted(example: Example) -> Shift:
    """Move the input right by one cell and run both through the engine.

    The column that comes free gets what the padding would have there: zeros, the other edge, or
    the edge itself.
    """
    moved = np.roll(example.input, 1, axis=2)
    if example.padding_mode == "zeros":
        moved[..., 0] = 0
    elif example.padding_mode != "circular":
        moved[..., 0] = example.input[..., 0]
    after = replace(example, input=moved).trace.output
    return Shift(example.input, moved, example.trace.output, after)
