"""torch's messages: recognised, explained with their numbers, and placed on a line of the code."""

from visualizer.lessons.architecture.paste.errors.read import ErrorReading, read_error

__all__ = ["ErrorReading", "read_error"]
