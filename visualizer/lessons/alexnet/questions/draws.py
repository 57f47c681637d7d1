"""Photos and layers to ask about, from random numbers."""

from __future__ import annotations

from visualizer.lessons.alexnet import LESSON
from visualizer.lessons.alexnet.settings import OWN, UPLOAD, AlexNetSettings
from visualizer.material.randomness import Stream
from visualizer.settings.inputs import PHOTOS

_WINDOWED = ("conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5", "fc6")
_WEIGHTED = ("conv1", "conv2", "conv3", "conv4", "conv5", "fc6", "fc7", "fc8")
_DEEP = ("pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5")


def photo(stream: Stream, level: int) -> AlexNetSettings:
    """Return one of the shipped photos."""
    return other_photo(stream, LESSON.defaults())


def other_photo(stream: Stream, settings: AlexNetSettings) -> AlexNetSettings:
    """Return another of the shipped photos; none for a reader's own network, which is not asked."""
    if settings.weights == OWN:
        return settings.changed(photo=UPLOAD)
    return settings.changed(photo=stream.pick(PHOTOS)) if PHOTOS else settings


def windowed(stream: Stream, level: int) -> AlexNetSettings:
    """Return a layer whose output has another shape than its input."""
    return windowed_too(stream, LESSON.defaults())


def windowed_too(stream: Stream, settings: AlexNetSettings) -> AlexNetSettings:
    """Return another such layer, with the photo left as it is."""
    return settings.changed(layer=stream.pick(_WINDOWED))


def weighted(stream: Stream, level: int) -> AlexNetSettings:
    """Return a layer that learns."""
    return weighted_too(stream, LESSON.defaults())


def weighted_too(stream: Stream, settings: AlexNetSettings) -> AlexNetSettings:
    """Return another such layer, with the photo left as it is."""
    return settings.changed(layer=stream.pick(_WEIGHTED))


def deep(stream: Stream, level: int) -> AlexNetSettings:
    """Return a layer behind another window."""
    return deep_too(stream, LESSON.defaults())


def deep_too(stream: Stream, settings: AlexNetSettings) -> AlexNetSettings:
    """Return another such layer, with the photo left as it is."""
    return settings.changed(layer=stream.pick(_DEEP))
