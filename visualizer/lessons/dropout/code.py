"""The network with dropout as code to copy, in PyTorch and in NumPy."""

from __future__ import annotations

from itertools import pairwise

from visualizer.lessons.dropout.example import Array, DropoutExample
from visualizer.words.literals import literal


def torch_code(example: DropoutExample) -> str:
    """Return a script: the network with nn.Dropout, evaluated, trained, and with this mask."""
    layers = []
    for i, (before, after) in enumerate(pairwise(example.sizes)):
        layers.append(f"    nn.Linear({before}, {after}, bias=False),")
        if i < len(example.hidden):
            layers += ["    nn.ReLU(),", f"    nn.Dropout(p={example.p:g}),"]
    lines = ["import torch", "from torch import nn", ""]
    lines += [f"x = {literal(example.x, 'torch.tensor')}", "weights = ["]
    lines += [f"    {line}" for w in example.weights for line in _block(w, "torch.tensor")]
    lines += ["]", "net = nn.Sequential(", *layers, ").double()"]
    lines += [
        "with torch.no_grad():",
        "    for layer, w in zip([m for m in net if isinstance(m, nn.Linear)], weights):",
        "        layer.weight.copy_(w)",
        "",
        "net.eval()  # dropout does nothing",
        "whole = net(x)",
        "print(whole)",
        "net.train()  # torch draws a mask of its own",
        f"torch.manual_seed({example.seed})",
        "print(net(x))",
        "",
        "# The mask on the screen, applied by hand:",
        f"p = {example.p:g}",
        "masks = [",
        *(f"    torch.tensor({[int(kept) for kept in mask]})," for mask in example.masks),
        "]",
        "h = x",
        "for i, w in enumerate(weights):",
        "    h = w @ h",
        "    if i < len(masks):",
        "        h = torch.relu(h)",
        "        h = h * masks[i] / (1 - p) if p < 1 else h * 0",
        "y = h" if example.training else "y = whole",
        "print(y)",
    ]
    return "\n".join(lines) + "\n"


def numpy_code(example: DropoutExample) -> str:
    """Return a script with NumPy alone; the same seed draws the mask on the screen."""
    lines = ["import numpy as np", "", f"x = {literal(example.x, 'np.array')}", "weights = ["]
    lines += [f"    {line}" for w in example.weights for line in _block(w, "np.array")]
    lines += [
        "]",
        f"p, training = {example.p:g}, {example.training}",
        f"rng = np.random.default_rng({example.seed})",
        "",
        "h = x",
        "for i, w in enumerate(weights):",
        "    h = w @ h",
        "    if i < len(weights) - 1:",
        "        h = np.maximum(h, 0)  # ReLU",
        "        if training:",
        "            keep = rng.random(h.shape) >= p  # each neuron with probability 1 - p",
        "            h = np.where(keep, h / (1 - p), 0) if p < 1 else np.zeros(h.shape)",
        "y = h",
        "print(y)",
    ]
    return "\n".join(lines) + "\n"


def _block(array: Array, maker: str) -> list[str]:
    return (literal(array, maker) + ",").splitlines()
