"""The chosen layer and unit must exist in the stack; ``step`` is a layer up to the chosen one."""

from __future__ import annotations

from visualizer.engine.network.fields import map_size
from visualizer.lessons.architecture.example import shapes_of
from visualizer.lessons.architecture.settings import MIDDLE, ArchitectureSettings
from visualizer.settings.rules import Bounds, Notice, Rules


class ArchitectureRules(Rules[ArchitectureSettings]):
    """The rules of the architecture lesson."""

    def settle(self, settings: ArchitectureSettings) -> tuple[ArchitectureSettings, list[Notice]]:
        """Bring layer, unit and step within the stack."""
        lowered = {
            name: min(int(getattr(settings, name)), int(bounds.high))
            for name, bounds in self.limits(settings).items()
        }
        return settings.changed(**lowered), []

    def limits(self, settings: ArchitectureSettings) -> dict[str, Bounds]:
        """Return what there is of layers, rows and columns."""
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
