"""What every method gives, and what they share: a class's probability, bad classes, stopping."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from visualizer.alexnet.errors import AlexNetError, Cancelled
from visualizer.alexnet.run import Cancel, Run, apply


@dataclass(frozen=True)
class Heat:
    """Evidence for a class.

    ``method``: grad_cam, occlusion or integrated. ``raw``: the map as computed, (h, w) float32; for
    Grad-CAM 0 or more, at the layer's size; for occlusion the loss of probability, and for
    integrated gradients the share of the logit, of either sign, at the input's size. ``scaled``:
    (S, S) float32 from 0 to 1, for an overlay; negative evidence is 0, the largest 1.
    ``probability``: the class's, 0 to 1. ``layer``: the layer used ("" but for Grad-CAM).
    ``seconds``: the time it took.
    """

    method: str
    class_index: int
    layer: str
    raw: np.ndarray
    scaled: np.ndarray
    probability: float
    seconds: float

    @property
    def empty(self) -> bool:
        """Tell whether no evidence was found: ``scaled`` is 0 everywhere."""
        return not bool(self.scaled.any())

    @property
    def spread(self) -> np.ndarray:
        """The evidence at the input's size, (S, S), signs and all: what pixels are ranked by."""
        return self.raw if self.raw.shape == self.scaled.shape else self.scaled


def forward(run: Run, pictures: Tensor, cancel: Cancel | None = None) -> Tensor:
    """Return the logits (N, classes) of normalised pictures (N, 3, S, S), by a run's own layers.

    ``cancel``: asked before each layer; if it returns True, `Cancelled` is raised.
    """
    x = pictures
    for each in run.layers:
        stop_if(cancel)
        x = apply(each.layer, x)
    return x


def probabilities(run: Run, pictures: Tensor, cancel: Cancel | None = None) -> Tensor:
    """Return the probabilities (N, classes), float64, at the run's temperature."""
    return torch.softmax(forward(run, pictures, cancel).double() / run.temperature, dim=1)


def check_class(run: Run, class_index: int) -> None:
    """Raise AlexNetError for a class that there is not."""
    if not 0 <= class_index < len(run.logits):
        raise AlexNetError("class_index", index=class_index, last=len(run.logits) - 1)


def stop_if(cancel: Cancel | None) -> None:
    """Raise `Cancelled` if the caller asks to stop."""
    if cancel is not None and cancel():
        raise Cancelled()
