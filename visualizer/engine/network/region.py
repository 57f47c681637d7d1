"""A rectangle of cells in a map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Region:
    """A rectangle of cells in a map, edges included; parts of it may lie in the padding."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """Rows from top to bottom."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """Columns from left to right."""
        return self.right - self.left + 1

    def clipped(self, height: int, width: int) -> Region:
        """Return the part inside a map of this size; without one, height or width is at most 0."""
        return Region(
            max(self.top, 0),
            max(self.left, 0),
            min(self.bottom, height - 1),
            min(self.right, width - 1),
        )
