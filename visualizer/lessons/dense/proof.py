"""The proof of the fully connected lesson; torch is imported inside, as in ``ui.proof``."""

from __future__ import annotations

import numpy as np

from visualizer.lessons.dense.backward.flow import Flow
from visualizer.lessons.dense.example import Array, DenseExample


def dense_by_torch(example: DenseExample) -> Array:
    """Compute the layer with torch in float64, flattened, as a convolution, and its softmax.

    Returns (3·outputs,).
    """
    import torch
    from torch.nn import functional

    x, w = torch.from_numpy(example.map.copy()), torch.from_numpy(example.weight.copy())
    bias = torch.from_numpy(example.bias.copy())
    flat = functional.linear(x.flatten(), w, bias)
    kernels = w.reshape(len(w), *x.shape)
    folded = functional.conv2d(x[None], kernels, bias).flatten()
    shares = functional.softmax(flat, dim=0)
    return np.concatenate([flat.numpy(), folded.numpy(), shares.numpy()])


def gradient_by_torch(flow: Flow) -> Array:
    """Ask torch.autograd for every gradient: of inputs, weights and biases, one after another."""
    import torch
    from torch.nn import functional

    example = flow.example
    x, w, bias = (
        torch.tensor(array, requires_grad=True)
        for array in (example.map, example.weight, example.bias)
    )
    y = functional.linear(x.flatten(), w, bias)
    if flow.label is not None:
        functional.cross_entropy(y[None], torch.tensor([flow.label])).backward()
    elif flow.target is not None:
        functional.mse_loss(y, torch.tensor(flow.target)).backward()
    else:
        y.backward(torch.tensor(flow.given))
    return np.concatenate([np.asarray(part.grad).ravel() for part in (x, w, bias)])
