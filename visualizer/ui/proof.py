"""The proof: torch computes the same, and the greatest difference is shown.

torch is imported inside the functions that need it: a page that nobody asks for a proof never pays
for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import streamlit as st

from visualizer.lessons.convolution.example import NEGATIVE_SLOPE, Example
from visualizer.lessons.pooling.example import PoolExample
from visualizer.words.text import text

TOLERANCE = 1e-9


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
    functions: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
        "relu": torch.relu,
        "leaky_relu": lambda t: functional.leaky_relu(t, NEGATIVE_SLOPE),
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
    }
    if example.activation in functions:
        y = functions[example.activation](y)
    return np.asarray(y.detach().numpy())


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


Theirs = np.ndarray | tuple[np.ndarray, np.ndarray]


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


def proof(key: str, ours: np.ndarray, by_torch: Callable[[], Theirs], lang: str) -> None:
    """Draw the button that proves ``ours``, and after a press what came of it.

    ``by_torch`` returns torch's values, or (ours, theirs) where ours depend on what torch drew.
    """
    st.markdown(text("proof.lead", lang))
    if not st.button(text("proof.button", lang), key=key, icon=":material/verified:"):
        return
    with st.spinner(text("proof.working", lang)):
        try:
            found = by_torch()
        except ImportError:
            st.info(text("proof.missing", lang))
            return
    ours, theirs = found if isinstance(found, tuple) else (ours, found)
    difference = float(np.max(np.abs(ours - theirs), initial=0.0))
    scale = max(1.0, float(np.max(np.abs(theirs), initial=0.0)))
    written = "0" if difference == 0 else f"{difference:.1e}".replace("-", "\u2212")
    if ours.shape == theirs.shape and difference <= TOLERANCE * scale:
        st.success(text("proof.equal", lang, count=ours.size, difference=written))
        if difference:
            st.caption(text("proof.rounding", lang))
    else:
        st.error(text("proof.unequal", lang, difference=written))
