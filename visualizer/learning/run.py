"""A training, a piece at a time: one step, or some pictures measured, so that others get a turn."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator
from typing import Any, Literal

import numpy as np
from numpy.typing import DTypeLike, NDArray

from visualizer.learning.draws import Draws
from visualizer.learning.film import Epoch, Film, Snapshot
from visualizer.learning.loss import scored, to_gradient
from visualizer.learning.measure import Measuring, mortal
from visualizer.learning.network import Network
from visualizer.learning.optimisers import OPTIMISERS
from visualizer.learning.parts.convolution import Convolution
from visualizer.learning.parts.dense import Dense
from visualizer.learning.settings import INPUT, TrainingSettings, check, chosen
from visualizer.material.digits import digits

Piece = Literal["step", "measured", "epoch"]
"""What was just done: one step, some pictures measured, or the last of them: an epoch's end."""


class Run:
    """A training that waits for `advance`; one thread at a time may use it.

    settings: checked here. dtype: float64 where sums are compared with torch's; float32 takes half
    of the time. EngineError: settings out of bounds, or layers that do not fit.
    """

    def __init__(self, settings: TrainingSettings, dtype: DTypeLike = "f4") -> None:
        self.settings = check(settings)
        self.network = Network(settings.network(), INPUT, settings.seed, dtype)
        self.network.needs_no_input_gradient()
        training, validation = digits()
        self.chosen = chosen(settings, training)
        self._pictures = _as_read(training.pictures[self.chosen.places], dtype)
        self._validation = _as_read(validation.pictures, dtype), validation.labels
        self._optimiser = OPTIMISERS[settings.optimiser](settings.rate, settings.decay)
        self._order = Draws(settings.seed, "order")
        self.steps_per_epoch = math.ceil(settings.pictures / settings.batch)
        self._losses = np.empty(self.steps_per_epoch * settings.epochs, dtype=np.float32)
        self.step = self.batch = 0
        self.diverged = False
        self.film = Film()
        starts = self.network.starts
        self._learning = self.network.learning
        self._counts = [starts[place + 1] - starts[place] for place in self._learning]
        self._starts = [starts[place] for place in self._learning]
        self._sizes = self._last_sizes = np.zeros(len(self._counts))
        self._seconds = 0.0
        self._shift_biases()
        self._pieces = self._all()

    @property
    def losses(self) -> NDArray[np.float32]:
        """The loss of each step so far."""
        made = self._losses[: self.step]
        made.setflags(write=False)
        return made

    def advance(self) -> Piece | None:
        """Do the next piece and say what it was; None when the training is over."""
        with np.errstate(all="ignore"):
            return next(self._pieces, None)

    def one_step(self) -> Piece | None:
        """Advance to the end of the next step."""
        return self._until("step")

    def one_epoch(self) -> Piece | None:
        """Advance to the end of the epoch."""
        return self._until("epoch")

    def snapshot(self, state: str = "paused") -> Snapshot:
        """Return where the training stands."""
        relu = mortal(self.network)
        return Snapshot(
            settings=self.settings,
            state=state,
            step=self.step,
            batch=self.batch,
            steps_per_epoch=self.steps_per_epoch,
            losses=self.losses,
            last_gradients=tuple(self._last_sizes.tolist()) if self.step else (),
            epochs=self.film.epochs,
            learning=self._learning,
            parameters=tuple(self._counts),
            relu=relu,
            units=tuple(self.network.parts[place].shape[0] for place in relu),
            pictures=self.chosen.places,
            labels=self.chosen.labels,
            weights=self._weights(),
        )

    def close(self) -> None:
        """End here, so that what it holds can be given back at once."""
        self._pieces.close()

    def _until(self, wanted: Piece) -> Piece | None:
        piece = self.advance()
        while piece not in (wanted, None):
            piece = self.advance()
        return piece

    def _all(self) -> Generator[Piece]:
        yield from self._measure(0)
        for number in range(1, self.settings.epochs + 1):
            order = self._order.order(self.settings.pictures)
            self.batch, self._seconds = 0, 0.0
            self._sizes = np.zeros(len(self._counts))
            for start in range(0, len(order), self.settings.batch):
                self._one(order[start : start + self.settings.batch])
                yield "step"
                if self.diverged:
                    return
            yield from self._measure(number)
            if self.diverged:
                return

    def _one(self, places: NDArray[np.intp]) -> None:
        """Take one step of descent for the pictures at these places."""
        began = time.thread_time()
        network, labels = self.network, self.chosen.labels[places]
        found = scored(network.forward(self._pictures[places], training=True), labels)
        loss = float(found.losses.mean())
        network.backward(to_gradient(found.probabilities, labels))
        sums = np.add.reduceat(np.abs(network.gradients), self._starts)
        self._last_sizes = sums / self._counts
        self._sizes += self._last_sizes
        self._optimiser.move(network.weights, network.gradients)
        self._losses[self.step] = loss
        self.step += 1
        self.batch += 1
        self.diverged = not math.isfinite(loss)
        self._seconds += time.thread_time() - began

    def _measure(self, number: int) -> Iterator[Piece]:
        """Measure training and validation pictures, and record the epoch."""
        training = Measuring(self.network, self._pictures, self.chosen.labels)
        validation = Measuring(self.network, *self._validation)
        for measuring in (training, validation):
            for _ in measuring.chunks():
                yield "measured"
        measured = training.measured
        self.diverged = not math.isfinite(measured.loss)
        self.film.add(
            Epoch(
                number=number,
                training=measured,
                validation=validation.measured,
                gradients=tuple((self._sizes / max(1, self.batch)).tolist()) if number else (),
                dead=training.dead,
                confusion=validation.confusion,
                wrong=validation.wrong,
                seconds=self._seconds,
                weights=self._weights(),
            )
        )
        yield "epoch"

    def _weights(self) -> NDArray[Any]:
        """Return weights and running numbers in one array that nothing changes."""
        both = np.concatenate((self.network.weights, self.network.states))
        both.setflags(write=False)
        return both

    def _shift_biases(self) -> None:
        if not self.settings.bias:
            return
        named = self.network.named()
        for place in self._learning[:-1]:
            weighted = isinstance(self.network.parts[place], Convolution | Dense)
            if weighted and f"{place}.bias" in named:
                named[f"{place}.bias"] += self.settings.bias
        self.network.load(named)


def _as_read(pictures: NDArray[Any], dtype: DTypeLike) -> NDArray[Any]:
    """Return pictures (N, C, H, W) of the network's type."""
    return np.ascontiguousarray(pictures, dtype=dtype)
