"""The architecture lesson's settings: the network, and which layer and unit of it are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.shapes import MAX_SIDE
from visualizer.lessons.architecture.address import decode, stack
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import Network
from visualizer.settings.inputs import FIRST_PHOTO, PHOTO_CHOICES
from visualizer.settings.table import Settings, choice, whole

MIDDLE = -1
"""The row or column of a unit that nobody chose: it stands for the middle of the map."""


@dataclass(frozen=True)
class ArchitectureSettings(Settings, prefix="arch"):
    """All settings; rows and columns are counted from 0."""

    net: str = stack(section="input")
    # The layer that is marked and explained; its unit is traced back to the picture.
    layer: int = whole(0, 0, MAX_LAYERS - 1, section="input")
    row: int = whole(MIDDLE, MIDDLE, MAX_SIDE - 1)
    col: int = whole(MIDDLE, MIDDLE, MAX_SIDE - 1)
    step: int = whole(0, 0, MAX_LAYERS - 1)
    # The picture below the fields.
    photo: str = choice(FIRST_PHOTO, PHOTO_CHOICES)

    @property
    def network(self) -> Network:
        """The network as layers."""
        return decode(self.net)
