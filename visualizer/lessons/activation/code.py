"""Activations as code to copy, in PyTorch and in NumPy."""

from __future__ import annotations

from visualizer.engine import ELEMENTWISE
from visualizer.words.activations import NUMPY

# The derivative, after ``y``; GELU has lines of its own before it.
_SLOPES = {
    "sigmoid": "y * (1 - y)",
    "tanh": "1 - y**2",
    "relu": "np.where(x > 0, 1.0, 0.0)",
    "leaky_relu": "np.where(x > 0, 1.0, {slope})",
    "gelu": "Phi + x * phi",
}
_GELU = (
    "phi = np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)  # the normal density",
    "Phi = np.array([(1 + math.erf(v / math.sqrt(2))) / 2 for v in x])  # its integral",
    "y = x * Phi",
)


def torch_code(kind: str, slope: float, x: float) -> str:
    """Return a script that computes the function and, by autograd, its derivative."""
    return "\n".join([
        "import torch", "import torch.nn.functional as F", "",
        f"x = torch.tensor([{x:g}, -5, -2, -1, 0, 1, 2, 5], dtype=torch.float64)",
        "x.requires_grad_()", f"y = {ELEMENTWISE[kind].torch_call('x', slope)}",
        "y.sum().backward()  # each y depends on its own x alone", "print(y.detach())",
        "print(x.grad)  # the derivative at each x",
    ]) + "\n"  # fmt: skip


def numpy_code(kind: str, slope: float, x: float) -> str:
    """Return the same with the formulas written out."""
    first = ["import math", ""] if kind == "gelu" else []
    lines = [
        "import numpy as np",
        "",
        f"x = np.array([{x:g}, -5, -2, -1, 0, 1, 2, 5], dtype=float)",
    ]
    body = list(_GELU) if kind == "gelu" else [f"y = {NUMPY[kind].format(v='x', slope=slope)}"]
    body.append(f"slope = {_SLOPES[kind].format(slope=slope)}")
    return "\n".join([*first, *lines, *body, "print(y)", "print(slope)"]) + "\n"


def softmax_torch(logits: list[float], temperature: float) -> str:
    """Return the torch call."""
    return (
        f"import torch\n\nz = torch.tensor({logits}, dtype=torch.float64)\n"
        f"p = torch.softmax(z / {temperature:g}, dim=0)\nprint(p, p.sum())\n"
    )


def softmax_numpy(logits: list[float], temperature: float) -> str:
    """Return the same by hand, safe for logits of any size."""
    return (
        f"import numpy as np\n\nz = np.array({logits}) / {temperature:g}\n"
        "powers = np.exp(z - z.max())  # e to at most 0 cannot overflow\n"
        "p = powers / powers.sum()\nprint(p, p.sum())\n"
    )
