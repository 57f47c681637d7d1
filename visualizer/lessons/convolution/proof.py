"""The proof: torch computes the same convolution.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from visualizer.engine import ELEMENTWISE
from visualizer.lessons.convolution.backward.flow import Flow
from visualizer.lessons.convolution.example import Example
from visualizer.lessons.convolution.learns.run import Learning
from visualizer.memory import remembered

if TYPE_CHECKING:
    import torch


def convolution_by_torch(example: Example) -> np.ndarray:
    """Compute an example with torch in float64; returns (C_out, H_out, W_out)."""
    import torch

    x, w = torch.from_numpy(example.input.copy()), torch.from_numpy(example.torch_weight.copy())
    return np.asarray(convolved(example, x, w, _bias(example)).detach().numpy())


def gradient_by_torch(flow: Flow) -> np.ndarray:
    """Ask torch.autograd for the gradient that a way back leads to, shaped as its ``result``."""
    import torch

    example = flow.example
    x, w = (
        torch.tensor(array, requires_grad=True) for array in (example.input, example.torch_weight)
    )
    y = convolved(example, x, w, _bias(example))
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


def _bias(example: Example) -> torch.Tensor | None:
    import torch

    return None if example.bias is None else torch.from_numpy(example.bias.copy())


def convolved(
    example: Example, x: torch.Tensor, w: torch.Tensor, bias: torch.Tensor | None
) -> torch.Tensor:
    """Compute the example of input, weight (in the layout of torch's call) and bias, as torch."""
    import torch
    from torch.nn import functional

    padding: Any = example.padding
    mode: Any = example.padding_mode
    kernel: Any = example.weight.shape[2:]

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
        # They stay the tensors that they are, so that their gradients can be asked for.
        own = {"weight": w} if bias is None else {"weight": w, "bias": bias}
        y = torch.func.functional_call(layer, own, (x[None],))[0]
    if example.activation != "none":
        activation = ELEMENTWISE[example.activation]
        y = getattr(torch.nn, activation.torch_module)(**activation.options())(y)
    return y


def descent_by_torch(found: Learning) -> np.ndarray:
    """Descend with torch in float64; returns what `descent_numbers` does of ours."""
    import torch

    start = found.at(0)
    x = torch.tensor(start.input)
    w = torch.tensor(start.torch_weight, requires_grad=True)
    learned = [w]
    bias = None
    if start.bias is not None:
        bias = torch.tensor(start.bias, requires_grad=True)
        learned.append(bias)
    target = torch.tensor(found.target)
    optimizer = torch.optim.SGD(learned, lr=found.rate)
    kept: list[np.ndarray] = []
    for _ in range(found.descent.steps + 1):
        loss = torch.nn.functional.mse_loss(convolved(start, x, w, bias), target)
        optimizer.zero_grad()
        loss.backward()
        parts = [loss.detach().reshape(1), *(each.detach().ravel() for each in learned)]
        kept.append(torch.cat(parts).numpy().copy())
        optimizer.step()
    return np.stack(kept)


@remembered(16)
def descent_numbers(found: Learning) -> np.ndarray:
    """Return the loss and every weight, as torch orders them, of each step: one row a step."""
    return np.stack(
        [
            np.concatenate([[loss], found.at(step).torch_weight.ravel(), *_bias_at(found, step)])
            for step, loss in enumerate(found.descent.losses.tolist())
        ]
    )


def _bias_at(found: Learning, step: int) -> list[np.ndarray]:
    return [] if found.biases is None else [found.biases[step]]
