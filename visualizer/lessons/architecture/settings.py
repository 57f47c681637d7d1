"""The architecture lesson's settings: the stack, and which layer and unit of it is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.lessons.architecture.address import decode, stack
from visualizer.lessons.architecture.edit import MAX_LAYERS
from visualizer.lessons.architecture.presets import Network
from visualizer.settings.inputs import FIRST_PHOTO, PHOTO_CHOICES
from visualizer.settings.table import Settings, choice, whole

MIDDLE = -1
"""A unit's row or column in an address when nobody chose one: the middle of the map."""


@dataclass(frozen=True)
class ArchitectureSettings(Settings, prefix="arch"):
    """All settings; rows and columns are counted from 0."""

    net: str = stack()
    # The layer that is marked, explained and, with its unit, traced back to the picture.
    layer: int = whole(0, 0, MAX_LAYERS - 1)
    row: int = whole(MIDDLE, MIDDLE, 600)
    col: int = whole(MIDDLE, MIDDLE, 600)
    step: int = whole(0, 0, MAX_LAYERS - 1)
    # The picture under the fields.
    photo: str = choice(FIRST_PHOTO, PHOTO_CHOICES)

    @property
    def network(self) -> Network:
        """The stack."""
        return decode(self.net)
