"""What the lecture claims of training, as pairs of trainings that differ in one thing.

Each pair is trained with the same seed; the numbers that decide are those that were measured.
docs/learning.md has them for ten seeds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from visualizer.engine.network.layers import (
    Activation,
    Conv,
    Dropout,
    Flatten,
    Linear,
    MaxPool,
)
from visualizer.learning.film import Epoch, Snapshot
from visualizer.learning.records import Learning
from visualizer.learning.settings import TrainingSettings
from visualizer.material.digits import CLASSES

LAST: Final = 5
"""Gaps are means over so many epochs, the last ones, because a single epoch's jumps about."""

_RELU: Final = Activation("relu")
_END: Final = (Flatten(), Linear(CLASSES))


class Numbers(NamedTuple):
    """A measured quantity of both trainings; name: a key for texts."""

    name: str
    left: float
    right: float


class Verdict(NamedTuple):
    """Whether a claim holds for two trainings, and the numbers: those that decide come first."""

    holds: bool
    numbers: tuple[Numbers, ...]


@dataclass(frozen=True)
class Claim:
    """A claim as two settings that differ in what it is about.

    name: a key for texts. left has what the claim warns of or praises, as ``name`` says: sigmoid,
    ReLU, pooling, dropout, few pictures.
    """

    name: str
    left: TrainingSettings
    right: TrainingSettings
    _judge: Callable[[Snapshot, Snapshot], Verdict]

    def seeded(self, seed: int) -> tuple[TrainingSettings, TrainingSettings]:
        """Return both settings with another seed."""
        return replace(self.left, seed=seed), replace(self.right, seed=seed)

    def verdict(self, left: Snapshot, right: Snapshot) -> Verdict | None:
        """Judge by what both trainings have come to; None before both have an epoch behind them."""
        if min(len(left.epochs), len(right.epochs)) < 2:
            return None
        return self._judge(left, right)


def claims() -> tuple[Claim, ...]:
    """Return the five claims."""
    return _CLAIMS


def _both(name: str, of: Callable[[Snapshot], float], left: Snapshot, right: Snapshot) -> Numbers:
    return Numbers(name, of(left), of(right))


def _last(snapshot: Snapshot) -> tuple[Epoch, ...]:
    return snapshot.epochs[1:][-LAST:]


def validation(snapshot: Snapshot) -> float:
    """Return the share of validation pictures named right, the mean of the last epochs."""
    epochs = _last(snapshot)
    return sum(epoch.validation.accuracy for epoch in epochs) / len(epochs)


def training(snapshot: Snapshot) -> float:
    """Return the share of training pictures named right, the mean of the last epochs."""
    epochs = _last(snapshot)
    return sum(epoch.training.accuracy for epoch in epochs) / len(epochs)


def gap(snapshot: Snapshot) -> float:
    """Return how much greater the loss of validation is, the mean of the last epochs."""
    epochs = _last(snapshot)
    return sum(one.validation.loss - one.training.loss for one in epochs) / len(epochs)


def first_to_last(snapshot: Snapshot) -> float:
    """Return the gradient size of the first layer with weights by that of the last, in epoch 1."""
    sizes = snapshot.epochs[1].gradients
    return sizes[0] / sizes[-1] if sizes[-1] else 0.0


def dead_share(snapshot: Snapshot) -> float:
    """Return the share of units, of layers whose units can die, that are dead now."""
    return sum(snapshot.epochs[-1].dead) / sum(snapshot.units) if snapshot.units else 0.0


def _parameters(snapshot: Snapshot) -> float:
    return float(sum(snapshot.parameters))


def _seconds(snapshot: Snapshot) -> float:
    """Processor time of an epoch's steps: the least, which other programs disturbed least."""
    return min(epoch.seconds for epoch in snapshot.epochs[1:])


def _vanishing(left: Snapshot, right: Snapshot) -> Verdict:
    """Sigmoid: the first layer's gradient is less than a tenth of what it is with ReLU."""
    ratio = _both("first_to_last", first_to_last, left, right)
    return Verdict(
        ratio.left < ratio.right / 10, (ratio, _both("validation", validation, left, right))
    )


def _dying(left: Snapshot, right: Snapshot) -> Verdict:
    """ReLU: half of the units are dead, and leaky ReLU names 20 in 100 pictures more right."""
    dead = _both("dead", dead_share, left, right)
    named = _both("validation", validation, left, right)
    return Verdict(dead.left >= 0.5 and named.right > named.left + 0.2, (dead, named))


def _pooling(left: Snapshot, right: Snapshot) -> Verdict:
    """Pooling: fewer parameters, less time, and a smaller gap."""
    deciding = (
        _both("parameters", _parameters, left, right),
        _both("seconds", _seconds, left, right),
        _both("gap", gap, left, right),
    )
    holds = all(numbers.left < numbers.right for numbers in deciding)
    return Verdict(holds, (*deciding, _both("validation", validation, left, right)))


def _dropout(left: Snapshot, right: Snapshot) -> Verdict:
    """Dropout: a smaller gap, and more validation pictures named right."""
    gaps, named = _both("gap", gap, left, right), _both("validation", validation, left, right)
    holds = gaps.left < gaps.right and named.left > named.right
    return Verdict(holds, (gaps, named, _both("training", training, left, right)))


def _data(left: Snapshot, right: Snapshot) -> Verdict:
    """Few pictures: a greater gap, and 5 in 100 validation pictures fewer named right."""
    gaps, named = _both("gap", gap, left, right), _both("validation", validation, left, right)
    holds = gaps.left > gaps.right and named.left < named.right - 0.05
    return Verdict(holds, (gaps, named, _both("training", training, left, right)))


def _deep(kind: str) -> TrainingSettings:
    layers = (Conv(8, 3, padding=1), Activation(kind)) * 5
    return TrainingSettings((*layers, MaxPool(2), *_END), rate=0.02, epochs=20)


def _badly_begun(kind: str) -> TrainingSettings:
    layers = (
        Conv(8, 3, padding=1),
        Activation(kind),
        Conv(16, 3, padding=1),
        Activation(kind),
        MaxPool(2),
        *_END,
    )
    return TrainingSettings(layers, "adam", rate=0.003, epochs=20, bias=-0.5)


def _pooled(pooling: tuple[Learning, ...]) -> TrainingSettings:
    layers = (
        Conv(12, 3, padding=1),
        _RELU,
        Conv(24, 3, padding=1),
        _RELU,
        *pooling,
        Flatten(),
        Linear(24),
        _RELU,
        Linear(CLASSES),
    )
    return TrainingSettings(layers, rate=0.02, epochs=20)


def _few(dropout: tuple[Learning, ...], pictures: int = 40, epochs: int = 100) -> TrainingSettings:
    layers = (
        Conv(8, 3, padding=1),
        _RELU,
        Conv(16, 3, padding=1),
        _RELU,
        MaxPool(2),
        *dropout,
        *_END,
    )
    return TrainingSettings(layers, "adam", rate=0.003, batch=10, pictures=pictures, epochs=epochs)


_CLAIMS: Final = (
    Claim("vanishing", _deep("sigmoid"), _deep("relu"), _vanishing),
    Claim("dying", _badly_begun("relu"), _badly_begun("leaky_relu"), _dying),
    Claim("pooling", _pooled((MaxPool(2),)), _pooled(()), _pooling),
    Claim("dropout", _few((Dropout(0.5),)), _few(()), _dropout),
    Claim("data", _few((), 40, 20), _few((), 1000, 20), _data),
)
