"""From settings to the chosen unit and what it sees."""

from __future__ import annotations

from visualizer.engine.network.fields import Grown, growth, map_size
from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.settings import MIDDLE, ArchitectureSettings


def shapes_of(walk: Walk) -> list[tuple[int, ...]]:
    """Return the input's shape and those of all outputs, as `engine.network.fields` expects."""
    return [walk.input_shape, *(step.output for step in walk.steps)]


def unit_of(walk: Walk, settings: ArchitectureSettings) -> tuple[int, int, int]:
    """Return (layer, row, col) of the chosen unit, by default the one in the middle of the map.

    The walk must have at least one step.
    """
    index = min(settings.layer, len(walk.steps) - 1)
    rows, cols = map_size(walk.layers, shapes_of(walk), index)
    return (
        index,
        rows // 2 if settings.row == MIDDLE else min(settings.row, rows - 1),
        cols // 2 if settings.col == MIDDLE else min(settings.col, cols - 1),
    )


def field_growth(walk: Walk, settings: ArchitectureSettings) -> list[Grown]:
    """Return how the chosen unit's field grows: see `engine.network.fields.growth`."""
    return growth(walk.layers, shapes_of(walk), *unit_of(walk, settings))
