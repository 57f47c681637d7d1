"""The proof: torch computes the same function and, by autograd, its derivative.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

import numpy as np

from visualizer.engine import ELEMENTWISE
from visualizer.lessons.activation.settings import ActivationSettings


def curve_by_torch(kind: str, slope: float, x: np.ndarray) -> np.ndarray:
    """Compute an activation and, by autograd, its derivative; returns (2, points)."""
    import torch

    activation = ELEMENTWISE[kind]
    module = getattr(torch.nn, activation.torch_module)(**activation.options(slope))
    points = torch.from_numpy(x.copy()).requires_grad_()
    y = module(points)
    (steep,) = torch.autograd.grad(y.sum(), points)
    return np.stack([y.detach().numpy(), steep.numpy()])


def gradient_by_torch(settings: ActivationSettings, x: np.ndarray) -> np.ndarray:
    """Ask torch.autograd for the gradient at each x, given the one at the output."""
    import torch

    activation = ELEMENTWISE[settings.kind]
    module = getattr(torch.nn, activation.torch_module)(**activation.options(settings.slope))
    points = torch.from_numpy(x.copy()).requires_grad_()
    y = module(points)
    if settings.upstream == "target":
        ((y - settings.target) ** 2).sum().backward()
    else:
        y.backward(torch.full_like(y, settings.gradient))
    return np.asarray(points.grad)


def softmax_by_torch(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Compute the shares of logits (n,) with torch."""
    import torch

    return np.asarray(torch.softmax(torch.from_numpy(logits.copy()) / temperature, 0).numpy())
