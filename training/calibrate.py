"""Calibration: one temperature that makes the network's probabilities mean what they say.

A probability of 70 % should be right seven times in ten. Dividing all logits by one temperature
moves every probability towards 1/n (above 1) or away from it (below 1) and changes no ranking
(Guo et al., "On Calibration of Modern Neural Networks", 2017). It is fitted to every second
validation photo and judged on the others.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

BINS = 15


@dataclass(frozen=True)
class Calibration:
    """The temperature, and what it does to the photos that it was not fitted to.

    Expected calibration errors are shares, 0..1, over `bins` bins of equal width.
    """

    temperature: float
    fitted_on: int
    measured_on: int
    bins: int
    error_before: float
    error_after: float

    def entry(self) -> dict[str, Any]:
        """Return what the card holds."""
        return {
            name: round(value, 4) if isinstance(value, float) else value
            for name, value in asdict(self).items()
        }


def fit_temperature(logits: Tensor, labels: Tensor) -> float:
    """Find the temperature, 0.1..10, that makes `labels` (N,) most probable for `logits` (N, n).

    The loss has one minimum in the temperature, so that halving the interval finds it.
    """
    logits = logits.double()

    def slope(sharpness: float) -> float:
        """Of the mean loss, by 1 / temperature."""
        expected = (torch.softmax(logits * sharpness, 1) * logits).sum(1)
        return float((expected - logits.gather(1, labels[:, None])[:, 0]).mean())

    low, high = 0.1, 10.0
    for _ in range(50):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if slope(middle) < 0 else (low, middle)
    return float(1 / (low * high) ** 0.5)


def calibration_error(
    logits: Tensor, labels: Tensor, temperature: float = 1.0, bins: int = BINS
) -> float:
    """Measure how far confidence is from accuracy, on average: 0..1, the expected error.

    Photos are sorted into `bins` by the probability of the first guess; in each bin the mean
    probability is compared with the share that is right.
    """
    sure, guesses = F.softmax(logits.double() / temperature, 1).max(1)
    right = (guesses == labels).double()
    places = (sure * bins).long().clamp(max=bins - 1)
    gaps = torch.zeros(bins, dtype=torch.double).index_add_(0, places, sure - right)
    return float(gaps.abs().sum() / len(labels))


def calibrate(logits: Tensor, labels: Tensor) -> Calibration:
    """Fit to photos 0, 2, 4, … and measure on 1, 3, 5, …; both halves have every class."""
    temperature = round(fit_temperature(logits[::2], labels[::2]), 4)
    others, theirs = logits[1::2], labels[1::2]
    return Calibration(
        temperature,
        len(logits[::2]),
        len(others),
        BINS,
        calibration_error(others, theirs),
        calibration_error(others, theirs, temperature),
    )
