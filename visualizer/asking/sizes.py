"""The usual mistakes in counting the places of a window, for every lesson where one slides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from visualizer.asking.question import Lights, Mistake, say
from visualizer.engine import EngineError
from visualizer.engine.sizes import span, window_count
from visualizer.notation import number


@dataclass(frozen=True)
class Axis:
    """One direction of a sliding window, all in cells. up: whether a size is rounded up."""

    size: int
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    up: bool = False

    @property
    def padded(self) -> int:
        """The input with its padding."""
        return self.size + 2 * self.padding

    @property
    def reach(self) -> int:
        """From the window's first cell to its last."""
        return span(self.kernel, self.dilation)

    @property
    def room(self) -> int:
        """How far the window can move from its first place."""
        return self.padded - self.reach

    def places(self) -> int:
        """Return how many places the window has, rounded down."""
        return self._counted(self.stride, (self.padding, self.padding), self.dilation)

    def _counted(self, stride: int, pads: tuple[int, int], dilation: int) -> int:
        try:
            count = window_count(self.size, self.kernel, stride, pads, dilation)
        except EngineError:
            return -1  # no window fits: nobody answers with that
        if self.up:
            room = self.size + sum(pads) - span(self.kernel, dilation)
            count = ceil(room / stride) + 1
        return count

    def wrong(self, name: str) -> float:
        """Return what a mistake called ``name`` makes of this direction; see `size_mistakes`."""
        stride, pads, dilation = self.stride, (self.padding, self.padding), self.dilation
        match name:
            case "rounded":
                other = self.room // stride if self.up else ceil(self.room / stride)
                return other + 1
            case "fraction":
                return self.room / stride + 1
            case "padding_once":
                return self._counted(stride, (self.padding, 0), dilation)
            case "padding_ignored":
                return self._counted(stride, (0, 0), dilation)
            case "one_forgotten":
                return self._counted(stride, pads, dilation) - 1
            case "dilation_as_stride":
                if dilation == 1:  # nobody takes a dilation that there is none of for something
                    return self._counted(stride, pads, dilation)
                return self._counted(dilation, pads, 1)
            case "dilation_ignored":
                return self._counted(stride, pads, 1)
            case "stride_ignored":
                return self._counted(1, pads, dilation)
            case "kernel_ignored":
                return (self.padded - 1) // stride + 1
            case "by_formula":
                return self._counted(stride, pads, dilation)
        raise KeyError(name)


MISTAKES = (
    "padding_once",
    "padding_ignored",
    "dilation_as_stride",
    "dilation_ignored",
    "stride_ignored",
    "rounded",
    "fraction",
    "one_forgotten",
    "kernel_ignored",
)


def size_mistakes(
    axes: Sequence[Axis],
    right: Sequence[int],
    before: Sequence[int] = (),
    lights: Callable[[str], Lights] | None = None,
) -> list[Mistake]:
    """Return the usual mistakes of a shape: ``before`` (maps), then a side for each axis.

    right: the right side of each axis. lights: the cells that show a mistake, by its name.
    """
    found = []
    for name in MISTAKES:
        sides = [axis.wrong(name) for axis in axes]
        differ = [i for i, side in enumerate(sides) if side != right[i]]
        if not differ or min(sides) < 1:
            continue
        axis, place = axes[differ[0]], differ[0]
        key = "rounded_down" if name == "rounded" and axis.up else name
        why = say(
            f"ask.size_{key}",
            size=axis.size, kernel=axis.kernel, stride=axis.stride, padding=axis.padding,
            dilation=axis.dilation, padded=axis.padded, reach=axis.reach, room=axis.room,
            exact=number(axis.room / axis.stride), wrong=number(sides[place]),
            once=axis.size + axis.padding, moves=right[place] - 1,
        )  # fmt: skip
        answer = (*map(float, before), *map(float, sides))
        found.append(Mistake(name, answer, why, lights(name) if lights else {}))
    return found


def cell_of(made: Callable[[], NDArray[np.float64]], place: tuple[int, int, int]) -> float | None:
    """Return a cell of another example's output (C, H, W).

    None where there is no such cell, or no such example: the engine refuses to make it.
    """
    try:
        output = made()
    except EngineError:
        return None
    inside = all(at < size for at, size in zip(place, output.shape, strict=True))
    return float(output[place]) if inside else None
