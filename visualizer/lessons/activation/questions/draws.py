"""Examples to ask about, from random numbers: the lecture's, then smooth curves, then beyond."""

from __future__ import annotations

from math import log

from visualizer.lessons.activation import LESSON
from visualizer.lessons.activation.settings import LOGITS, ActivationSettings
from visualizer.material.randomness import Stream
from visualizer.settings.parameters import Value

Counts = tuple[tuple[int, int, int], ...]

_KINDS = {
    1: ("relu", "relu", "leaky_relu"),
    2: ("leaky_relu", "sigmoid", "tanh"),
    3: ("leaky_relu", "sigmoid", "tanh", "gelu"),
}
_SLOPES = (0.01, 0.1, 0.2, 0.25, 0.5)
# Powers of e whose shares are short: of 10 or 20, as the lecture's 14, 5 and 1 are.
_POWERS: Counts = ((14, 5, 1), (7, 2, 1), (6, 3, 1), (5, 4, 1), (8, 1, 1), (12, 5, 3), (11, 6, 3),
           (15, 4, 1), (13, 4, 3), (10, 8, 2), (4, 4, 2), (9, 9, 2))  # fmt: skip
_SMALL = ((2, 1, 1), (3, 1, 1), (1, 2, 2), (3, 2, 1), (4, 2, 1), (3, 3, 2))  # to be squared
_SQUARES = ((1, 4, 9), (4, 4, 1), (1, 1, 4), (9, 4, 4), (16, 4, 1), (9, 9, 1), (16, 9, 1))
_WARMED: tuple[tuple[float, Counts], ...] = ((2.0, _SQUARES), (0.5, _SMALL))
_MOST_ASKED_LAYERS = 3  # beyond, two decimals would not tell what is left from nothing


def _made(**values: Value) -> ActivationSettings:
    return LESSON.settle(LESSON.defaults().changed(**values))[0]


def point(stream: Stream, level: int) -> ActivationSettings:
    """Return a function at a point that is easily written."""
    kind = stream.pick(_KINDS[level])
    halves = level > 1 or kind in ("relu", "leaky_relu")
    x = stream.whole(-10, 10) / 2 if halves else float(stream.whole(-3, 3))
    return _made(kind=kind, x=x, slope=_SLOPES[stream.whole(0 if level > 1 else 1, 4)])


def bend(stream: Stream, level: int) -> ActivationSettings:
    """Return a function whose slope is asked for: all but GELU, whose slope nobody knows."""
    drawn = point(stream, level)
    return (
        drawn.changed(kind="relu", slope=LESSON["slope"].initial) if drawn.kind == "gelu" else drawn
    )


def other_point(stream: Stream, settings: ActivationSettings) -> ActivationSettings:
    """Return the same function at another point."""
    return settings.changed(x=stream.whole(-10, 10) / 2)


def pushed(stream: Stream, level: int) -> ActivationSettings:
    """Return a layer whose neurons are pushed down by their bias."""
    kind = "leaky_relu" if level == 3 and stream.whole(0, 2) == 0 else "relu"
    return other_bias(stream, _made(kind=kind, slope=stream.pick(_SLOPES)))


def rested(stream: Stream, level: int) -> ActivationSettings:
    """Return a layer of which ReLU cuts off some numbers and leaves others."""
    return other_rest(stream, _made(kind="relu"))


def other_rest(stream: Stream, settings: ActivationSettings) -> ActivationSettings:
    """Return the same layer with a small bias."""
    return settings.changed(bias=stream.whole(-6, 4) / 2)


def other_bias(stream: Stream, settings: ActivationSettings) -> ActivationSettings:
    """Return the same layer with another bias."""
    return settings.changed(bias=stream.whole(-65, -15) / 10)


def chained(stream: Stream, level: int) -> ActivationSettings:
    """Return a few layers one after the other."""
    return other_depth(stream, _made(kind=stream.pick(("sigmoid", "sigmoid", "tanh", "relu"))))


def other_depth(stream: Stream, settings: ActivationSettings) -> ActivationSettings:
    """Return the same function in another number of layers."""
    return settings.changed(layers=stream.whole(2, _MOST_ASKED_LAYERS))


def logits(stream: Stream, level: int) -> ActivationSettings:
    """Return whole logits; from the second level on some are below 0, and a temperature divides."""
    low = 0 if level == 1 else -4
    drawn = [float(stream.whole(low, 5)) for _ in LOGITS]
    warm = stream.pick((0.5, 2.0, 4.0)) if level == 3 else 1.0
    return _made(kind="softmax", temperature=warm, **dict(zip(LOGITS, drawn, strict=True)))


def warmed(stream: Stream, level: int) -> ActivationSettings:
    """Return whole logits close to one another, and a temperature that is not 1."""
    low = -2 if level == 3 else 0
    drawn = [float(stream.whole(low, 3)) for _ in LOGITS]
    warm = stream.pick((0.5, 2.0, 4.0, 5.0))
    return _made(kind="softmax", temperature=warm, **dict(zip(LOGITS, drawn, strict=True)))


def powers(stream: Stream, level: int) -> ActivationSettings:
    """Return logits whose powers of e are small whole numbers, also divided by the temperature."""
    warm, choices = stream.pick(_WARMED) if level == 3 else (1.0, _POWERS)
    drawn = [round(log(count), 6) for count in stream.shuffled(stream.pick(choices))]
    return _made(kind="softmax", temperature=warm, **dict(zip(LOGITS, drawn, strict=True)))
