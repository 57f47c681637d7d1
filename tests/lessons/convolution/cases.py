"""Examples for the tests of the convolution lesson."""

from __future__ import annotations

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import Example, build


def example_of(**query: str) -> Example:
    """Return the example that an address opens; its names without the prefix."""
    return build(LESSON.parse({f"conv_{name}": value for name, value in query.items()})[0])
