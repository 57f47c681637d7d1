"""AlexNet, live: from a photo to the answer, to a layer, to one number and what made it."""

from functools import lru_cache

from visualizer.lessons.alexnet.rules import AlexNetRules, OwnShape
from visualizer.lessons.alexnet.settings import SHIPPED_CLASSES, AlexNetSettings
from visualizer.settings.lesson import Lesson


@lru_cache(maxsize=64)
def lesson(classes: int, own: OwnShape | None = None) -> Lesson[AlexNetSettings]:
    """Return the page's settings where the trained network knows this many classes.

    ``own``: the network that the reader has brought along, if any.
    """
    return Lesson(AlexNetSettings, AlexNetRules(classes, own), step="")


LESSON = lesson(SHIPPED_CLASSES)
