"""Networks to ask about, from random numbers: the lecture's, other probabilities, other sizes."""

from __future__ import annotations

from visualizer.lessons.dropout import LESSON
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.material.randomness import Stream
from visualizer.settings.parameters import Value

# 1/(1 − p) of these is written with two decimals at most, or is well known.
_P = {
    1: (0.5, 0.5, 0.2, 0.75),
    2: (0.2, 0.25, 0.5, 0.6, 0.75, 0.8, 0.9),
    3: (0.1, 0.2, 0.25, 0.4, 0.6, 0.75, 0.8, 0.9),
}
_MOST_TO_CHOOSE_FROM = 10  # neurons: two to this are about a thousand masks


def _made(**values: Value) -> DropoutSettings:
    return LESSON.settle(LESSON.defaults().changed(**values))[0]


def anything(stream: Stream, level: int) -> DropoutSettings:
    """Return a network of a level; the lecture's has two hidden layers of five neurons."""
    made: dict[str, Value] = {"p": stream.pick(_P[level]), "seed": stream.seed()}
    if level > 1:
        made |= {"layers": stream.whole(1, 3), "neurons": stream.whole(3, 6)}
        made |= {"inputs": stream.whole(2, 5)}
    else:
        made |= {"neurons": stream.pick((4, 5, 5, 6))}
    return _made(**made)


def few(stream: Stream, level: int) -> DropoutSettings:
    """Return a network with so few hidden neurons that one can count their masks."""
    layers = stream.whole(1, 2)
    neurons = stream.whole(2, _MOST_TO_CHOOSE_FROM // layers if layers > 1 else 8)
    seed = stream.seed()
    return _made(p=stream.pick(_P[level]), layers=layers, neurons=neurons, seed=seed)


def shallow(stream: Stream, level: int) -> DropoutSettings:
    """Return a network with one hidden layer, whose outputs one can add up."""
    return _made(
        p=stream.pick((0.5, 0.5, 0.2, 0.75)), layers=1, neurons=stream.whole(3, 5),
        inputs=stream.whole(2, 4), seed=stream.seed(),
    )  # fmt: skip


def other_p(stream: Stream, settings: DropoutSettings) -> DropoutSettings:
    """Return the same network with another probability."""
    return settings.changed(p=stream.pick(_P[3]))


def other_seed(stream: Stream, settings: DropoutSettings) -> DropoutSettings:
    """Return the same network with another mask."""
    return settings.changed(seed=stream.seed())
