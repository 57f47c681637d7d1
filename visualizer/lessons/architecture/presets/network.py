"""A network of the architecture page: an input and the layers on it."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.engine.network.layers import Activation, Layer
from visualizer.engine.network.walk import Walk, walk
from visualizer.memory import remembered

RELU = Activation("relu")


@dataclass(frozen=True)
class Network:
    """An input shape (C, H, W) and the layers stacked on it."""

    input_shape: tuple[int, int, int]
    layers: tuple[Layer, ...]

    def walk(self) -> Walk:
        """Walk the input through the layers; the first one that cannot work is in ``failure``."""
        return _walked(self)


@remembered(64)
def _walked(network: Network) -> Walk:
    # A page, its rules and ten questions walk through the same network, hundreds of times.
    return walk(network.input_shape, network.layers)


class Pile:
    """Layers written one after another, for networks whose branches name earlier ones."""

    def __init__(self) -> None:
        """Begin at the network's input."""
        self.layers: list[Layer] = []

    def put(self, *layers: Layer) -> int:
        """Add layers and return the index of the last, by which branches name it."""
        self.layers += layers
        return self.last

    @property
    def last(self) -> int:
        """The index of the last layer; −1, the input, where there is none."""
        return len(self.layers) - 1

    def on(self, *input_shape: int) -> Network:
        """Return the network of these layers on an input of this shape."""
        channels, height, width = input_shape
        return Network((channels, height, width), tuple(self.layers))
