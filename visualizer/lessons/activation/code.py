"""Activations as code to copy, in PyTorch and in NumPy."""

from __future__ import annotations

_TORCH = {
    "sigmoid": "torch.sigmoid(x)", "tanh": "torch.tanh(x)", "relu": "F.relu(x)",
    "leaky_relu": "F.leaky_relu(x, negative_slope={slope})", "gelu": "F.gelu(x)",
}  # fmt: skip
_NUMPY = {
    "sigmoid": ("y = 1 / (1 + np.exp(-x))", "slope = y * (1 - y)"),
    "tanh": ("y = np.tanh(x)", "slope = 1 - y**2"),
    "relu": ("y = np.maximum(0, x)", "slope = np.where(x > 0, 1.0, 0.0)"),
    "leaky_relu": ("y = np.where(x > 0, x, {slope} * x)", "slope = np.where(x > 0, 1.0, {slope})"),
    "gelu": (
        "phi = np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)  # the normal density\n"
        "Phi = np.array([(1 + math.erf(v / math.sqrt(2))) / 2 for v in x])  # its integral\n"
        "y = x * Phi",
        "slope = Phi + x * phi",
    ),
}


def torch_code(kind: str, slope: float, x: float) -> str:
    """Return a script that computes the function and, by autograd, its derivative."""
    return "\n".join([
        "import torch", "import torch.nn.functional as F", "",
        f"x = torch.tensor([{x:g}, -5, -2, -1, 0, 1, 2, 5], dtype=torch.float64)",
        "x.requires_grad_()", f"y = {_TORCH[kind].format(slope=slope)}",
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
    body = [line.format(slope=slope) for line in _NUMPY[kind]]
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
