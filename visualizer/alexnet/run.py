"""One forward pass of the network, with the output of every layer.

The layers are called from here one after another, so no hooks are needed. The model is only read:
any number of threads may share it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from torch import Tensor, nn

from visualizer.alexnet.errors import Cancelled, UnitError
from visualizer.alexnet.model import AnyAlexNet, ModelLayer, layers_of

Cancel = Callable[[], bool]
"""A function that a long computation asks now and then; True means that it is to stop."""


@dataclass(frozen=True)
class LayerRun:
    """What one layer did: its output, (C, H, W) or (F,) float32, and the seconds it took."""

    layer: ModelLayer
    output: Tensor
    seconds: float

    @property
    def name(self) -> str:
        """The layer's name, ``conv1`` … ``fc8``."""
        return self.layer.name

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the output."""
        return tuple(self.output.shape)

    @property
    def parameters(self) -> int:
        """How many weights and biases the layer has."""
        return sum(parameter.numel() for parameter in self.layer.module.parameters())

    def array(self) -> np.ndarray:
        """Return the output as a read-only NumPy array; nothing is copied."""
        view: np.ndarray = self.output.numpy()
        view.flags.writeable = False
        return view


@dataclass(frozen=True)
class Run:
    """One forward pass: the input (3, S, S), normalised, and every layer in order.

    ``temperature`` divides the logits before the softmax; it comes from the weights' calibration.
    Methods raise UnitError for the name of a layer that the network does not have.
    """

    input: Tensor
    layers: tuple[LayerRun, ...]
    temperature: float = 1.0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the layers, first to last."""
        return tuple(run.name for run in self.layers)

    @cached_property
    def seconds(self) -> float:
        """The time of all layers together."""
        return sum(run.seconds for run in self.layers)

    @property
    def logits(self) -> Tensor:
        """The output of the last layer, (num_classes,)."""
        return self.layers[-1].output

    @cached_property
    def probabilities(self) -> np.ndarray:
        """The softmax of the logits divided by the temperature, (num_classes,) float64."""
        return torch.softmax(self.logits.double() / self.temperature, dim=0).numpy()

    def index(self, name: str) -> int:
        """Return a layer's place in the order, counted from 0."""
        try:
            return self.names.index(name)
        except ValueError:
            allowed = ", ".join(self.names)
            raise UnitError("unit_layer", layer=name, allowed=allowed) from None

    def layer(self, name: str) -> LayerRun:
        """Return what one layer did."""
        return self.layers[self.index(name)]

    def output(self, name: str) -> Tensor:
        """Return a layer's output, (C, H, W) or (F,)."""
        return self.layer(name).output

    def input_of(self, name: str) -> Tensor:
        """Return a layer's input, (C, H, W), or (F,) for a linear layer."""
        index = self.index(name)
        value = self.layers[index - 1].output if index else self.input
        return value.flatten() if self.layers[index].layer.kind == "linear" else value


def apply(layer: ModelLayer, x: Tensor) -> Tensor:
    """Apply one layer to a batch (N, …); for a linear layer the input is flattened first."""
    if layer.kind == "linear" and x.dim() > 2:
        x = torch.flatten(x, 1)
    # A ReLU that works in place would overwrite the convolution's output, which is kept.
    if isinstance(layer.module, nn.ReLU):
        return torch.relu(x)
    result: Tensor = layer.module(x)
    return result


def run_network(
    model: AnyAlexNet, tensor: Tensor, cancel: Cancel | None = None, temperature: float = 1.0
) -> Run:
    """Run the network on one normalised picture (3, S, S) and keep the output of every layer.

    A ReLU counts as a layer, so that values before and after it are both kept. ``temperature``: see
    `Run`. ``cancel``: asked between layers; if it returns True, `Cancelled` is raised.
    """
    runs: list[LayerRun] = []
    with torch.inference_mode():
        x = tensor.unsqueeze(0)
        for layer in layers_of(model):
            if cancel is not None and cancel():
                raise Cancelled()
            started = time.perf_counter()
            x = apply(layer, x)
            runs.append(LayerRun(layer, x[0], time.perf_counter() - started))
    return Run(tensor, tuple(runs), temperature)
