"""Why it thinks so: maps of evidence for any class, two side by side, and how far to trust them."""

from visualizer.lessons.alexnet.parts.why.part import why

__all__ = ["why"]
