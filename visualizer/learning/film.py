"""What is recorded of a training: an entry an epoch, and a snapshot of where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from visualizer.learning.settings import TrainingSettings

MOST_BYTES: Final = 4_000_000
"""Of the weights that are kept of all epochs together."""


class Measured(NamedTuple):
    """The mean loss of some pictures, and the share of them that is named right, 0 to 1."""

    loss: float
    accuracy: float


class Wrong(NamedTuple):
    """A validation picture that the network names wrong.

    picture: its place in the validation set; probability: of the guess; of_truth: of the digit.
    """

    picture: int
    truth: int
    guess: int
    probability: float
    of_truth: float


@dataclass(frozen=True, eq=False)
class Epoch:
    """What an epoch came to; number 0 is the network before its first step.

    training, validation: measured after it, without dropout, training against the labels that the
    network learns, wrong ones included. gradients: of each layer with weights, the mean size of a
    weight's gradient over all steps of the epoch; empty in epoch 0. dead: of each ReLU layer, how
    many units (channels of maps) are 0 for all training pictures. confusion: (true, guessed) counts
    of the validation pictures, uint16. wrong: the worst first. seconds: of processor time that the
    steps took. weights: what `look` takes; None where it was thinned out.
    """

    number: int
    training: Measured
    validation: Measured
    gradients: tuple[float, ...]
    dead: tuple[int, ...]
    confusion: NDArray[np.uint16]
    wrong: tuple[Wrong, ...]
    seconds: float
    weights: NDArray[Any] | None


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Where a training stands; nothing in it changes any more.

    state: one of STATES. step: steps so far, of which ``batch`` in the epoch that runs, which has
    ``steps_per_epoch``. losses: of each step so far, float32. last_gradients: as `Epoch`'s, of the
    last step. epochs: from number 0 on; empty before anything was computed. learning: the places in
    ``settings.network()`` that have weights, parameters: how many each has; relu: the places of
    those whose units can die, units: how many each has. pictures, labels: what is trained on, as
    places of the training set. weights: those of now, what `look` takes.
    """

    settings: TrainingSettings
    state: str
    step: int
    batch: int
    steps_per_epoch: int
    losses: NDArray[np.float32]
    last_gradients: tuple[float, ...]
    epochs: tuple[Epoch, ...]
    learning: tuple[int, ...]
    parameters: tuple[int, ...]
    relu: tuple[int, ...]
    units: tuple[int, ...]
    pictures: NDArray[np.intp]
    labels: NDArray[np.intp]
    weights: NDArray[Any]

    @property
    def seconds(self) -> float:
        """Processor time of all steps of the epochs that have ended."""
        return sum(epoch.seconds for epoch in self.epochs)

    def epoch_with_weights(self, number: int) -> Epoch | None:
        """Return the last recorded epoch up to ``number`` whose weights were kept."""
        kept = [epoch for epoch in self.epochs[: number + 1] if epoch.weights is not None]
        return kept[-1] if kept else None


STATES: Final = ("ready", "running", "paused", "finished", "diverged", "stopped", "failed")
"""Of a training; the last four are its end."""


class Film:
    """The epochs so far; of every other one the weights are dropped where all exceed MOST_BYTES."""

    def __init__(self) -> None:
        self.epochs: tuple[Epoch, ...] = ()
        self._every = 1

    def add(self, epoch: Epoch) -> None:
        """Record an epoch."""
        assert epoch.weights is not None
        if epoch.number % self._every:
            epoch = replace(epoch, weights=None)
        self.epochs = (*self.epochs, epoch)
        while self._bytes() > MOST_BYTES:
            self._every *= 2
            self.epochs = tuple(
                replace(one, weights=None) if one.number % self._every else one
                for one in self.epochs
            )

    def _bytes(self) -> int:
        return sum(0 if one.weights is None else one.weights.nbytes for one in self.epochs)
