"""The proof of the fully connected lesson; torch is imported inside, as in ``ui.proof``."""

from __future__ import annotations

import numpy as np

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
