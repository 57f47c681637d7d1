"""The proof: torch computes the same convolution.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from visualizer.engine import ELEMENTWISE
from visualizer.lessons.convolution.backward.flow import Flow
from visualizer.lessons.convolution.example import Example

if TYPE_CHECKING:
    import torch


def convolution_by_torch(example: Example) -> np.ndarray:
    """Compute an example with torch in float64; returns (C_out, H_out, W_out)."""
    import torch

    x, w = torch.from_numpy(example.input.copy()), torch.from_numpy(example.torch_weight.copy())
    return np.asarray(_forward(example, x, w).detach().numpy())


def gradient_by_torch(flow: Flow) -> np.ndarray:
    """Ask torch.autograd for the gradient that a way back leads to, shaped as its ``result``."""
    import torch

    example = flow.example
    x, w = (
        torch.tensor(array, requires_grad=True) for array in (example.input, example.torch_weight)
    )
    y = _forward(example, x, w)
    if flow.target is None:
        y.backward(torch.tensor(flow.given))
    else:
        torch.nn.functional.mse_loss(y, torch.tensor(flow.target)).backward()
    if flow.way == "input":
        return np.asarray(x.grad)
    found = np.asarray(w.grad)
    places = range(len(flow.trace.output))
    if example.transposed:
        pairs = [flow.pair(place) for place in places]
        return np.stack([found[channel, f % found.shape[1]] for f, channel in pairs])
    return np.stack([found[f, channel % found.shape[1]] for f, channel in map(flow.pair, places)])


def _forward(example: Example, x: torch.Tensor, w: torch.Tensor) -> torch.Tensor:
    """Compute the example of two tensors, as torch does."""
    import torch
    from torch.nn import functional

    padding: Any = example.padding
    mode: Any = example.padding_mode
    kernel: Any = example.weight.shape[2:]

    bias = None if example.bias is None else torch.from_numpy(example.bias.copy())
    if example.transposed:
        y = functional.conv_transpose2d(
            x[None], w, bias, example.stride, padding, example.output_padding, example.groups,
            example.dilation,
        )[0]  # fmt: skip
    else:
        # The module, not the function: it alone knows the padding modes.
        layer = torch.nn.Conv2d(
            len(x), len(w), kernel, example.stride, padding, example.dilation, example.groups,
            bias is not None, mode, dtype=torch.float64,
        )  # fmt: skip
        if bias is not None:
            layer.bias = torch.nn.Parameter(bias)
        # The weight stays the tensor that it is, so that its gradient can be asked for.
        y = torch.func.functional_call(layer, {"weight": w}, (x[None],))[0]
    if example.activation != "none":
        activation = ELEMENTWISE[example.activation]
        y = getattr(torch.nn, activation.torch_module)(**activation.options())(y)
    return y
