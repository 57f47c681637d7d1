"""Rules: the chosen layer and unit must exist, and ``step`` may not be behind the chosen layer."""

from __future__ import annotations

from visualizer.engine.network.fields import map_size
from visualizer.lessons.architecture.example import shapes_of
from visualizer.lessons.architecture.settings import MIDDLE, ArchitectureSettings
from visualizer.settings.rules import Bounds, Notice, Rules


class ArchitectureRules(Rules[ArchitectureSettings]):
    """The rules of the architecture lesson."""

    def settle(self, settings: ArchitectureSettings) -> tuple[ArchitectureSettings, list[Notice]]:
        """Return settings whose layer, unit and step exist; there are no notices."""
        lowered = {
            name: min(int(getattr(settings, name)), int(bounds.high))
            for name, bounds in self.limits(settings).items()
        }
        return settings.changed(**lowered), []

    def limits(self, settings: ArchitectureSettings) -> dict[str, Bounds]:
        """Return the bounds of layer, row, col and step in the present network."""
        walk = settings.network.walk()
        last = max(len(walk.steps) - 1, 0)
        layer = min(settings.layer, last)
        rows, cols = map_size(walk.layers, shapes_of(walk), layer) if walk.steps else (1, 1)
        return {
            "layer": Bounds(0, last),
            "row": Bounds(MIDDLE, rows - 1),
            "col": Bounds(MIDDLE, cols - 1),
            "step": Bounds(0, layer),
        }
