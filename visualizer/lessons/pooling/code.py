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
_PADDED = """\
            window = x[c, max(0, top):top + size, max(0, left):left + size]
            down = min(top + size, x.shape[1] + padding) - top  # padding counts, what hangs
            across = min(left + size, x.shape[2] + padding) - left  # over beyond it does not
            y[c, i, j] = window.sum() / (down * across)"""


def torch_code(example: PoolExample) -> str:
    """Return a script that makes the same output with torch.nn.functional, in float64."""
    arguments = ["x[None]", str(example.kernel)]
    if example.stride != example.kernel:
        arguments.append(f"stride={example.stride}")
    if example.padding:
        arguments.append(f"padding={example.padding}")
    if example.ceil_mode:
        arguments.append("ceil_mode=True")
    if example.kind == "avg" and example.padding and not example.count_include_pad:
        arguments.append("count_include_pad=False")
    call = {
        "max": f"F.max_pool2d({', '.join(arguments)})[0]",
        "avg": f"F.avg_pool2d({', '.join(arguments)})[0]",
        "global": "F.adaptive_avg_pool2d(x[None], 1)[0]",
    }[example.kind]
    lines = ["import torch", "import torch.nn.functional as F", ""]
    lines += [f"x = {literal(example.input, 'torch.tensor')}", "", f"y = {call}"]
    return "\n".join([*lines, "print(tuple(y.shape))", "print(y)"]) + "\n"


def numpy_code(example: PoolExample) -> str:
    """Return a script that makes the same output with loops that a student can read."""
    lines = ["import numpy as np", "", f"x = {literal(example.input, 'np.array')}"]
    if example.kind == "global":
        lines += ["", "y = x.mean(axis=(1, 2), keepdims=True)"]
    else:
        size, stride, padding = example.kernel, example.stride, example.padding
        lines += [f"size, stride, padding = {size}, {stride}, {padding}", ""]
        _, rows, columns = example.trace.output.shape
        window = _INSIDE.format(result=f"window.{'max' if example.kind == 'max' else 'mean'}()")
        if example.kind == "avg" and padding and example.count_include_pad:
            window = _PADDED
        lines.append(_LOOPS.format(rows=rows, columns=columns, window=window).rstrip())
    return "\n".join([*lines, "print(y.shape)", "print(y)"]) + "\n"
