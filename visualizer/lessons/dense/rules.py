"""What a fully connected layer on a feature map can be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from visualizer.lessons.dense.settings import LARGEST_SIDE, DenseSettings
from visualizer.settings.rules import Bounds, Notice, Rules


class DenseRules(Rules[DenseSettings]):
    """The chosen output exists; a random map stays small enough to be drawn."""

    def settle(self, settings: DenseSettings) -> tuple[DenseSettings, list[Notice]]:
        """Bring the map's size and the chosen output within what there is."""
        size = min(settings.size, LARGEST_SIDE[settings.channels])
        return replace(settings, size=size, output=min(settings.output, settings.outputs - 1)), []

    def limits(self, settings: DenseSettings) -> dict[str, Bounds]:
        """Return the bounds of the map's size and of the chosen output."""
        return {
            "size": Bounds(2, LARGEST_SIDE[settings.channels]),
            "output": Bounds(0, settings.outputs - 1),
        }

    def hidden(self, settings: DenseSettings) -> Collection[str]:
        """Return what the kind of map leaves without meaning."""
        return {"data"} if settings.map == "random" else {"channels", "size"}
