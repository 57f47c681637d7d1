"""Which cells a page's stage has, so that a tour lights none that is not there."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

from visualizer.lessons.registry import PageEntry

# Its stage is the same layer once more, folded away until a reader opens it.
_FOLDED = ("dense",)


@dataclass(frozen=True)
class Grids:
    """The panels of one role: how many, and which cells each has, counted as the page does.

    ``rows`` and ``cols``: the first and the last one. The input begins at 1; with padding, before.
    """

    panels: int
    rows: tuple[int, int]
    cols: tuple[int, int]

    def has(self, panel: int, row: int, col: int) -> bool:
        """Tell whether there is such a cell, all counted from 1."""
        inside = self.rows[0] <= row <= self.rows[1] and self.cols[0] <= col <= self.cols[1]
        return inside and 1 <= panel <= self.panels

    def drawn(self, row: int, col: int) -> tuple[int, int]:
        """Return the place of a cell in the grid as it is drawn, from 0."""
        return row - self.rows[0], col - self.cols[0]


def grids(entry: PageEntry, settings: Any) -> dict[str, Grids]:
    """Return the grids whose cells can be lit, by role; {} for a page without a stage in sight."""
    if not entry.has_stage or entry.name in _FOLDED:
        return {}
    example: Any = importlib.import_module(f"{entry.module.__name__}.example").build(settings)
    trace = example.trace
    inserted = bool(getattr(trace, "transposed", False)) and (trace.grid.shape != trace.input.shape)
    # Between inserted zeros the page counts the rows of the grid itself.
    top, left = (0, 0) if inserted else (int(trace.pads[0][0]), int(trace.pads[1][0]))
    height, width = trace.grid.shape[1:]
    found = {"input": Grids(len(trace.grid), (1 - top, height - top), (1 - left, width - left))}
    if hasattr(trace, "weight"):
        found["kernel"] = _from_one(trace.weight.shape[1:])
    found["output"] = _from_one(trace.output.shape)
    if getattr(settings, "activation", "none") != "none":
        found["activated"] = _from_one(trace.activated.shape)
    return found


def _from_one(shape: tuple[int, ...]) -> Grids:
    panels, height, width = shape
    return Grids(panels, (1, height), (1, width))
