"""A pasted network: read, never run; what each layer makes, what is wrong, and what would mend it."""

from visualizer.lessons.architecture.paste.read import (
    CANNOT_WORK,
    NOT_SUPPORTED,
    WARNING,
    Problem,
    Reading,
    ReadLayer,
    read_network,
)

__all__ = [
    "CANNOT_WORK",
    "NOT_SUPPORTED",
    "WARNING",
    "Problem",
    "ReadLayer",
    "Reading",
    "read_network",
]
