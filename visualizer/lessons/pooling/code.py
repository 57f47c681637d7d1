"""The pooling on screen as code to copy: PyTorch's one call, and NumPy's plain loops."""

from __future__ import annotations

from visualizer.lessons.pooling.example import PoolExample
from visualizer.words.literals import literal

_LOOPS = """\
rows, columns = {rows}, {columns}
y = np.zeros((x.shape[0], rows, columns))
for c in range(x.shape[0]):  # every channel by itself
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride - padding, j * stride - padding
{window}
"""
_INSIDE = """\
            bottom, right = top + size, left + size
            window = x[c, max(0, top):bottom, max(0, left):right]  # what lies outside is left out
            y[c, i, j] = {result}"""
_DILATED = """\
            down = [r for r in range(top, top + size * dilation, dilation) if 0 <= r < x.shape[1]]
            across = [k for k in range(left, left + size * dilation, dilation)
                      if 0 <= k < x.shape[2]]
            window = x[c][np.ix_(down, across)]  # what lies outside is left out
            y[c, i, j] = {result}"""
_PADDED = """\
            window = x[c, max(0, top):top + size, max(0, left):left + size]
            down = min(top + size, x.shape[1] + padding) - top  # padding counts, what hangs
            across = min(left + size, x.shape[2] + padding) - left  # over beyond it does not
            y[c, i, j] = window.sum() / (down * across)"""


def torch_code(example: PoolExample) -> str:
    """Return a script that makes the same output with torch.nn.functional, in float64."""
    function, given = example.call
    size, *others = given.items()
    arguments = ", ".join([f"{size[1]}", *(f"{name}={value}" for name, value in others)])
    lines = ["import torch", "import torch.nn.functional as F", ""]
    lines += [f"x = {literal(example.input, 'torch.tensor')}", ""]
    lines += [f"y = F.{function}(x[None], {arguments})[0]"]
    return "\n".join([*lines, "print(tuple(y.shape))", "print(y)"]) + "\n"


def numpy_code(example: PoolExample) -> str:
    """Return a script that makes the same output with loops that a student can read."""
    lines = ["import numpy as np", "", f"x = {literal(example.input, 'np.array')}"]
    if example.kind == "global":
        lines += ["", "y = x.mean(axis=(1, 2), keepdims=True)"]
    else:
        size, stride, padding = example.kernel, example.stride, example.padding
        dilation = example.trace.dilation[0]
        lines += [f"size, stride, padding = {size}, {stride}, {padding}"]
        lines += [*([f"dilation = {dilation}"] if dilation > 1 else []), ""]
        _, rows, columns = example.trace.output.shape
        inside = _DILATED if dilation > 1 else _INSIDE
        window = inside.format(result=f"window.{'max' if example.kind == 'max' else 'mean'}()")
        if example.kind == "avg" and padding and example.count_include_pad:
            window = _PADDED
        lines.append(_LOOPS.format(rows=rows, columns=columns, window=window).rstrip())
    return "\n".join([*lines, "print(y.shape)", "print(y)"]) + "\n"
