"""From settings to numbers: the pooling on screen, its trace, and its rivals."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.pooling.settings import LECTURE, Pair, PoolingSettings
from visualizer.memory import remembered
from visualizer.settings.inputs import Pattern, input_grid

Array = NDArray[np.float64]

# The first window of two by two holds 1 2 4 5: its greatest is 5, its mean 3; the next one's
# greatest is 8.
_LECTURE = np.array([[1, 2, 0, 3], [4, 5, 8, 1], [3, 0, 2, 6], [7, 1, 4, 2]], dtype=np.float64)


def lecture(height: int, width: int) -> Array:
    """Return the lecture's 4×4 numbers, repeated where the input is larger."""
    return np.tile(_LECTURE, (-(-height // 4), -(-width // 4)))[:height, :width]


OWN: dict[str, Pattern] = {LECTURE: lecture}


@dataclass(frozen=True)
class Shift:
    """What one cell to the right changes in a channel, (rows, columns), before and after pooling.

    A photo has hardly two equal numbers: what counts is how much a cell changes, not whether.
    """

    input: Array
    moved: Array
    pooled_before: Array
    pooled: Array

    @property
    def kept_input(self) -> NDArray[np.bool_]:
        """Cells of the input that hold the number they held before."""
        return np.isclose(self.moved, self.input)

    @property
    def kept(self) -> NDArray[np.bool_]:
        """Cells of the pooled map that hold the number they held before."""
        return np.isclose(self.pooled, self.pooled_before)

    @property
    def change_input(self) -> float:
        """By how much a cell of the input changes on average, at least 0."""
        return _change(self.input, self.moved)

    @property
    def change(self) -> float:
        """By how much a cell of the pooled map changes on average, at least 0."""
        return _change(self.pooled_before, self.pooled)


@dataclass(frozen=True, eq=False)
class PoolExample:
    """One call of a pooling, with the names of torch's arguments; ``input`` is (C, H, W).

    kind: "max", "avg" or "global" (average over the whole map); pairs are (down, across).
    """

    input: Array
    kind: str
    kernel: Pair
    stride: Pair
    padding: Pair
    dilation: Pair
    ceil_mode: bool
    count_include_pad: bool

    @property
    def call(self) -> tuple[str, dict[str, int | Pair | bool]]:
        """The function of torch.nn.functional and its arguments that are not as torch has them."""
        if self.kind == "global":
            return "adaptive_avg_pool2d", {"output_size": 1}
        given: dict[str, int | Pair | bool] = {"kernel_size": _short(self.kernel)}
        if self.stride != self.kernel:
            given["stride"] = _short(self.stride)
        if any(self.padding):
            given["padding"] = _short(self.padding)
        if self.kind == "max" and self.dilation != (1, 1):
            given["dilation"] = _short(self.dilation)
        if self.ceil_mode:
            given["ceil_mode"] = True
        if self.kind == "avg" and any(self.padding) and not self.count_include_pad:
            given["count_include_pad"] = False
        return f"{self.kind}_pool2d", given

    def traced(self, kind: str) -> engine.PoolTrace:
        """Every step of a pooling of ``kind`` with the same input and settings."""
        window = (self.kernel, self.stride, self.padding)
        if kind == "max":
            return engine.trace_max_pool2d(
                self.input, *window, self.dilation, ceil_mode=self.ceil_mode
            )
        if kind == "avg":
            return engine.trace_avg_pool2d(
                self.input, *window, self.ceil_mode, self.count_include_pad
            )
        return engine.trace_global_avg_pool2d(self.input)

    @cached_property
    def trace(self) -> engine.PoolTrace:
        """Every step of the call; the same object each time."""
        return self.traced(self.kind)

    def shifted(self) -> Shift:
        """Compare the first channel with itself moved right by one cell, before and after pooling.

        The column that comes free repeats the edge, so that nothing new enters the picture.
        """
        moved = np.concatenate([self.input[:1, :, :1], self.input[:1, :, :-1]], axis=2)
        pooled = replace(self, input=moved).trace.output[0]
        return Shift(self.input[0], moved[0], self.trace.output[0], pooled)


@remembered(64)
def build(settings: PoolingSettings) -> PoolExample:
    """Return the example that settled settings describe; the same settings, the same numbers."""
    s = settings
    kernel, stride, padding, dilation = s.window
    return PoolExample(
        input=input_grid(s, s.input_shape, OWN),
        kind=s.kind,
        kernel=kernel,
        stride=stride,
        padding=padding,
        dilation=dilation,
        ceil_mode=s.ceil,
        count_include_pad=s.count_pad,
    )


def _change(before: Array, after: Array) -> float:
    """Return the mean change of a cell; a window without any input cell keeps its −∞."""
    differ = before != after
    return float(np.abs(after[differ] - before[differ]).sum()) / before.size


def _short(pair: Pair) -> int | Pair:
    """Return one number for a pair of equals, as one writes a call."""
    return pair[0] if pair[0] == pair[1] else pair
