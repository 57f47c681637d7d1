"""Layers to ask about, from random numbers: one small map, several, and AlexNet's."""

from __future__ import annotations

from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.settings import LARGEST_COUNTED, LARGEST_SIDE, DenseSettings
from visualizer.material.randomness import Stream
from visualizer.settings.parameters import Value

# Channels and side of maps whose products one adds up by hand: 4, 8 and 9 inputs.
_BY_HAND = {1: ((1, 2),), 2: ((1, 2), (2, 2), (1, 3)), 3: ((2, 2), (1, 3))}


def _made(stream: Stream, **values: Value) -> DenseSettings:
    made: dict[str, Value] = {"map": "random", "seed": stream.seed()}
    settings, _ = LESSON.settle(LESSON.defaults().changed(**made, **values))
    return LESSON.settle(settings.changed(output=stream.whole(0, settings.outputs - 1)))[0]


def any_map(stream: Stream, level: int) -> DenseSettings:
    """Return a layer on a map of any size; from the second level on it has several channels."""
    channels = stream.whole(1 if level == 1 else 2, 3)
    size = stream.whole(2, LARGEST_SIDE[channels])
    return _made(stream, channels=channels, size=size, outputs=stream.whole(2, 6))


def by_hand(stream: Stream, level: int) -> DenseSettings:
    """Return a layer whose outputs one can add up by hand."""
    channels, size = stream.pick(_BY_HAND[level])
    return _made(
        stream, channels=channels, size=size, outputs=stream.whole(2, 3 if level < 3 else 6)
    )


def any_side(stream: Stream, level: int) -> DenseSettings:
    """Return AlexNet's layer on maps of any size."""
    return any_other_side(stream, _made(stream))


def any_other_side(stream: Stream, settings: DenseSettings) -> DenseSettings:
    """Return the same with maps of another size."""
    return settings.changed(side=stream.whole(2, LARGEST_COUNTED))


def other_outputs(stream: Stream, settings: DenseSettings) -> DenseSettings:
    """Return the same map with other outputs."""
    return settings.changed(outputs=stream.whole(1, 6), output=0)


def other_output(stream: Stream, settings: DenseSettings) -> DenseSettings:
    """Return the same layer with another output, or other weights."""
    output = stream.whole(0, settings.outputs - 1)
    if settings.map == "random":
        return settings.changed(output=output)
    return settings.changed(output=output, seed=stream.seed())
