"""How a lesson's settings depend on one another, and what is said when one had to change."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from visualizer.settings.parameters import Value
from visualizer.settings.table import Settings

S = TypeVar("S", bound=Settings)


@dataclass(frozen=True)
class Notice:
    """Something the page changed: which parameter, what was asked, what is allowed, what is used.

    ``code`` names the sentence ``notice.<code>``, ``details`` are more numbers for it. Rules name
    the parameter by its field (``size``), what the lesson returns as the address does
    (``conv_size``).
    """

    code: str
    parameter: str
    value: str = ""
    allowed: str = ""
    used: str = ""
    details: tuple[tuple[str, int], ...] = ()

    def about(self, name: str) -> Notice:
        """Return the same notice with the parameter's other name."""
        return replace(self, parameter=name)


@dataclass(frozen=True)
class Bounds:
    """What a control may be set to while all others stay as they are.

    Numbers: ``low`` to ``high``. Choices, flags and numbers with gaps (groups): ``choices``.
    """

    low: float = 0
    high: float = 0
    choices: tuple[Value, ...] | None = None


class Rules(Generic[S]):
    """The base class says: nothing depends on anything. Fields are named as in the dataclass."""

    def infer(self, settings: S, given: Collection[str]) -> tuple[S, list[Notice]]:
        """Return settings completed by what an address implies; ``given`` names what it sets."""
        return settings, []

    def settle(self, settings: S) -> tuple[S, list[Notice]]:
        """Return the nearest possible settings and a notice for each one that had to move."""
        return settings, []

    def follow(self, settings: S) -> S:
        """Return settings in which whatever has no control of its own follows its leader."""
        return settings

    def possible(self, settings: S) -> bool:
        """Tell whether the operation exists for these settings."""
        return True

    def limits(self, settings: S) -> dict[str, Bounds]:
        """Return bounds that are known without trying (a step's, a divisor's), by field."""
        return {}

    def hidden(self, settings: S) -> Collection[str]:
        """Return the fields that mean nothing now: not shown, and not written to the address."""
        return ()
