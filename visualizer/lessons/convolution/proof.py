"""The proof: torch computes the same convolution.

torch is imported inside the functions: a page that nobody asks for a proof never pays for it.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from visualizer.engine import ELEMENTWISE
from visualizer.lessons.convolution.example import Example


def convolution_by_torch(example: Example) -> np.ndarray:
    """Compute an example with torch in float64; returns (C_out, H_out, W_out)."""
    import torch
    from torch.nn import functional

    padding: Any = example.padding
    mode: Any = example.padding_mode
    kernel: Any = example.weight.shape[2:]

    x, w = torch.from_numpy(example.input.copy()), torch.from_numpy(example.torch_weight.copy())
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
        with torch.no_grad():
            layer.weight.copy_(w)
            if layer.bias is not None and bias is not None:
                layer.bias.copy_(bias)
            y = layer(x[None])[0]
    if example.activation != "none":
        activation = ELEMENTWISE[example.activation]
        y = getattr(torch.nn, activation.torch_module)(**activation.options())(y)
    return np.asarray(y.detach().numpy())
