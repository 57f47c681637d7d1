"""What a network makes of many pictures: loss, accuracy, dead units, confusion, mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.layers import Activation
from visualizer.learning.film import Measured, Wrong
from visualizer.learning.loss import scored
from visualizer.learning.network import Network
from visualizer.learning.parts.pointwise import CAN_DIE
from visualizer.material.digits import CLASSES

CHUNK: Final = 64
MOST_WRONG: Final = 12


def mortal(network: Network) -> tuple[int, ...]:
    """Return the places of the layers whose units can die."""
    return tuple(
        place
        for place, layer in enumerate(network.layers)
        if isinstance(layer, Activation) and layer.kind in CAN_DIE
    )


class Measuring:
    """Runs pictures through a network, CHUNK at a time, and keeps what they say."""

    def __init__(self, network: Network, pictures: NDArray[Any], labels: NDArray[np.intp]) -> None:
        self._network, self._pictures, self._labels = network, pictures, labels
        self._relu = mortal(network)
        self._losses = np.empty(len(labels))
        self._probabilities = np.empty((len(labels), CLASSES), dtype=np.float32)
        self._greatest = [np.zeros(network.parts[place].shape[0]) for place in self._relu]

    def chunks(self) -> Iterator[None]:
        """Measure some pictures at each turn, until all are."""
        for start in range(0, len(self._labels), CHUNK):
            some = slice(start, start + CHUNK)
            outputs = self._network.outputs(self._pictures[some])
            found = scored(outputs[-1], self._labels[some])
            self._losses[some], self._probabilities[some] = found
            for greatest, place in zip(self._greatest, self._relu, strict=True):
                made = outputs[place]
                np.maximum(greatest, made.reshape(-1, made.shape[-1]).max(axis=0), out=greatest)
            yield

    @property
    def measured(self) -> Measured:
        """The mean loss and the accuracy."""
        return Measured(float(self._losses.mean()), float(np.mean(self._guesses == self._labels)))

    @property
    def dead(self) -> tuple[int, ...]:
        """How many units of each layer that can die were 0 for all pictures."""
        return tuple(int(np.sum(greatest == 0.0)) for greatest in self._greatest)

    @property
    def confusion(self) -> NDArray[np.uint16]:
        """How often each true digit was given each name, (true, guessed)."""
        both = self._labels * CLASSES + self._guesses
        counts = np.bincount(both, minlength=CLASSES**2).reshape(CLASSES, CLASSES)
        return counts.astype(np.uint16)

    @property
    def wrong(self) -> tuple[Wrong, ...]:
        """The pictures with a wrong name, the greatest loss first, at most MOST_WRONG."""
        guesses = self._guesses
        places = np.flatnonzero(guesses != self._labels)
        worst = places[np.argsort(-self._losses[places], kind="stable")[:MOST_WRONG]]
        return tuple(
            Wrong(
                place,
                int(self._labels[place]),
                int(guesses[place]),
                float(self._probabilities[place, guesses[place]]),
                float(self._probabilities[place, self._labels[place]]),
            )
            for place in worst.tolist()
        )

    @property
    def _guesses(self) -> NDArray[np.intp]:
        return np.asarray(self._probabilities.argmax(axis=1))
