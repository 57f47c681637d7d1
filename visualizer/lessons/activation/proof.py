"""The proof: torch computes the same function and, by autograd, its derivative.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def curve_by_torch(kind: str, slope: float, x: np.ndarray) -> np.ndarray:
    """Compute an activation and, by autograd, its derivative; returns (2, points)."""
    import torch
    from torch.nn import functional

    functions: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": functional.relu,
        "leaky_relu": lambda t: functional.leaky_relu(t, slope),
        "gelu": functional.gelu,
    }
    points = torch.from_numpy(x.copy()).requires_grad_()
    y = functions[kind](points)
    (steep,) = torch.autograd.grad(y.sum(), points)
    return np.stack([y.detach().numpy(), steep.numpy()])


def softmax_by_torch(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Compute the shares of logits (n,) with torch."""
    import torch

    return np.asarray(torch.softmax(torch.from_numpy(logits.copy()) / temperature, 0).numpy())
