"""Pooling's backward pass as code to copy: autograd's call, and the same sums as loops."""

from __future__ import annotations

from visualizer.lessons.pooling.backward.flow import Flow
from visualizer.lessons.pooling.code import torch_code
from visualizer.words.literals import literal

_LOOPS = """\
x_back = np.zeros_like(x)
for c in range(x.shape[0]):
    for i in range(gradient.shape[1]):
        for j in range(gradient.shape[2]):
            down = [i * {stride} - {padding} + a * {dilation} for a in range({kernel})]
            across = [j * {stride_w} - {padding_w} + b * {dilation_w} for b in range({kernel_w})]
            down = [row for row in down if 0 <= row < x.shape[1]]
            across = [column for column in across if 0 <= column < x.shape[2]]
{send}
"""
_MAX = """\
            window = x[c][np.ix_(down, across)]
            a, b = np.unravel_index(window.argmax(), window.shape)  # the first of equal ones
            x_back[c, down[a], across[b]] += gradient[c, i, j]"""
_AVG = """\
            # counts[i, j]: how many cells, padding included where it counts, the window averaged
            x_back[c][np.ix_(down, across)] += gradient[c, i, j] / counts[i, j]"""


def torch_backward(flow: Flow) -> str:
    """Return a script that asks autograd for the gradient."""
    script = torch_code(flow.example).split("print(")[0].rstrip()
    script = script.replace("\n\ny = ", "\nx.requires_grad_()\n\ny = ", 1)
    return (
        "\n".join([script, "", *_begin(flow, "torch"), "y.backward(gradient)", "print(x.grad)"])
        + "\n"
    )


def numpy_backward(flow: Flow) -> str:
    """Return a script that adds up the same gradient with loops that a student can read."""
    example, forward = flow.example, flow.example.trace
    names = {}
    for name, pair in {
        "stride": forward.stride, "dilation": forward.dilation, "kernel": forward.kernel_size,
        "padding": (forward.pads[0][0], forward.pads[1][0]),
    }.items():  # fmt: skip
        names[name], names[f"{name}_w"] = pair
    lines = ["import numpy as np", "", f"x = {literal(example.input, 'np.array')}"]
    lines.append(f"gradient = {literal(flow.given, 'np.array')}")
    if forward.kind == "avg":
        lines.append(f"counts = {literal(forward.divisors.astype(float), 'np.array')}")
    send = _MAX if forward.kind == "max" else _AVG
    return (
        "\n".join([*lines, "", _LOOPS.format(send=send, **names).rstrip(), "print(x_back)"]) + "\n"
    )


def _begin(flow: Flow, maker: str) -> list[str]:
    """Return the lines that make the gradient at the output."""
    if flow.target is not None:
        made = literal(flow.target, f"{maker}.tensor")
        return [f"target = {made}", "gradient = 2 * (y.detach() - target) / y.numel()"]
    if flow.upstream == "ones":
        return ["gradient = torch.ones_like(y)"]
    return [f"gradient = {literal(flow.given, 'torch.tensor')}"]
