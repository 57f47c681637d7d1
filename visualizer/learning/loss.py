"""The loss of a batch and its gradient; `engine.softmax_cross_entropy` without its checks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from visualizer.learning.parts.part import Batch


class Scored(NamedTuple):
    """What a batch's logits say: of each picture its loss, and the probabilities (N, classes)."""

    losses: Batch
    probabilities: Batch


def scored(logits: Batch, labels: NDArray[np.intp]) -> Scored:
    """Return the cross-entropy of each picture's softmax; logits (N, classes), labels (N,)."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    totals = powers.sum(axis=1, keepdims=True)
    rows = np.arange(len(labels))
    losses = np.log(totals[:, 0]) - shifted[rows, labels]
    powers /= totals
    return Scored(losses, powers)


def to_gradient(probabilities: Batch, labels: NDArray[np.intp]) -> Batch:
    """Make of the probabilities, in place, the gradient of the mean loss at the logits."""
    probabilities[np.arange(len(labels)), labels] -= 1.0
    probabilities /= len(labels)
    return probabilities
