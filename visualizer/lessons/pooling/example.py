"""From settings to numbers: the pooling on screen, its trace, and its rivals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.pooling.settings import LECTURE, data_shape, stride
from visualizer.settings.inputs import Pattern, input_grid
from visualizer.settings.parameters import Values

Array = NDArray[np.float64]

# The first window of two by two holds 1 2 4 5: its greatest is 5, its mean 3; the next one's
# greatest is 8.
_LECTURE = np.array([[1, 2, 0, 3], [4, 5, 8, 1], [3, 0, 2, 6], [7, 1, 4, 2]], dtype=np.float64)


def lecture(height: int, width: int) -> Array:
    """The lecture's 4×4 numbers, repeated where the input is larger."""
    return np.tile(_LECTURE, (-(-height // 4), -(-width // 4)))[:height, :width]


OWN: dict[str, Pattern] = {LECTURE: lecture}


@dataclass(frozen=True, eq=False)
class PoolExample:
    """One call of a pooling, with the names of torch's arguments; ``input`` is (C, H, W).

    kind: "max", "avg" or "global" (average over the whole map).
    """

    input: Array
    kind: str
    kernel: int
    stride: int
    padding: int
    ceil_mode: bool
    count_include_pad: bool

    def traced(self, kind: str) -> engine.PoolTrace:
        """Every step of a pooling of ``kind`` with the same input and settings."""
        window = (self.kernel, self.stride, self.padding)
        if kind == "max":
            return engine.trace_max_pool2d(self.input, *window, ceil_mode=self.ceil_mode)
        if kind == "avg":
            return engine.trace_avg_pool2d(
                self.input, *window, self.ceil_mode, self.count_include_pad
            )
        return engine.trace_global_avg_pool2d(self.input)

    @cached_property
    def trace(self) -> engine.PoolTrace:
        """Every step of the call; the same object each time."""
        return self.traced(self.kind)

    def shifted(self) -> tuple[Array, Array]:
        """Return the first channel moved right by one cell, and its pooling; both (rows, cols).

        The column that comes free repeats the rim, so that nothing new enters the picture.
        """
        moved = np.concatenate([self.input[:1, :, :1], self.input[:1, :, :-1]], axis=2)
        changed = {**self.__dict__, "input": moved}
        changed.pop("trace", None)
        return moved[0], PoolExample(**changed).trace.output[0]


def build(values: Values) -> PoolExample:
    """Return the example that settled ``values`` describe; the same values, the same numbers."""
    return PoolExample(
        input=input_grid("pool", values, data_shape(values), own=OWN),
        kind=str(values["pool_kind"]),
        kernel=int(values["pool_kernel"]),
        stride=stride(values),
        padding=int(values["pool_padding"]),
        ceil_mode=bool(values["pool_ceil"]),
        count_include_pad=bool(values["pool_count_pad"]),
    )
