"""The AlexNet page's table: what an address can say about the network, a photo and one unit of it.

The layers' names and shapes are written down here, so that no torch is needed to read an address;
a test compares them with the network itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from visualizer.lessons.convolution import example as convolution_example
from visualizer.lessons.convolution import settings as convolution
from visualizer.lessons.pooling import settings as pooling
from visualizer.settings.inputs import PHOTOS, with_typed
from visualizer.settings.lesson import Bounds, Lesson, Notice, Rules
from visualizer.settings.parameters import ChoiceParameter, IntParameter, Values

UPLOAD, CAMERA = "upload", "webcam"  # one shipped photo is called camera
# The page opens on a photo that the shipped weights name with confidence.
FIRST = "goldfish" if "goldfish" in PHOTOS else (*PHOTOS, UPLOAD)[0]
SORTS = ("index", "mean", "max")
SCALES = ("map", "layer", "all")
METHODS = ("grad_cam", "occlusion")
PATCHES = ("16", "32", "64")
CAM_LAYERS = ("conv1", "conv2", "conv3", "conv4", "conv5")
STRONGEST = -1  # a channel or a cell that nobody chose: the one with the largest value
BEST = -1  # a class that nobody chose: the most probable one
MOST_CLASSES = 100_000

_LAYERS: dict[str, tuple[str, tuple[int, ...]]] = {
    "conv1": ("conv", (64, 55, 55)),
    "relu1": ("relu", (64, 55, 55)),
    "pool1": ("maxpool", (64, 27, 27)),
    "conv2": ("conv", (192, 27, 27)),
    "relu2": ("relu", (192, 27, 27)),
    "pool2": ("maxpool", (192, 13, 13)),
    "conv3": ("conv", (384, 13, 13)),
    "relu3": ("relu", (384, 13, 13)),
    "conv4": ("conv", (256, 13, 13)),
    "relu4": ("relu", (256, 13, 13)),
    "conv5": ("conv", (256, 13, 13)),
    "relu5": ("relu", (256, 13, 13)),
    "pool5": ("maxpool", (256, 6, 6)),
    "avgpool": ("avgpool", (256, 6, 6)),
    "fc6": ("linear", (4096,)),
    "relu6": ("relu", (4096,)),
    "fc7": ("linear", (4096,)),
    "relu7": ("relu", (4096,)),
}
LAST = "fc8"
NAMES = (*_LAYERS, LAST)


@dataclass(frozen=True)
class LayerShape:
    """A layer's kind (conv, relu, maxpool, avgpool, linear) and its output's (C, H, W) or (F,)."""

    name: str
    kind: str
    shape: tuple[int, ...]

    @property
    def has_places(self) -> bool:
        """True where units lie in maps and not in one row."""
        return len(self.shape) == 3

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of a map; (1, 1) where there are none."""
        return (self.shape[1], self.shape[2]) if self.has_places else (1, 1)


def layer_shape(name: str, classes: int) -> LayerShape:
    """Return a layer of the network with this many classes; KeyError for an unknown name."""
    kind, shape = ("linear", (classes,)) if name == LAST else _LAYERS[name]
    return LayerShape(name, kind, shape)


class AlexNetRules(Rules):
    """A unit lies inside its layer; a class is one the network knows."""

    def __init__(self, classes: int) -> None:
        self.classes = classes

    def limits(self, values: Values) -> dict[str, Bounds]:
        layer = layer_shape(str(values["alex_layer"]), self.classes)
        rows, cols = layer.size
        return {
            "alex_channel": Bounds(0, layer.shape[0] - 1),
            "alex_row": Bounds(0, rows - 1),
            "alex_col": Bounds(0, cols - 1),
            "alex_class": Bounds(BEST, self.classes - 1),
        }

    def infer(self, values: Values, given: Collection[str]) -> tuple[Values, list[Notice]]:
        # A stranger's picture does not travel with the address: it stays on the machine it is on.
        if values["alex_photo"] in (UPLOAD, CAMERA):
            instead = FIRST
            notice = Notice(
                "alex_picture_missing", "alex_photo", str(values["alex_photo"]), used=instead
            )
            return {**values, "alex_photo": instead}, [notice]
        return values, []

    def settle(self, values: Values) -> tuple[Values, list[Notice]]:
        now, notices = dict(values), []
        for name, bound in self.limits(now).items():
            if int(now[name]) > bound.high:
                used = int(bound.high)
                notices.append(Notice("out_of_range", name, str(now[name]), f"0–{used}", str(used)))
                now[name] = used
        return now, notices

    def relevant(self, values: Values) -> frozenset[str]:
        places = layer_shape(str(values["alex_layer"]), self.classes).has_places
        cam = values["alex_method"] == "grad_cam"
        hidden = {
            "alex_row": not places,
            "alex_col": not places,
            "alex_cam_layer": not cam,
            "alex_patch": cam,
        }
        return frozenset(name for name in values if not hidden.get(name, False))


@lru_cache(maxsize=8)
def lesson(classes: int) -> Lesson:
    """Return the page's settings for a network with this many classes."""
    return Lesson(
        "alex",
        (
            ChoiceParameter("alex_photo", FIRST, (*PHOTOS, UPLOAD, CAMERA), "input"),
            ChoiceParameter("alex_layer", "conv1", NAMES),
            ChoiceParameter("alex_sort", "index", SORTS),
            ChoiceParameter("alex_scale", "map", SCALES),
            IntParameter("alex_channel", STRONGEST, STRONGEST, MOST_CLASSES),
            IntParameter("alex_row", STRONGEST, STRONGEST, 54),
            IntParameter("alex_col", STRONGEST, STRONGEST, 54),
            ChoiceParameter("alex_method", "grad_cam", METHODS),
            IntParameter("alex_class", BEST, BEST, MOST_CLASSES),
            ChoiceParameter("alex_cam_layer", "conv5", CAM_LAYERS),
            ChoiceParameter("alex_patch", "32", PATCHES),
        ),
        AlexNetRules(classes),
    )


def convolution_address(
    parameters: Mapping[str, Any], image: np.ndarray, kernel: np.ndarray
) -> dict[str, str]:
    """Return the address of the convolution lesson with one real channel and one real kernel.

    image: (1, S, S), S at most 32; kernel: (k, k); parameters: the lesson's own settings.
    """
    table = convolution.LESSON
    # Maps, cut-outs and kernels of AlexNet are square: the widths follow the heights.
    wanted = table.rules.follow({**table.defaults(), **parameters})
    wanted = convolution_example.with_input(wanted, image)
    wanted = convolution_example.with_weights(wanted, kernel[np.newaxis])
    settled, _ = table.settle(wanted)
    return table.format(settled)


def pooling_address(parameters: Mapping[str, Any], image: np.ndarray) -> dict[str, str]:
    """Return the address of the pooling lesson with one real channel, (1, H, W)."""
    table = pooling.LESSON
    wanted: Values = {**table.defaults(), **parameters, "pool_channels": 1}
    wanted["pool_stride"] = str(wanted["pool_stride"])
    settled, _ = table.settle(with_typed("pool", wanted, image))
    return table.format(settled)
