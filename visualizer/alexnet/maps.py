"""Questions about a layer's output: its strongest maps and units, and the range of its colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from visualizer.alexnet.run import Run

Order = Literal["index", "mean", "max"]
Scope = Literal["map", "layer", "all"]


@dataclass(frozen=True)
class StrongUnit:
    """A unit and its value. Row and column are 0 in a fully connected layer."""

    channel: int
    row: int
    col: int
    value: float


def channel_order(output: np.ndarray, order: Order = "index") -> np.ndarray:
    """Return the channels (or units) of an output (C, H, W) or (F,) in the order to show them.

    ``order``: by number, or by their mean or maximum, the largest first; equal ones stay in order.
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
    """Return the ``count`` units with the largest values in an output (C, H, W) or (F,).

    The largest comes first. ``channel``: look in this channel only.
    """
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
    """Return the largest absolute value in a map, in its layer, or in all layers (``scope``).

    It is where the colour scale ends on both sides. Raises UnitError for an unknown layer.
    """
    if scope == "all":
        return max(float(each.output.abs().max()) for each in run.layers)
    output = run.output(layer)
    if scope == "map" and channel is not None:
        output = output[channel]
    return float(output.abs().max())
