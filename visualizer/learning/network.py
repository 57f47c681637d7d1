"""A network at work on batches: all weights in one flat array, forward, backward."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
)
from visualizer.engine.network.shapes import Shape
from visualizer.learning.draws import Draws
from visualizer.learning.parts.convolution import Convolution
from visualizer.learning.parts.dense import Dense, Flattening
from visualizer.learning.parts.normal import Normalising
from visualizer.learning.parts.part import Batch, Part
from visualizer.learning.parts.pointwise import Activating, Dropping
from visualizer.learning.parts.pooling import AvgPooling, GlobalPooling, MaxPooling
from visualizer.learning.records import Learning, shape_after

Named = dict[str, Batch]
"""Weights by torch's names within nn.Sequential: "0.weight", "0.bias", "3.weight", …"""


class Network:
    """Layers at work on batches of an input (C, H, W) or (F,), with torch's initial weights.

    ``weights`` and ``gradients`` are flat; ``states`` are the running numbers of batch
    normalisation. EngineError: a layer does not fit to those before it.
    """

    def __init__(
        self, layers: tuple[Learning, ...], shape: Shape, seed: int = 0, dtype: DTypeLike = "f4"
    ) -> None:
        self.layers, self.shape, self.dtype = layers, shape, np.dtype(dtype)
        self.parts: list[Part] = []
        for place, layer in enumerate(layers):
            output = shape_after(layer, shape)
            draws = Draws(seed, "dropout", place)
            self.parts.append(_part(layer, shape, output, self.dtype, draws))
            shape = output
        self.output = shape
        counts = [part.count for part in self.parts]
        self.starts = np.concatenate(([0], np.cumsum(counts))).tolist()
        self.weights = np.zeros(self.starts[-1], dtype=self.dtype)
        self.gradients = np.zeros_like(self.weights)
        self.states = np.zeros(sum(part.states for part in self.parts), dtype=self.dtype)
        self._bind()
        self._begin(seed)

    @property
    def learning(self) -> tuple[int, ...]:
        """The places of the layers that have weights."""
        return tuple(place for place, part in enumerate(self.parts) if part.count)

    def forward(self, pictures: Batch, training: bool = False) -> Batch:
        """Return the logits (N, classes) of pictures (N, C, H, W), overwritten by the next call."""
        return self.outputs(pictures, training)[-1]

    def outputs(self, pictures: Batch, training: bool = False) -> list[Batch]:
        """Return what each layer gives, (N, H, W, C) or (N, F); the next call overwrites it."""
        x = np.asarray(pictures, dtype=self.dtype)
        x = x.transpose(0, 2, 3, 1) if x.ndim == 4 else x
        made = []
        for part in self.parts:
            x = part.forward(x, training)
            made.append(x)
        return made

    def backward(self, gradient: Batch) -> Batch | None:
        """Write the gradients of the weights, given that at the logits, (N, classes).

        Returns that at the input, (N, C, H, W), where the first layer passes it on.
        """
        sent: Batch | None = gradient
        for part in reversed(self.parts):
            assert sent is not None
            sent = part.backward(sent)
            if part.first:
                return None
        assert sent is not None
        return sent.transpose(0, 3, 1, 2) if sent.ndim == 4 else sent

    def needs_no_input_gradient(self) -> None:
        """End each backward pass at the first layer with weights."""
        for part in self.parts:
            if part.count:
                part.first = True
                return

    def named(self, flat: Batch | None = None) -> Named:
        """Return the weights, or ``flat`` gradients, by torch's names, in torch's shapes."""
        numbers = self.weights if flat is None else flat
        return {
            f"{place}.{name}": array
            for place, part in enumerate(self.parts)
            for name, array in part.named(self._slice(numbers, place)).items()
        }

    def load(self, named: Named) -> None:
        """Take weights that are named as `named` does."""
        for place in self.learning:
            part, begin = self.parts[place], f"{place}."
            of_part = {
                name.removeprefix(begin): array
                for name, array in named.items()
                if name.startswith(begin)
            }
            self._slice(self.weights, place)[:] = part.flat(of_part)

    def _slice(self, flat: Batch, place: int) -> Batch:
        return flat[self.starts[place] : self.starts[place + 1]]

    def _bind(self) -> None:
        state = 0
        for place, part in enumerate(self.parts):
            part.bind(
                self._slice(self.weights, place),
                self._slice(self.gradients, place),
                self.states[state : state + part.states],
            )
            if part.states:
                self.states[state + part.states // 2 : state + part.states] = 1.0
            state += part.states

    def _begin(self, seed: int) -> None:
        """Draw the initial weights as torch does: uniform up to 1/√(inputs of a unit)."""
        for number, place in enumerate(self.learning):
            part, weights = self.parts[place], self._slice(self.weights, place)
            if isinstance(part, Convolution | Dense):
                draws = Draws(seed, "weights", number).uniform(part.count)
                weights[:] = (2.0 * draws - 1.0) / np.sqrt(part.fan_in)
            else:
                weights[: part.count // 2] = 1.0


def _part(layer: Learning, shape: Shape, output: Shape, dtype: np.dtype[Any], draws: Draws) -> Part:
    match layer:
        case Conv():
            return Convolution(layer, shape, output, dtype)
        case MaxPool():
            return MaxPooling(layer, shape, output, dtype)
        case AvgPool():
            return AvgPooling(layer, shape, output, dtype)
        case GlobalAvgPool():
            return GlobalPooling(shape, output, dtype)
        case Activation(kind):
            return Activating(kind, shape, dtype)
        case Dropout(p):
            return Dropping(p, shape, dtype, draws)
        case BatchNorm():
            return Normalising(shape, dtype)
        case Flatten():
            return Flattening(shape, output, dtype)
        case Linear():
            return Dense(layer, shape, output, dtype)
