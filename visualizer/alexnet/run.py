"""One answer of the network, with everything that happened on the way.

The layers are called one after another from here, so there are no hooks to add, to leak into a
neighbour's run or to take away; the model is only read, and any number of threads may share it.
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
from visualizer.alexnet.model import AnyAlexNet, Layer, layers_of

Cancel = Callable[[], bool]


@dataclass(frozen=True)
class LayerRun:
    """What one layer did: its output, (C, H, W) or (F,) float32, and the seconds it took."""

    layer: Layer
    output: Tensor
    seconds: float

    @property
    def name(self) -> str:
        """``conv1`` … ``fc8``."""
        return self.layer.name

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the output."""
        return tuple(self.output.shape)

    @property
    def parameters(self) -> int:
        """Weights and biases of the layer."""
        return sum(parameter.numel() for parameter in self.layer.module.parameters())

    def array(self) -> np.ndarray:
        """The output as a NumPy array: a view, to be read only."""
        view: np.ndarray = self.output.numpy()
        view.flags.writeable = False
        return view


@dataclass(frozen=True)
class Run:
    """One forward pass: the input (3, S, S) and every layer in order.

    ``temperature`` divides the logits before softmax: that of the weights' calibration.
    """

    input: Tensor
    layers: tuple[LayerRun, ...]
    temperature: float = 1.0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the layers, first to last."""
        return tuple(run.name for run in self.layers)

    @cached_property
    def seconds(self) -> float:
        """Time of all layers together."""
        return sum(run.seconds for run in self.layers)

    @property
    def logits(self) -> Tensor:
        """Output of the last layer, (num_classes,)."""
        return self.layers[-1].output

    @cached_property
    def probabilities(self) -> np.ndarray:
        """Softmax of the logits divided by the temperature, in float64, (num_classes,)."""
        return torch.softmax(self.logits.double() / self.temperature, dim=0).numpy()

    def index(self, name: str) -> int:
        """Place of a layer in the order. Raises UnitError for a name the network does not have."""
        try:
            return self.names.index(name)
        except ValueError:
            allowed = ", ".join(self.names)
            raise UnitError("unit_layer", layer=name, allowed=allowed) from None

    def layer(self, name: str) -> LayerRun:
        """The run of one layer."""
        return self.layers[self.index(name)]

    def output(self, name: str) -> Tensor:
        """What a layer gave."""
        return self.layer(name).output

    def input_of(self, name: str) -> Tensor:
        """What a layer got; flattened, (F,), for a linear one."""
        index = self.index(name)
        value = self.layers[index - 1].output if index else self.input
        return value.flatten() if self.layers[index].layer.kind == "linear" else value


def apply(layer: Layer, x: Tensor) -> Tensor:
    """One layer on a batch (N, …); a linear layer gets its input flattened."""
    if layer.kind == "linear" and x.dim() > 2:
        x = torch.flatten(x, 1)
    # An in-place ReLU would overwrite the convolution's output that is kept for display.
    if isinstance(layer.module, nn.ReLU):
        return torch.relu(x)
    result: Tensor = layer.module(x)
    return result


def run_network(
    model: AnyAlexNet, tensor: Tensor, cancel: Cancel | None = None, temperature: float = 1.0
) -> Run:
    """Answer for one normalised picture (3, S, S) and keep the output of every layer.

    ``cancel`` is asked between layers; when it says yes, :class:`Cancelled` is raised. Values
    before and after each ReLU are both kept, as the outputs of two layers.
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
