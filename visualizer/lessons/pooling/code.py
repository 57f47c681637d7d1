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
            top, left = {top}, {left}
{window}
"""
_INSIDE = """\
            bottom, right = top + {size}, left + {size_w}
            window = x[c, max(0, top):bottom, max(0, left):right]  # what lies outside is left out
            y[c, i, j] = {result}"""
_DILATED = """\
            down = [top + {dilation} * a for a in range({size})]
            across = [left + {dilation_w} * b for b in range({size_w})]
            down = [row for row in down if 0 <= row < x.shape[1]]  # what lies outside is left out
            across = [column for column in across if 0 <= column < x.shape[2]]
            y[c, i, j] = x[c][np.ix_(down, across)].max(initial=-np.inf)"""
_PADDED = """\
            window = x[c, max(0, top):top + {size}, max(0, left):left + {size_w}]
            down = min(top + {size}, x.shape[1] + {padding}) - top  # padding counts, what
            across = min(left + {size_w}, x.shape[2] + {padding_w}) - left  # hangs over does not
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
        lines += [*_loops(example)]
    return "\n".join([*lines, "print(y.shape)", "print(y)"]) + "\n"


def _loops(example: PoolExample) -> list[str]:
    """Return the window's numbers and the loops over its places."""
    given = {
        "size": example.kernel,
        "stride": example.stride,
        "padding": example.padding,
        "dilation": example.trace.dilation,
    }
    written = {"size", "stride", "padding"}
    if example.trace.dilation != (1, 1):
        written.add("dilation")
    lines, names = [], dict[str, str]()
    for name, (down, across) in given.items():
        # One number serves both directions of a square; a rectangle has a pair.
        square = down == across
        names[name] = name if square else f"{name}[0]"
        names[f"{name}_w"] = name if square else f"{name}[1]"
        if name in written:
            lines.append(f"{name} = {down if square else (down, across)}")
    inside = _INSIDE
    if "dilation" in written:
        inside = _DILATED
    elif example.kind == "avg" and any(example.padding) and example.count_include_pad:
        inside = _PADDED
    _, rows, columns = example.trace.output.shape
    result = "window.max()" if example.kind == "max" else "window.mean()"
    loops = _LOOPS.format(
        rows=rows,
        columns=columns,
        top=f"i * {names['stride']} - {names['padding']}",
        left=f"j * {names['stride_w']} - {names['padding_w']}",
        window=inside.format(result=result, **names),
    )
    return [*lines, "", loops.rstrip()]
