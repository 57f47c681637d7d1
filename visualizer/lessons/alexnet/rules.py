"""A unit lies inside its layer, a layer in its network; a class is one that the network knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from visualizer.lessons.alexnet.settings import (
    BEST,
    CAMERA,
    FIRST,
    INSTEAD,
    METHODS,
    NO_METHOD,
    OWN,
    PAPER,
    PAPER_CLASSES,
    RANDOM,
    SHIPPED_CLASSES,
    TRAINED,
    UPLOAD,
    WEIGHTS,
    AlexNetSettings,
    LayerShape,
    layer_shape,
    names_of,
)
from visualizer.settings.rules import Bounds, Notice, Rules

# What each method alone has to choose.
_OF_METHODS = {"grad_cam": "cam_layer", "occlusion": "patch", "integrated": "baseline"}

MISSING = "alex_picture_missing"
"""The notice of a picture that an address names and cannot hold."""


@dataclass(frozen=True)
class OwnShape:
    """What the rules know of a reader's own network: which one it is, and its classes."""

    network: str
    classes: int


class AlexNetRules(Rules[AlexNetSettings]):
    """The rules for the networks that there are."""

    def __init__(self, classes: int, own: OwnShape | None = None) -> None:
        """Take the number of classes of the trained network, at least 1, and the reader's own."""
        self.classes = classes
        self.own = own

    def classes_of(self, settings: AlexNetSettings) -> int:
        """Return how many classes the chosen network knows."""
        if settings.weights == OWN and self.own is not None:
            return self.own.classes
        if settings.network == PAPER:
            return PAPER_CLASSES
        return SHIPPED_CLASSES if settings.weights == RANDOM else self.classes

    def layer(self, settings: AlexNetSettings) -> LayerShape:
        """Return the chosen layer of the chosen network."""
        return layer_shape(settings.layer, self.classes_of(settings), settings.network)

    def limits(self, settings: AlexNetSettings) -> dict[str, Bounds]:
        """Return what there is of weights, layers, channels, rows, columns, classes and methods."""
        # Nobody gives away weights of the network of 2012.
        missing = {TRAINED} if settings.network == PAPER else set()
        if self.own is None:
            missing.add(OWN)
        return {
            "weights": Bounds(choices=tuple(each for each in WEIGHTS if each not in missing)),
            "layer": Bounds(choices=names_of(settings.network)),
            "second": Bounds(
                choices=(NO_METHOD, *(each for each in METHODS if each != settings.method))
            ),
            **self._numbers(settings),
        }

    def _numbers(self, settings: AlexNetSettings) -> dict[str, Bounds]:
        layer = self.layer(settings)
        rows, cols = layer.size
        return {
            "channel": Bounds(0, layer.shape[0] - 1),
            "row": Bounds(0, rows - 1),
            "col": Bounds(0, cols - 1),
            "class_": Bounds(BEST, self.classes_of(settings) - 1),
        }

    def infer(
        self, settings: AlexNetSettings, given: Collection[str]
    ) -> tuple[AlexNetSettings, list[Notice]]:
        """Put what is shipped where an address names a picture that it cannot hold."""
        if settings.photo not in (UPLOAD, CAMERA):
            return settings, []
        # A stranger's picture does not travel with the address: it stays on the machine it is on.
        notice = Notice(MISSING, "photo", settings.photo, used=FIRST)
        return replace(settings, photo=FIRST), [notice]

    def settle(self, settings: AlexNetSettings) -> tuple[AlexNetSettings, list[Notice]]:
        """Bring network, layer, unit and class within what there is, and say so."""
        now, notices = self._network(settings)
        if now.layer not in names_of(now.network):
            used = INSTEAD[now.layer]
            notices.append(Notice("alex_layer_missing", "layer", now.layer, used=used))
            now = replace(now, layer=used)
        for name, bound in self._numbers(now).items():
            value, used_ = int(getattr(now, name)), int(bound.high)
            if value > used_:
                notices.append(Notice("out_of_range", name, str(value), f"0–{used_}", str(used_)))
                now = now.changed(**{name: used_})
        if now.second == now.method:
            notices.append(Notice("alex_same_method", "second", now.second, used=NO_METHOD))
            now = replace(now, second=NO_METHOD)
        return now, notices

    def _network(self, settings: AlexNetSettings) -> tuple[AlexNetSettings, list[Notice]]:
        """Return settings with weights that there are, in the network that they are made for."""
        if settings.weights == OWN and self.own is not None:
            return replace(settings, network=self.own.network), []
        notices = []
        now = settings
        if now.weights == OWN:
            used = RANDOM if now.network == PAPER else TRAINED
            notices.append(Notice("alex_weights_missing", "weights", OWN, used=used))
            now = replace(now, weights=used)
        if now.network == PAPER:
            now = replace(now, weights=RANDOM)
        return now, notices

    def hidden(self, settings: AlexNetSettings) -> Collection[str]:
        """Return what the layer and the method leave without meaning."""
        unit = set() if self.layer(settings).has_places else {"row", "col"}
        return unit | {
            field for method, field in _OF_METHODS.items() if method not in settings.methods
        }
