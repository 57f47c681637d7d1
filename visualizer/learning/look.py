"""Look into a network that learns: its kernels, and what it makes of one picture."""

from __future__ import annotations

from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.network.layers import Conv
from visualizer.learning.loss import scored
from visualizer.learning.network import Named, Network
from visualizer.learning.settings import INPUT, TrainingSettings


class Look:
    """A network as it was when its weights were recorded; computes on its own, in float32.

    weights: as a `Snapshot` or an `Epoch` holds them, of a training with these settings. Threads
    may share a look.
    """

    def __init__(self, settings: TrainingSettings, weights: NDArray[Any]) -> None:
        self.layers = settings.network()
        self._network = Network(self.layers, INPUT)
        self._lock = Lock()
        learned = len(self._network.weights)
        self._network.weights[:] = weights[:learned]
        self._network.states[:] = weights[learned:]

    def named(self) -> Named:
        """Return all weights by torch's names within nn.Sequential, in torch's shapes."""
        return self._network.named()

    def kernels(self) -> dict[int, NDArray[Any]]:
        """Return each convolution's kernels, (filters, channels of a group, k, k), by its place."""
        named = self.named()
        return {
            place: named[f"{place}.weight"]
            for place, layer in enumerate(self.layers)
            if isinstance(layer, Conv)
        }

    def maps(self, picture: NDArray[Any]) -> tuple[NDArray[Any], ...]:
        """Return what each layer makes of a picture (1, 8, 8): (C, H, W) or (F,), logits last."""
        with self._lock, np.errstate(all="ignore"):
            return tuple(
                made[0].transpose(2, 0, 1).copy() if made.ndim == 4 else made[0].copy()
                for made in self._network.outputs(picture[None])
            )

    def probabilities(self, pictures: NDArray[Any]) -> NDArray[Any]:
        """Return the softmax of the logits of pictures (N, 1, 8, 8), (N, 10)."""
        with self._lock, np.errstate(all="ignore"):
            logits = self._network.forward(pictures)
            return scored(logits, np.zeros(len(logits), dtype=np.intp)).probabilities
