"""The fully connected layer on screen as code to copy, in PyTorch and in NumPy."""

from __future__ import annotations

from visualizer.lessons.dense.example import DenseExample
from visualizer.words.literals import literal


def torch_code(example: DenseExample) -> str:
    """Return a script: flatten and nn.Linear, then the same weights as a convolution."""
    return (
        "\n".join(
            [
                "import torch",
                "from torch import nn",
                "",
                *_arrays(example, "torch.tensor"),
                f"layer = nn.Linear({example.x.size}, {len(example.y)}, dtype=torch.float64)",
                "with torch.no_grad():",
                "    layer.weight.copy_(w)",
                "    layer.bias.copy_(bias)",
                "",
                "y = layer(x.flatten())",
                "print(y)",
                "print(torch.softmax(y, dim=0))  # the probabilities of the classes",
                "",
                "# The same layer as a convolution whose kernel covers the whole map:",
                "kernels = w.reshape(len(w), *x.shape)",
                "same = nn.functional.conv2d(x[None], kernels, bias).flatten()",
                "print(torch.allclose(y, same))",
            ]
        )
        + "\n"
    )


def numpy_code(example: DenseExample) -> str:
    """Return a script with NumPy alone."""
    return (
        "\n".join(
            [
                "import numpy as np",
                "",
                *_arrays(example, "np.array"),
                "y = w @ x.ravel() + bias  # ravel: channel by channel, row by row",
                "print(y)",
                "powers = np.exp(y - y.max())  # less the greatest: no power is too large",
                "print(powers / powers.sum())  # the probabilities of the classes",
                "",
                "# The same as a convolution: one window, the whole map.",
                "kernels = w.reshape(len(w), *x.shape)",
                "same = np.array([(x * k).sum() for k in kernels]) + bias",
                "print(np.allclose(y, same))",
            ]
        )
        + "\n"
    )


def _arrays(example: DenseExample, maker: str) -> list[str]:
    arrays = (("x", example.map), ("w", example.weight), ("bias", example.bias))
    return [f"{name} = {literal(array, maker)}" for name, array in arrays]
