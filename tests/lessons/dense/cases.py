"""Examples for the tests of the fully connected lesson."""

from __future__ import annotations

from tests.settings.cases import settle
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.example import DenseExample, build
from visualizer.settings.parameters import Value


def example_of(**wished: Value) -> DenseExample:
    """Return the example of the settings nearest to the defaults with these values."""
    return build(settle(LESSON, **wished))
