"""The lessons' own error: like the engine's, a code and the values for its sentence."""

from __future__ import annotations

from visualizer.words.text import text


class LessonError(ValueError):
    """Something a person gave that a lesson cannot use.

    ``code`` names the sentence ``error.<code>`` in texts/errors.py, ``parameter`` what it is about,
    ``details`` the values for its placeholders. ``str()`` is the English sentence.
    """

    def __init__(self, code: str, parameter: str = "", **details: object) -> None:
        """Write the English sentence at once; KeyError for a code that has none."""
        self.code = code
        self.parameter = parameter
        self.details = details
        super().__init__(text(f"error.{code}", "en", **details))
