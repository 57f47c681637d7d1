"""Tables of text, ready to show or to copy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Column heads and rows of text; the last ``closing`` rows are sums and results."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    closing: int = 0

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The rows as a page shows them: sums and results first, where no scrolling hides them."""
        at = len(self.rows) - self.closing
        return self.rows[at:] + self.rows[:at]
