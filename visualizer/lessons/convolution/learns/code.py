"""The descent as code to copy: torch's optimiser, and the same loop with NumPy."""

from __future__ import annotations

from dataclasses import replace

from visualizer.lessons.convolution.backward.code import numpy_backward
from visualizer.lessons.convolution.code import torch_code
from visualizer.lessons.convolution.learns.run import Learning
from visualizer.words.literals import literal

# Lines of the backward pass that lead to the input, which learns nothing.
_TO_INPUT = (
    "x_back", "padded_back", "# Each cell of the padded", "number = ", "shown = ",
    "for row, column", "i, j = divmod",
)  # fmt: skip


def torch_descent(found: Learning) -> str:
    """Return a script in which torch.optim.SGD takes the same steps."""
    lines = torch_code(found.at(0)).split("# The same as a layer of a network")[0].splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(("y = ", "padded = ")))
    call = [line for line in lines[at:] if line]
    activation = [line for line in torch_code(found.at(0)).splitlines() if line.startswith("y = ")]
    call += activation[1:]
    learned = ["w", "bias"] if found.example.bias is not None else ["w"]
    body = [
        *call,
        "loss = F.mse_loss(y, target)",
        "optimizer.zero_grad()",
        "loss.backward()",
        "losses.append(loss.item())",
        "optimizer.step()",
    ]
    head = [line for line in lines[:at] if line and line != "from torch import nn"]
    return _script(
        [
            *(f"{line}\n" if line.endswith("functional as F") else line for line in head),
            *(f"{name}.requires_grad_()" for name in learned),
            f"target = {literal(found.target, 'torch.tensor')}",
            "",
            f"optimizer = torch.optim.SGD([{', '.join(learned)}], lr={found.rate!r})",
        ],
        found,
        body,
    )


def numpy_descent(found: Learning) -> str:
    """Return a script that adds up every gradient with loops that a student can read."""
    # The backward pass with the target, in which the literals stand before the computation.
    flow = found.flow(0)
    lines = numpy_backward(replace(flow, target=None, upstream="ones")).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("stride, dilation, groups")) + 1
    body: list[str] = []
    for line in lines[at:]:
        if line.startswith("x_back, w_back"):
            body.append("w_back = np.zeros_like(w)")
        elif line.startswith("gradient = "):
            body.append("losses.append(np.mean((y - target) ** 2))")
            body.append("gradient = 2 * (y - target) / y.size")
        elif line and not line.startswith("print") and not line.strip().startswith(_TO_INPUT):
            body.append(line)
    body.append("w = w - rate * w_back")
    if found.example.bias is not None:
        body.append("bias = bias - rate * delta.sum(axis=(1, 2))")
    target = literal(found.target, "np.array")
    return _script([*lines[:at], f"target = {target}", f"rate = {found.rate!r}"], found, body)


def _script(head: list[str], found: Learning, body: list[str]) -> str:
    loop = [f"    {line}" for line in body]
    steps = f"for step in range({found.descent.steps}):"
    return "\n".join([*head, "losses = []", steps, *loop, "print(losses)", "print(w)"]) + "\n"
