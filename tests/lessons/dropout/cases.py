"""Examples for the tests of the dropout lesson."""

from __future__ import annotations

from tests.settings.cases import settle
from visualizer.lessons.dropout import LESSON
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.settings.parameters import Value


def example_of(**wished: Value) -> DropoutExample:
    """Return the example of the settings nearest to the defaults with these values."""
    return build(settle(LESSON, **wished))
