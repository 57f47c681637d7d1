"""Examples to ask about, from random numbers: the lecture's, with stride and padding, and beyond.

Everything asked for in figures is small enough for paper and pencil.
"""

from __future__ import annotations

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.material.randomness import Stream
from visualizer.settings.parameters import Value

# Kernels of small whole numbers; random ones are never the same turned round.
_KERNELS = ("random", "random", "sobel_x", "sobel_y", "emboss", "laplacian", "sharpen")


def anything(stream: Stream, level: int) -> ConvolutionSettings:
    """Return an example of a level, at any step: for shapes and counts."""
    made = _layer(stream, level, largest=9)
    if level == 1:
        made |= {"size": stream.whole(4, 8), "kernel": stream.whole(2, 4)}
    return _placed(stream, made)


def by_hand(stream: Stream, level: int) -> ConvolutionSettings:
    """Return an example of a level whose window one can add up by hand, at any step."""
    return _placed(stream, _layer(stream, level, largest=6) | {"kernel": stream.whole(2, 3)})


def _layer(stream: Stream, level: int, largest: int) -> dict[str, Value]:
    made: dict[str, Value] = {
        "input": "random",
        "seed": stream.seed(),
        "size": 5 if level == 1 else stream.whole(5, largest),
        "kernel": 3 if level == 1 else stream.whole(2, 4),
        "preset": stream.pick(_KERNELS),
        "bias": bool(stream.whole(0, 1)),
        "bias_value": float(stream.whole(1, 3)),
    }
    if level == 1:
        return made
    made |= {
        "stride": stream.whole(1, 3),
        "padding": stream.whole(0, 2),
        "channels": stream.whole(1, 2),
        "filters": stream.whole(1, 3),
        "activation": stream.pick(("none", "none", "relu")),
    }
    return made | _beyond(stream) if level == 3 else made


def _beyond(stream: Stream) -> dict[str, Value]:
    """Return what makes a layer dilated, grouped, transposed, no square, or padded otherwise."""
    kind = stream.pick(("dilated", "grouped", "transposed", "apart", "filled"))
    if kind == "dilated":
        return {"dilation": stream.whole(2, 3), "size": stream.whole(6, 9), "kernel": 3}
    if kind == "grouped":
        channels = stream.whole(2, 3)
        return {"channels": channels, "filters": channels, "groups": channels}
    if kind == "transposed":
        return {
            "transposed": True,
            "size": stream.whole(3, 4),
            "stride": stream.whole(2, 3),
            "padding": stream.whole(0, 1),
            "output_padding": stream.whole(0, 1),
            "channels": 1,
            "filters": stream.whole(1, 2),
        }
    if kind == "filled":
        return {"padding": 1, "mode": stream.pick(("reflect", "replicate", "circular"))}
    return {
        "rect": True,
        "width": stream.whole(5, 9),
        "kernel_w": stream.whole(1, 4),
        "stride_w": stream.whole(1, 2),
        "padding_w": stream.whole(0, 2),
        "dilation_w": stream.whole(1, 2),
    }


def _placed(stream: Stream, made: dict[str, Value]) -> ConvolutionSettings:
    settings, _ = LESSON.settle(LESSON.defaults().changed(**made))
    last = int(LESSON.bound(settings, "step").high)
    return LESSON.settle(settings.changed(step=stream.whole(0, last)))[0]
