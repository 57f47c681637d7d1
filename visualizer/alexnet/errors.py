"""The errors of this room: a stable code and the numbers that its sentence needs.

The sentences are in ``visualizer/lessons/alexnet/texts/errors.py``: the page says
``text(error.key, lang, **error.details)``. This room imports nothing of the lessons.
"""

from __future__ import annotations

from typing import Any


class AlexNetError(Exception):
    """Anything this room refuses to do.

    ``code`` is stable snake_case, ``key`` names the text, ``details`` fills its placeholders.
    """

    def __init__(self, code: str, **details: Any) -> None:
        self.code = code
        self.details = details
        given = ", ".join(f"{name}={value}" for name, value in details.items())
        super().__init__(f"{code} ({given})" if given else code)

    @property
    def key(self) -> str:
        """Key of the sentence in the text catalog."""
        return "alexnet.error." + self.code

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way loses the keyword arguments when an error crosses a process border.
        return (_rebuild, (type(self), self.code, self.details))


def _rebuild(kind: type[AlexNetError], code: str, details: dict[str, Any]) -> AlexNetError:
    return kind(code, **details)


class WeightsError(AlexNetError):
    """A file of weights that cannot be used."""


class DownloadError(AlexNetError):
    """A download that did not end with a verified file in its place."""


class UnitError(AlexNetError):
    """A layer, channel or cell that the network does not have."""


class Cancelled(AlexNetError):
    """The caller asked to stop; nothing was left half done."""

    def __init__(self, code: str = "cancelled", **details: Any) -> None:
        super().__init__(code, **details)
