"""One call of a layer, as the engine computes it: every step, and what has to be said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from visualizer.engine import PoolTrace, WindowTrace

Array = NDArray[np.float64]
Note: TypeAlias = tuple[str, dict[str, object]]
"""A sentence of ``texts`` and its values."""


@dataclass(frozen=True, eq=False)
class Run:
    """A layer's run on one image, restricted to the output channels that are to be shown.

    name: the layer's class. trace: every step of the shown channels. answer: picks from what the
    layer itself returns (as float64) the numbers that ``computed`` has. filters, channels: which
    of the layer's own output and input channels those of the trace are. input_shape, output_shape:
    all of both as maps, (C, H, W). written: the activation, where ``{}`` stands for its argument,
    empty for none. total: the true outputs before the activation, where the trace has not all that
    they add up; None where it has. flattens: whether the layer takes the tensor laid out flat.
    parts, notes: what has to be said of what is left out, and of how the rest is to be read.
    """

    name: str
    trace: WindowTrace | PoolTrace
    answer: Callable[[Array], Array]
    filters: tuple[int, ...]
    channels: tuple[int, ...]
    input_shape: tuple[int, ...]
    output_shape: tuple[int, ...]
    written: str = ""
    total: Array | None = None
    flattens: bool = False
    parts: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def computed(self) -> Array:
        """The results that are shown, (filters, H_out, W_out)."""
        if self.total is not None:
            return self.total
        return self.trace.activated if isinstance(self.trace, WindowTrace) else self.trace.output
