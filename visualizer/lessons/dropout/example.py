"""From settings to numbers: the small network whole, the same network with dropout, many draws.

The network is fully connected without biases, ReLU after every hidden layer, and dropout after
every ReLU: on hidden neurons alone, as in most networks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.material.randomness import integers

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_INPUT_SEED, _WEIGHT_SEED = 1, 97  # with these no neuron of the first network is stuck at 0


@dataclass(frozen=True)
class Layers:
    """One run through the network: values (neurons,) of every layer, inputs and outputs included.

    ``before`` is what enters dropout (the layer's own value), ``after`` what leaves it.
    """

    before: list[Array]
    after: list[Array]

    @property
    def output(self) -> Array:
        """The values of the last layer."""
        return self.after[-1]


@dataclass(frozen=True, eq=False)
class DropoutExample:
    """The network on screen. weights[i]: (neurons of layer i + 1, neurons of layer i)."""

    x: Array
    weights: list[Array]
    p: float
    seed: int
    training: bool
    draws: int

    @property
    def sizes(self) -> list[int]:
        """Neurons of every layer, from the inputs to the outputs."""
        return [len(self.x), *(len(w) for w in self.weights)]

    @property
    def hidden(self) -> list[int]:
        """Neurons of the hidden layers."""
        return self.sizes[1:-1]

    @property
    def scale(self) -> float | None:
        """What a kept value is multiplied by while training; None where nothing is kept."""
        return None if self.p == 1 else 1 / (1 - self.p)

    @cached_property
    def all_masks(self) -> Mask:
        """Every draw's mask over all hidden neurons (draws, hidden); the first is on screen."""
        return engine.dropout_mask((self.draws, sum(self.hidden)), self.p, self.seed)

    @cached_property
    def masks(self) -> list[Mask]:
        """The mask on screen, by hidden layer."""
        return self.split(self.all_masks[0])

    def split(self, mask: Mask) -> list[Mask]:
        """Cut masks (…, hidden) into one for each hidden layer."""
        return np.split(mask, np.cumsum(self.hidden)[:-1], axis=-1)

    @cached_property
    def whole(self) -> Layers:
        """The network as it is when evaluated: nothing dropped, nothing scaled."""
        return self.run(None)

    @cached_property
    def dropped(self) -> Layers:
        """The network while training, with the mask on screen."""
        return self.run(self.masks)

    @property
    def shown(self) -> Layers:
        """The run of the chosen mode."""
        return self.dropped if self.training else self.whole

    def run(self, masks: Sequence[Mask] | None) -> Layers:
        """Compute all layers under ``masks`` (one (…, neurons) for each hidden layer) or none."""
        before, after = [self.x], [self.x]
        for index, weight in enumerate(self.weights):
            value = engine.linear(after[-1], weight)
            if index < len(self.hidden):
                value = engine.relu(value)
            before.append(value)
            if masks is not None and index < len(self.hidden):
                value = masked(value, masks[index], self.p)
            after.append(value)
        return Layers(before, after)

    @property
    def watched(self) -> int:
        """The neuron of the first hidden layer with the greatest value: the one averaged."""
        return int(np.argmax(self.whole.before[1]))

    @cached_property
    def many(self) -> Layers:
        """All draws at once: every layer (draws, neurons)."""
        return self.run(self.split(self.all_masks))

    def running_mean(self, layer: int, neuron: int) -> Array:
        """Return the mean of a neuron's value over the first 1, 2, … draws; (draws,)."""
        values = self.many.after[layer][:, neuron]
        return np.asarray(np.cumsum(values) / np.arange(1, self.draws + 1))


def masked(value: Array, mask: Mask, p: float) -> Array:
    """Apply a given mask as dropout does: 0 where it is False, else value / (1 − p)."""
    if p == 1:
        return np.zeros(np.broadcast(value, mask).shape)
    return np.where(mask, value / (1 - p), 0.0)


def build(settings: DropoutSettings) -> DropoutExample:
    """Return the example that settings describe."""
    sizes = [settings.inputs, *[settings.neurons] * settings.layers, settings.outputs]
    # Halves from −1 to 1.5: sums stay short enough to be written inside a neuron.
    weights = [
        integers(_WEIGHT_SEED + i, (after, before), -2, 3) / 2
        for i, (before, after) in enumerate(pairwise(sizes))
    ]
    return DropoutExample(
        x=integers(_INPUT_SEED, (sizes[0],), 1, 3),
        weights=weights,
        p=settings.p,
        seed=settings.seed,
        training=settings.mode == "train",
        draws=settings.draws,
    )
