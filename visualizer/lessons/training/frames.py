"""What the browser is sent of a training: only what it does not have yet, small enough for 10/s.

Pictures of numbers go as one signed byte a number, in 127ths of the largest magnitude among them.
"""

from __future__ import annotations

import base64
import math
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.layers import Activation, AvgPool, Conv, Flatten, MaxPool
from visualizer.learning import Epoch, Look, Snapshot, TrainingSettings
from visualizer.material.digits import GREATEST, digits

POINTS: Final = 1000
"""About as many losses of steps are drawn, each the mean of as many steps as that takes."""

_FEW: Final = 4  # significant digits


def stride(settings: TrainingSettings) -> int:
    """Return how many steps a point of the loss curve stands for."""
    steps = math.ceil(settings.pictures / settings.batch) * settings.epochs
    return math.ceil(steps / POINTS)


def since(snapshot: Snapshot, have: tuple[int, int], picture: int | None) -> dict[str, Any]:
    """Return where a training stands, without the points and epochs that the browser has.

    have: how many points and epochs those are. picture: the validation picture whose maps are
    wanted; None for no maps.
    """
    every = stride(snapshot.settings)
    whole = len(snapshot.losses) // every
    points, epochs = min(have[0], whole), min(have[1], len(snapshot.epochs))
    new = snapshot.losses[points * every : whole * every].reshape(-1, every)
    with np.errstate(all="ignore"):
        means = new.mean(axis=1, dtype=np.float64)
    return {
        "state": snapshot.state,
        "step": snapshot.step,
        "units": list(snapshot.units),
        "from": [points, epochs],
        "points": [_short(value) for value in means.tolist()],
        "epochs": [_epoch(snapshot, epoch, picture) for epoch in snapshot.epochs[epochs:]],
        "now": {
            "gradients": [_short(value) for value in snapshot.last_gradients],
            **_inside(snapshot.settings, snapshot.weights, picture),
        },
    }


def map_places(settings: TrainingSettings) -> tuple[int, ...]:
    """Return the layers whose maps are drawn: what activations and pooling make of them."""
    network = settings.network()
    flat = next(i for i, layer in enumerate(network) if isinstance(layer, Flatten))
    drawn = (Activation, MaxPool, AvgPool)
    return tuple(i for i, layer in enumerate(network[:flat]) if isinstance(layer, drawn))


def shown_pictures() -> list[str]:
    """Return every validation picture as 64 signs, row by row: 0 for paper to g for ink."""
    signs = "0123456789abcdefg"
    values = np.rint(digits()[1].pictures * GREATEST).astype(int).reshape(-1, 64)
    return ["".join(signs[value] for value in row) for row in values.tolist()]


def _epoch(snapshot: Snapshot, epoch: Epoch, picture: int | None) -> dict[str, Any]:
    return {
        "loss": [_short(epoch.training.loss), _short(epoch.validation.loss)],
        "accuracy": [_short(epoch.training.accuracy), _short(epoch.validation.accuracy)],
        "gradients": [_short(value) for value in epoch.gradients],
        "dead": list(epoch.dead),
        "confusion": epoch.confusion.ravel().tolist(),
        "wrong": [
            [one.picture, one.truth, one.guess, _short(one.probability)] for one in epoch.wrong
        ],
        **_inside(snapshot.settings, epoch.weights, picture),
    }


def _inside(
    settings: TrainingSettings, weights: NDArray[Any] | None, picture: int | None
) -> dict[str, Any]:
    """Return the first layer's kernels and the maps; nothing of weights that are gone or NaN."""
    if weights is None or not np.isfinite(weights).all():
        return {}
    look = Look(settings, weights)
    first = next((i for i, one in enumerate(look.layers) if isinstance(one, Conv)), None)
    found: dict[str, Any] = {}
    if first is not None:
        found["kernels"] = packed(look.kernels()[first][:, 0])
    if picture is not None:
        maps = look.maps(digits()[1].pictures[picture])
        found["maps"] = [packed(maps[place]) for place in map_places(settings)]
    return found


def packed(values: NDArray[Any]) -> dict[str, Any]:
    """Return numbers in 127ths of their largest magnitude; what is no number counts as 0."""
    clean = np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    limit = float(np.abs(clean).max(initial=0.0))
    small = np.rint(clean / (limit or 1.0) * 127).astype(np.int8)
    data = base64.b64encode(np.ascontiguousarray(small).tobytes()).decode("ascii")
    return {"type": "i1", "shape": list(values.shape), "data": data, "limit": _short(limit)}


def _short(value: float) -> float | None:
    """Return a number with few digits; None for what is none, as JSON has no word for it."""
    return float(f"{value:.{_FEW}g}") if math.isfinite(value) else None
