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

    x = torch.from_numpy(example.input.copy())[None]
    window = (example.kernel, example.stride, example.padding)
    if example.kind == "max":
        y = functional.max_pool2d(x, *window, ceil_mode=example.ceil_mode)
    elif example.kind == "avg":
        y = functional.avg_pool2d(x, *window, example.ceil_mode, example.count_include_pad)
    else:
        y = functional.adaptive_avg_pool2d(x, 1)
    return np.asarray(y[0].numpy())
