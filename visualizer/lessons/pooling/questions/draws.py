"""Examples to ask about, from random numbers: the lecture's, with stride and padding, others."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.settings import AS_KERNEL, PoolingSettings
from visualizer.material.randomness import Stream
from visualizer.settings.inputs import with_typed
from visualizer.settings.parameters import Value


def anything(stream: Stream, level: int) -> PoolingSettings:
    """Return an example of a level, at any step."""
    kinds = ("max", "avg") if level < 3 else ("max", "avg", "max", "avg", "global")
    return _placed(stream, level, stream.pick(kinds))


def greatest(stream: Stream, level: int) -> PoolingSettings:
    """Return an example that takes the greatest, at any step."""
    return _placed(stream, level, "max")


def averaged(stream: Stream, level: int) -> PoolingSettings:
    """Return an example that averages with padding, at any step."""
    return _placed(stream, level, "avg", {"padding": 1, "rect": False})


def _layer(stream: Stream, level: int, kind: str) -> dict[str, Value]:
    made: dict[str, Value] = {"kind": kind, "size": 4, "kernel": 2}
    if level == 1:
        kernel = stream.pick((2, 2, 3))
        return {**made, "kernel": kernel, "size": stream.whole(2 * kernel, 2 * kernel + 3)}
    kernel = stream.whole(2, 3)
    made |= {
        "size": stream.whole(5, 8),
        "kernel": kernel,
        "stride": stream.pick((AS_KERNEL, "1", "2", "2", "3")),
        "padding": stream.whole(0, 1),
        "channels": stream.whole(1, 2),
        "count_pad": bool(stream.whole(0, 1)),
    }
    if level == 2:
        return made
    made["ceil"] = bool(stream.whole(0, 2))
    if kind == "global":
        made |= {"size": stream.whole(3, 4), "channels": stream.whole(2, 3)}
    elif kind == "max":
        made["dilation"] = stream.whole(1, 2)
    if stream.whole(0, 2) == 0:
        made |= {"rect": True, "width": stream.whole(5, 8), "kernel_w": stream.whole(2, 3)}
        made |= {"stride_w": stream.pick(("1", "2")), "padding_w": stream.whole(0, 1)}
    return made


def _placed(
    stream: Stream, level: int, kind: str, fixed: Mapping[str, Value] | None = None
) -> PoolingSettings:
    made = {**_layer(stream, level, kind), **(fixed or {})}
    settings, _ = LESSON.settle(LESSON.defaults().changed(**made))
    channels, height, width = settings.input_shape
    lowest = 0 if level == 1 else -6  # only below zero does it matter that padding is no number
    cells = [stream.whole(lowest, 9) for _ in range(channels * height * width)]
    numbers = np.array(cells, dtype=np.float64).reshape(channels, height, width)
    if level > 1 and stream.whole(0, 1):
        numbers = -np.abs(numbers)
    settings, _ = LESSON.settle(with_typed(settings, numbers))
    last = int(LESSON.bound(settings, "step").high)
    return LESSON.settle(settings.changed(step=stream.whole(0, last)))[0]
