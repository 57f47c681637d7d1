"""Examples for the tests of the pooling lesson."""

from __future__ import annotations

from tests.settings.cases import settle
from visualizer.lessons.pooling import LESSON
from visualizer.lessons.pooling.example import PoolExample, build
from visualizer.settings.parameters import Value


def example_of(**wished: Value) -> PoolExample:
    """Return the example of the settings nearest to the defaults with these values."""
    return build(settle(LESSON, **wished))
