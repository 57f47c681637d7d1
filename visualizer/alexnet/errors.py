"""The errors of `visualizer.alexnet`: each has a code, and the values that its sentence needs.

The sentences, in both languages, are in ``visualizer/lessons/alexnet/texts/errors.py``, which the
page looks up by ``error.key``.
"""

from __future__ import annotations

from typing import Any


class AlexNetError(Exception):
    """Something that `visualizer.alexnet` cannot do.

    ``code``: a snake_case name that stays the same between versions; ``details``: the values for
    the sentence's placeholders.
    """

    def __init__(self, code: str, **details: Any) -> None:
        """Keep the code and the details."""
        self.code = code
        self.details = details
        given = ", ".join(f"{name}={value}" for name, value in details.items())
        super().__init__(f"{code} ({given})" if given else code)

    @property
    def key(self) -> str:
        """The key of the sentence in the text catalog."""
        return "alexnet.error." + self.code

    def __reduce__(self) -> tuple[Any, ...]:
        """Support pickling and copying: Exception's own way would lose the keyword arguments."""
        return (_rebuild, (type(self), self.code, self.details))


def _rebuild(kind: type[AlexNetError], code: str, details: dict[str, Any]) -> AlexNetError:
    return kind(code, **details)


class WeightsError(AlexNetError):
    """A file of weights that cannot be used."""


class DownloadError(AlexNetError):
    """A download that did not succeed; the weights in use stay the same."""


class UnitError(AlexNetError):
    """A layer, channel or cell that the network does not have."""


class Cancelled(AlexNetError):
    """The caller asked to stop; nothing was left half done."""

    def __init__(self, code: str = "cancelled", **details: Any) -> None:
        """Make the error, which has only one code."""
        super().__init__(code, **details)
