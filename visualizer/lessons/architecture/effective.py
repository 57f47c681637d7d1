"""From what torch measured to the numbers that are told: how large the effective field is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.fields import trace_back
from visualizer.engine.network.layers import Linear
from visualizer.engine.network.region import Region
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.example import shapes_of, unit_of
from visualizer.lessons.architecture.proof import effective_field
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.memory import remembered

STRONG = 1 - 0.9545
"""From which part of the greatest strength on a cell counts, as in Luo et al. (2016)."""

LARGEST_WORK = 4e10
LARGEST_MAPS = 10**8
"""The multiply-adds and the values of a run, beyond which nothing is measured."""


@dataclass(frozen=True)
class Measured:
    """A unit's field and what it really depends on.

    row: of the input, the one with the greatest strength; field: what it could depend on, inside
    the input; middle: the smallest rectangle of the field's proportions around its middle that
    holds half of all strength; strong: how many cells have at least STRONG of the greatest.
    """

    strength: NDArray[np.float64]
    draws: int
    row: int
    field: Region
    middle: Region
    strong: int

    @property
    def side(self) -> float:
        """The side of a square of as many cells as are strong."""
        return float(np.sqrt(self.strong))

    @property
    def share(self) -> float:
        """The part of the field's cells, 0 to 1, that the middle has."""
        return self.middle.height * self.middle.width / (self.field.height * self.field.width)


def can_be_measured(walk: Walk, settings: ArchitectureSettings) -> bool:
    """Tell whether the chosen unit lies on a map, and its network is small enough."""
    index, *_ = unit_of(walk, settings)
    steps = walk.steps[: index + 1]
    return (
        len(walk.input_shape) == 3
        and not any(isinstance(step.layer, Linear) for step in steps)
        and sum(step.multiply_adds for step in steps) <= LARGEST_WORK
        and sum(step.values for step in steps) <= LARGEST_MAPS
    )


def measured(walk: Walk, settings: ArchitectureSettings) -> Measured | None:
    """Measure the chosen unit's effective field with torch; None if the picture does not reach it.

    ImportError: there is no torch.
    """
    unit = unit_of(walk, settings)
    shapes = tuple(shapes_of(walk))
    seen = trace_back(walk.layers, shapes, *unit)[0]
    if seen is None:
        return None
    field = seen.clipped(*walk.input_shape[1:])
    if field.height < 1 or field.width < 1:
        return None
    work = sum(step.multiply_adds for step in walk.steps[: unit[0] + 1])
    found = _found(walk.layers, shapes, unit, work)
    if not found.strength.any():
        return None
    return Measured(
        found.strength,
        found.draws,
        int(found.strength.max(axis=1).argmax()),
        field,
        _middle(found.strength, field),
        int((found.strength >= STRONG).sum()),
    )


# One reader's measurement at a time: it takes all cores for a moment.
_found = remembered(32)(effective_field)


def _middle(strength: NDArray[np.float64], field: Region) -> Region:
    """Return the smallest rectangle around the field's middle with half of all strength."""
    total, longest = float(strength.sum()), max(field.height, field.width)
    found = field
    for size in range(1, longest + 1):
        height = max(1, round(size * field.height / longest))
        width = max(1, round(size * field.width / longest))
        top = field.top + (field.height - height) // 2
        left = field.left + (field.width - width) // 2
        found = Region(top, left, top + height - 1, left + width - 1)
        if strength[top : top + height, left : left + width].sum() >= total / 2:
            break
    return found
