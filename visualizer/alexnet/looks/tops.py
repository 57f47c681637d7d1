"""Where in a photo each channel of each layer has its largest value: little enough to be kept.

All maps of a photo are 10 MB; their largest values and places are 0.1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from visualizer.alexnet.run import Run

Photo = TypeVar("Photo")


@dataclass(frozen=True)
class LayerTops:
    """The largest value of each channel (C,) float32, and its row and column (C,) int16."""

    values: np.ndarray
    rows: np.ndarray
    cols: np.ndarray


@dataclass(frozen=True)
class Tops:
    """The largest values of a photo, by layer; those of a ReLU are those of the layer before it."""

    layers: dict[str, LayerTops]
    before: dict[str, str]

    def top(self, layer: str, channel: int) -> tuple[float, int, int]:
        """Return a channel's largest value, its row and its column. KeyError: no such layer."""
        found = self.layers[self.before.get(layer, layer)]
        value = float(found.values[channel])
        if layer in self.before:
            value = max(0.0, value)
        return value, int(found.rows[channel]), int(found.cols[channel])


@dataclass(frozen=True)
class Excited(Generic[Photo]):
    """A photo, and the place where it excites a channel most."""

    photo: Photo
    value: float
    row: int
    col: int


def tops_of(run: Run) -> Tops:
    """Return the largest value and its place of every channel of every layer of a run."""
    layers: dict[str, LayerTops] = {}
    before: dict[str, str] = {}
    for place, each in enumerate(run.layers):
        if each.layer.kind == "relu" and place:
            before[each.name] = run.layers[place - 1].name
            continue
        output = each.array()
        flat = output.reshape(len(output), -1)
        at = flat.argmax(axis=1)
        width = output.shape[2] if output.ndim == 3 else 1
        rows, cols = (part.astype(np.int16) for part in np.divmod(at, width))
        layers[each.name] = LayerTops(flat[np.arange(len(flat)), at].copy(), rows, cols)
    return Tops(layers, before)


def most_excited(
    photos: Iterable[tuple[Photo, Tops]], layer: str, channel: int, count: int
) -> list[Excited[Photo]]:
    """Return the ``count`` photos that excite a channel most, the largest value first."""
    found = [Excited(photo, *tops.top(layer, channel)) for photo, tops in photos]
    return sorted(found, key=lambda each: -each.value)[:count]
