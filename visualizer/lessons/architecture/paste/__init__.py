"""A pasted network, read and never run: its shapes, what is wrong, and what would mend it."""

from visualizer.lessons.architecture.paste.errors import ErrorReading, read_error
from visualizer.lessons.architecture.paste.read import (
    CANNOT_WORK,
    NOT_SUPPORTED,
    WARNING,
    Problem,
    Reading,
    ReadLayer,
    ReadPart,
    read_network,
)

__all__ = [
    "CANNOT_WORK",
    "NOT_SUPPORTED",
    "WARNING",
    "ErrorReading",
    "Problem",
    "ReadLayer",
    "ReadPart",
    "Reading",
    "read_error",
    "read_network",
]
