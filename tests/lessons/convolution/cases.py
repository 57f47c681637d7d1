"""Examples for the tests of the convolution lesson."""

from __future__ import annotations

from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import Example, build


def example_of(**query: str) -> Example:
    """Return the example that an address opens; its names without the prefix."""
    # With a step it is never the empty address, which opens an example of its own.
    asked = {f"conv_{name}": value for name, value in {"step": "0", **query}.items()}
    return build(LESSON.parse(asked)[0])
