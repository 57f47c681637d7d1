"""The proof: torch computes the same pooling.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

import numpy as np

from visualizer.lessons.pooling.backward.flow import Flow
from visualizer.lessons.pooling.example import PoolExample


def pooling_by_torch(example: PoolExample) -> np.ndarray:
    """Compute a pooling with torch in float64; returns (C, H_out, W_out)."""
    import torch
    from torch.nn import functional

    function, arguments = example.call
    x = torch.from_numpy(example.input.copy())[None]
    y = getattr(functional, function)(x, **arguments)
    return np.asarray(y[0].numpy())


def gradient_by_torch(flow: Flow) -> np.ndarray:
    """Ask torch.autograd for the gradient at the input; returns (C, H, W)."""
    import torch
    from torch.nn import functional

    function, arguments = flow.example.call
    x = torch.tensor(flow.example.input, requires_grad=True)
    y = getattr(functional, function)(x[None], **arguments)[0]
    if flow.target is None:
        y.backward(torch.tensor(flow.given))
    else:
        functional.mse_loss(y, torch.tensor(flow.target)).backward()
    return np.asarray(x.grad)
