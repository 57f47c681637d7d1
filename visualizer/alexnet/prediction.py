"""From logits to named classes with their probabilities."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from visualizer.alexnet.errors import AlexNetError
from visualizer.alexnet.names import ClassName
from visualizer.alexnet.run import Run


@dataclass(frozen=True)
class Guess:
    """One class with its logit and its probability, 0 to 1.

    ``exponential`` is exp((logit − largest) / temperature); divided by the sum over all classes it
    gives the probability.
    """

    name: ClassName
    logit: float
    exponential: float
    probability: float


@dataclass(frozen=True)
class Prediction:
    """The most probable classes, best first, and the numbers of the softmax.

    ``largest``: the largest logit, which is subtracted from all so that exp cannot overflow.
    ``temperature``: divides the difference; 1 if the weights are not calibrated. ``denominator``:
    the sum of all exponentials. ``rest``: the probability of all classes that are not listed.
    ``classes``: how many classes there are.
    """

    top: tuple[Guess, ...]
    largest: float
    denominator: float
    rest: float
    classes: int
    temperature: float = 1.0


@dataclass(frozen=True)
class Truth:
    """How a picture's true class fares: its name, its place among all (1 is first), 0 to 1."""

    name: ClassName
    place: int
    probability: float


def truth(run: Run, names: Sequence[ClassName], wnids: Collection[str]) -> Truth | None:
    """Return the best placed of the classes with these WordNet ids; None if there is none."""
    logits = run.logits.double().numpy()
    meant = [each for each in names if each.wnid in wnids]
    if not meant:
        return None
    best = max(meant, key=lambda each: float(logits[each.index]))
    place = 1 + int((logits > logits[best.index]).sum())
    return Truth(best, place, float(run.probabilities[best.index]))


def predict(run: Run, names: Sequence[ClassName], count: int = 5) -> Prediction:
    """Return the ``count`` most probable classes of a run; ``names`` are those of all classes."""
    logits = run.logits.double().numpy()
    largest = float(logits.max())
    exponentials = np.exp((logits - largest) / run.temperature)
    denominator = float(exponentials.sum())
    order = np.argsort(-logits, kind="stable")[:count]
    top = tuple(guess(run, names, int(index)) for index in order)
    rest = max(0.0, 1.0 - sum(each.probability for each in top))
    return Prediction(top, largest, denominator, rest, len(logits), run.temperature)


def guess(run: Run, names: Sequence[ClassName], index: int) -> Guess:
    """Return a class of a run by its index. Raises AlexNetError if there is no such class."""
    logits = run.logits.double().numpy()
    if not 0 <= index < len(logits):
        raise AlexNetError("class_index", index=index, last=len(logits) - 1)
    exponential = float(np.exp((logits[index] - logits.max()) / run.temperature))
    return Guess(names[index], float(logits[index]), exponential, float(run.probabilities[index]))
