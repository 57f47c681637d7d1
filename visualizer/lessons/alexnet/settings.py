"""The AlexNet page's table: what an address can say about the network, a photo and one unit of it.

The layers' names and shapes are written down here, so that no torch is needed to read an address;
a test compares them with the networks themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.settings.inputs import PHOTOS
from visualizer.settings.table import Settings, choice, whole

UPLOAD, CAMERA = "upload", "webcam"  # one shipped photo is called camera
# The page opens on a photo that the shipped weights name with confidence.
FIRST = "goldfish" if "goldfish" in PHOTOS else (*PHOTOS, UPLOAD)[0]
SORTS = ("index", "mean", "max")
SCALES = ("map", "layer", "all")
METHODS = ("grad_cam", "occlusion", "integrated")
NO_METHOD = "none"  # beside the first one
PATCHES = ("16", "32", "64")
BASELINES = ("black", "blurred")
DEPTHS = ("last", "dense", "all")  # whose weights are random
CAM_LAYERS = ("conv1", "conv2", "conv3", "conv4", "conv5")
STRONGEST = -1  # a channel or a cell that nobody chose: the one with the largest value
BEST = -1  # a class that nobody chose: the most probable one
MOST_CLASSES = 100_000
SHIPPED_CLASSES = 200  # of the weights that come with the app
PAPER_CLASSES = 1000  # of the network of 2012

TORCHVISION, PAPER = "torchvision", "2012"
NETWORKS = (TORCHVISION, PAPER)
TRAINED, RANDOM, OWN = "trained", "random", "own"
WEIGHTS = (TRAINED, RANDOM, OWN)
INPUTS = {TORCHVISION: (3, 224, 224), PAPER: (3, 227, 227)}

_Layers = dict[str, tuple[str, tuple[int, ...]]]
_CONNECTED: _Layers = {
    "fc6": ("linear", (4096,)),
    "relu6": ("relu", (4096,)),
    "fc7": ("linear", (4096,)),
    "relu7": ("relu", (4096,)),
}
_TORCHVISION: _Layers = {
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
    **_CONNECTED,
}
_PAPER: _Layers = {
    "conv1": ("conv", (96, 55, 55)),
    "relu1": ("relu", (96, 55, 55)),
    "norm1": ("norm", (96, 55, 55)),
    "pool1": ("maxpool", (96, 27, 27)),
    "conv2": ("conv", (256, 27, 27)),
    "relu2": ("relu", (256, 27, 27)),
    "norm2": ("norm", (256, 27, 27)),
    "pool2": ("maxpool", (256, 13, 13)),
    "conv3": ("conv", (384, 13, 13)),
    "relu3": ("relu", (384, 13, 13)),
    "conv4": ("conv", (384, 13, 13)),
    "relu4": ("relu", (384, 13, 13)),
    "conv5": ("conv", (256, 13, 13)),
    "relu5": ("relu", (256, 13, 13)),
    "pool5": ("maxpool", (256, 6, 6)),
    **_CONNECTED,
}
_LAYERS = {TORCHVISION: _TORCHVISION, PAPER: _PAPER}
LAST = "fc8"
NAMES = (*_TORCHVISION, LAST)
# Where a network lacks a layer that the other has, the one whose output comes closest to it.
INSTEAD = {"norm1": "relu1", "norm2": "relu2", "avgpool": "pool5"}
# The layers of both networks, in the order of computation.
EITHER = ("conv1", "relu1", "norm1", "pool1", "conv2", "relu2", "norm2", *NAMES[5:])


def names_of(network: str) -> tuple[str, ...]:
    """Return the names of a network's layers, first to last; KeyError for an unknown network."""
    return (*_LAYERS[network], LAST)


@dataclass(frozen=True)
class LayerShape:
    """A layer: conv, relu, maxpool, norm, avgpool or linear, its output's (C, H, W) or (F,)."""

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


def layer_shape(name: str, classes: int, network: str = TORCHVISION) -> LayerShape:
    """Return a layer of a network with this many classes; KeyError for an unknown name."""
    kind, shape = ("linear", (classes,)) if name == LAST else _LAYERS[network][name]
    return LayerShape(name, kind, shape)


@dataclass(frozen=True)
class AlexNetSettings(Settings, prefix="alex"):
    """All settings; channels, rows, columns and classes are counted from 0, on screen from 1."""

    photo: str = choice(FIRST, (*PHOTOS, UPLOAD, CAMERA), section="input")
    network: str = choice(TORCHVISION, NETWORKS, section="input")
    weights: str = choice(TRAINED, WEIGHTS, section="input")
    layer: str = choice("conv1", EITHER)
    sort: str = choice("index", SORTS)
    scale: str = choice("map", SCALES)
    channel: int = whole(STRONGEST, STRONGEST, MOST_CLASSES)
    row: int = whole(STRONGEST, STRONGEST, 54)
    col: int = whole(STRONGEST, STRONGEST, 54)
    method: str = choice("grad_cam", METHODS)
    # ``class`` is a word of Python; the address has ``alex_class``.
    class_: int = whole(BEST, BEST, MOST_CLASSES)
    cam_layer: str = choice("conv5", CAM_LAYERS)
    patch: str = choice("32", PATCHES)
    second: str = choice(NO_METHOD, (NO_METHOD, *METHODS))
    baseline: str = choice("black", BASELINES)
    sanity: str = choice("all", DEPTHS)

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that are shown: one, or two side by side."""
        return (self.method,) if self.second == NO_METHOD else (self.method, self.second)
