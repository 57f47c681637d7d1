"""The proof: torch computes the same pooling.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

import numpy as np

from visualizer.lessons.pooling.example import PoolExample


def pooling_by_torch(example: PoolExample) -> np.ndarray:
    """Compute a pooling with torch in float64; returns (C, H_out, W_out)."""
    import torch
    from torch.nn import functional

    function, arguments = example.call
    x = torch.from_numpy(example.input.copy())[None]
    y = getattr(functional, function)(x, **arguments)
    return np.asarray(y[0].numpy())
