"""From logits to names: what the network thinks, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from visualizer.alexnet.errors import AlexNetError
from visualizer.alexnet.names import ClassName
from visualizer.alexnet.run import Run


@dataclass(frozen=True)
class Guess:
    """One class: its logit and its probability.

    That is exp((logit − largest) / temperature), here ``exponential``, over the sum of all such
    terms.
    """

    name: ClassName
    logit: float
    exponential: float
    probability: float


@dataclass(frozen=True)
class Prediction:
    """The best guesses, best first.

    Softmax is linked to its logits by ``largest`` (the logit subtracted from all, for safety),
    ``temperature`` (which the difference is divided by; 1 where the weights were not calibrated)
    and ``denominator`` (the sum of all exponentials): probability = exponential / denominator.
    ``rest`` is the probability of all classes that are not listed.
    """

    top: tuple[Guess, ...]
    largest: float
    denominator: float
    rest: float
    classes: int
    temperature: float = 1.0


def predict(run: Run, names: Sequence[ClassName], count: int = 5) -> Prediction:
    """The ``count`` most probable classes of a run."""
    logits = run.logits.double().numpy()
    largest = float(logits.max())
    exponentials = np.exp((logits - largest) / run.temperature)
    denominator = float(exponentials.sum())
    order = np.argsort(-logits, kind="stable")[:count]
    top = tuple(guess(run, names, int(index)) for index in order)
    rest = max(0.0, 1.0 - sum(each.probability for each in top))
    return Prediction(top, largest, denominator, rest, len(logits), run.temperature)


def guess(run: Run, names: Sequence[ClassName], index: int) -> Guess:
    """One class of a run, whatever its rank. Raises AlexNetError for an index out of range."""
    logits = run.logits.double().numpy()
    if not 0 <= index < len(logits):
        raise AlexNetError("class_index", index=index, last=len(logits) - 1)
    exponential = float(np.exp((logits[index] - logits.max()) / run.temperature))
    return Guess(names[index], float(logits[index]), exponential, float(run.probabilities[index]))
