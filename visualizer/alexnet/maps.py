"""Questions about an output: which maps and units are strong, which range its colours span."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from visualizer.alexnet.run import Run

Order = Literal["index", "mean", "max"]
Scope = Literal["map", "layer", "all"]


@dataclass(frozen=True)
class StrongUnit:
    """A unit and its value; row and column are 0 in a fully connected layer."""

    channel: int
    row: int
    col: int
    value: float


def channel_order(output: np.ndarray, order: Order = "index") -> np.ndarray:
    """Channels (or units) of an output (C, H, W) or (F,) in the order they are to be shown.

    ``mean`` and ``max``: the strongest first; equal ones keep their order.
    """
    count = len(output)
    if order == "index":
        return np.arange(count)
    flat = output.reshape(count, -1)
    strength = flat.mean(axis=1, dtype=np.float64) if order == "mean" else flat.max(axis=1)
    return np.argsort(-strength, kind="stable")


def strongest_units(
    output: np.ndarray, count: int = 10, channel: int | None = None
) -> list[StrongUnit]:
    """The units of an output with the largest values, largest first; of one channel if named."""
    maps = output.reshape(len(output), 1, 1) if output.ndim == 1 else output
    first = 0
    if channel is not None:
        maps, first = maps[channel : channel + 1], channel
    flat = maps.ravel()
    count = min(count, flat.size)
    picked = np.argpartition(-flat, count - 1)[:count] if count else np.array([], dtype=int)
    picked = picked[np.lexsort((picked, -flat[picked]))]
    cells = np.stack(np.unravel_index(picked, maps.shape), axis=1)
    return [
        StrongUnit(first + int(c), int(row), int(col), float(maps[c, row, col]))
        for c, row, col in cells
    ]


def value_range(run: Run, layer: str, scope: Scope, channel: int | None = None) -> float:
    """Largest absolute value of a map, its layer or all layers: ± this is the colour scale."""
    if scope == "all":
        return max(float(each.output.abs().max()) for each in run.layers)
    output = run.output(layer)
    if scope == "map" and channel is not None:
        output = output[channel]
    return float(output.abs().max())
