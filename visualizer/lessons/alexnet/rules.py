"""A unit lies inside its layer; a class is one that the network knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from visualizer.lessons.alexnet.settings import (
    BEST,
    CAMERA,
    FIRST,
    UPLOAD,
    AlexNetSettings,
    layer_shape,
)
from visualizer.settings.rules import Bounds, Notice, Rules

MISSING = "alex_picture_missing"
"""The notice of a picture that an address names and cannot hold."""


class AlexNetRules(Rules[AlexNetSettings]):
    """The rules for a network with so many classes."""

    def __init__(self, classes: int) -> None:
        """Take the number of classes, at least 1."""
        self.classes = classes

    def limits(self, settings: AlexNetSettings) -> dict[str, Bounds]:
        """Return what there is of channels, rows, columns and classes."""
        layer = layer_shape(settings.layer, self.classes)
        rows, cols = layer.size
        return {
            "channel": Bounds(0, layer.shape[0] - 1),
            "row": Bounds(0, rows - 1),
            "col": Bounds(0, cols - 1),
            "class_": Bounds(BEST, self.classes - 1),
        }

    def infer(
        self, settings: AlexNetSettings, given: Collection[str]
    ) -> tuple[AlexNetSettings, list[Notice]]:
        """Put a shipped photo where an address names a picture that it cannot hold."""
        if settings.photo not in (UPLOAD, CAMERA):
            return settings, []
        # A stranger's picture does not travel with the address: it stays on the machine it is on.
        notice = Notice(MISSING, "photo", settings.photo, used=FIRST)
        return replace(settings, photo=FIRST), [notice]

    def settle(self, settings: AlexNetSettings) -> tuple[AlexNetSettings, list[Notice]]:
        """Bring the unit and the class within what there is, and say so."""
        now, notices = settings, list[Notice]()
        for name, bound in self.limits(settings).items():
            value, used = int(getattr(now, name)), int(bound.high)
            if value > used:
                notices.append(Notice("out_of_range", name, str(value), f"0–{used}", str(used)))
                now = now.changed(**{name: used})
        return now, notices

    def hidden(self, settings: AlexNetSettings) -> Collection[str]:
        """Return what the layer and the method leave without meaning."""
        places = layer_shape(settings.layer, self.classes).has_places
        unit = set() if places else {"row", "col"}
        return unit | ({"patch"} if settings.method == "grad_cam" else {"cam_layer"})
