"""AlexNet, live: from a photo to the answer, to a layer, to one number and what made it."""

from functools import lru_cache

from visualizer.lessons.alexnet.rules import AlexNetRules
from visualizer.lessons.alexnet.settings import SHIPPED_CLASSES, AlexNetSettings
from visualizer.settings.lesson import Lesson


@lru_cache(maxsize=8)
def lesson(classes: int) -> Lesson[AlexNetSettings]:
    """Return the page's settings for a network with this many classes."""
    return Lesson(AlexNetSettings, AlexNetRules(classes), step="")


LESSON = lesson(SHIPPED_CLASSES)
