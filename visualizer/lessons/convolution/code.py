"""The call on screen as code to copy: PyTorch's one call, and NumPy's plain loops.

Both are complete: they import what they need, hold the numbers, and print the result.
"""

from __future__ import annotations

from visualizer.engine import ELEMENTWISE, NEGATIVE_SLOPE
from visualizer.lessons.convolution.example import Example
from visualizer.words.activations import NUMPY
from visualizer.words.literals import literal

_NUMPY_MODES = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}

_LOOPS = """\
filters, channels, height, width = w.shape
rows = (padded.shape[1] - dilation[0] * (height - 1) - 1) // stride[0] + 1
columns = (padded.shape[2] - dilation[1] * (width - 1) - 1) // stride[1] + 1
y = np.zeros((filters, rows, columns))
for f in range(filters):
    first = f // (filters // groups) * channels  # first input channel this filter reads
    for i in range(rows):
        for j in range(columns):
            total = {start}
            for c in range(channels):
                for a in range(height):
                    for b in range(width):
                        row = i * stride[0] + a * dilation[0]
                        column = j * stride[1] + b * dilation[1]
                        total += padded[first + c, row, column] * w[f, c, a, b]
            y[f, i, j] = total
"""

_SPREAD = """\
# Each input number spreads over the output through the kernel; what overlaps adds up.
y = np.zeros(({filters}, {full_rows}, {full_columns}))
per_group = x.shape[0] // groups
for c in range(x.shape[0]):
    first = c // per_group * w.shape[1]  # first output map this channel writes to
    for i in range(x.shape[1]):
        for j in range(x.shape[2]):
            for f in range(w.shape[1]):
                for a in range(w.shape[2]):
                    for b in range(w.shape[3]):
                        row = i * stride[0] + a * dilation[0]
                        column = j * stride[1] + b * dilation[1]
                        y[first + f, row, column] += x[c, i, j] * w[c, f, a, b]
"""


def torch_code(example: Example) -> str:
    """Return a script that makes the same output with torch, in float64.

    First by the function, then by the layer that a network is built of.
    """
    lines = ["import torch", "import torch.nn.functional as F", "from torch import nn", ""]
    lines += [f"x = {literal(example.input, 'torch.tensor')}"]
    lines += [f"w = {literal(example.torch_weight, 'torch.tensor')}"]
    if example.bias is not None:
        lines += [f"bias = {literal(example.bias, 'torch.tensor')}"]
    lines += ["", *_function(example), "", *_layer(example), ""]
    if example.activation != "none":
        lines.append(f"y = {ELEMENTWISE[example.activation].torch_call('y')}")
    return "\n".join([*lines, "print(tuple(y.shape))", "print(y)"]) + "\n"


def _function(example: Example) -> list[str]:
    """Return the call of torch.nn.functional; it pads with zeros alone, so others pad before."""
    lines = []
    arguments = ["x[None]", "w"]  # torch wants a batch axis in front
    if example.bias is not None:
        arguments.append("bias")
    given = _given(example)
    if "padding_mode" in given:
        top, bottom, left, right = _pads(example)
        around = f"({left}, {right}, {top}, {bottom})"  # F.pad counts from the last axis
        lines.append(f"padded = F.pad(x[None], {around}, mode={given.pop('padding_mode')})")
        arguments[0] = "padded"
        given.pop("padding")
    name = "conv_transpose2d" if example.transposed else "conv2d"
    arguments += [f"{argument}={value}" for argument, value in given.items()]
    return [*lines, f"y = F.{name}({', '.join(arguments)})[0]"]


def _layer(example: Example) -> list[str]:
    """Return the same call as a layer, which holds its own weights."""
    given = _given(example)
    filters, _, height, width = example.weight.shape
    arguments = [str(len(example.input)), str(filters), _short((height, width))]
    arguments += [f"{argument}={value}" for argument, value in given.items()]
    if example.bias is None:
        arguments.append("bias=False")
    name = "ConvTranspose2d" if example.transposed else "Conv2d"
    return [
        "# The same as a layer of a network, which learns its weights:",
        f"# nn.{name}(in_channels, out_channels, kernel_size)",
        f"layer = nn.{name}({', '.join(arguments)}, dtype=torch.float64)",
        "with torch.no_grad():",
        "    layer.weight.copy_(w)",
        *(["    layer.bias.copy_(bias)"] if example.bias is not None else []),
        "    print(torch.allclose(layer(x[None])[0], y))",
    ]


def _given(example: Example) -> dict[str, str]:
    """Return the arguments that are not as torch has them, as code."""
    given = {}
    if example.stride != (1, 1):
        given["stride"] = _short(example.stride)
    padding = example.padding
    if isinstance(padding, str):
        given["padding"] = f'"{padding}"'
    elif padding != (0, 0):
        given["padding"] = _short(padding)
    if example.output_padding:
        given["output_padding"] = str(example.output_padding)
    if example.groups != 1:
        given["groups"] = str(example.groups)
    if example.dilation != (1, 1):
        given["dilation"] = _short(example.dilation)
    if example.padding_mode != "zeros" and any(_pads(example)):
        given["padding_mode"] = f'"{example.padding_mode}"'
    return given


def numpy_code(example: Example) -> str:
    """Return a script that makes the same output with loops that a student can read."""
    lines = ["import numpy as np", ""]
    lines += [f"x = {literal(example.input, 'np.array')}"]
    lines += [f"w = {literal(example.torch_weight, 'np.array')}"]
    if example.bias is not None:
        lines += [f"bias = {literal(example.bias, 'np.array')}"]
    lines += [f"stride, dilation, groups = {example.stride}, {example.dilation}, {example.groups}"]
    lines += ["", *(_spread(example) if example.transposed else _loops(example))]
    if example.activation != "none":
        written = NUMPY[example.activation].format(v="y", slope=NEGATIVE_SLOPE)
        lines.append(f"y = {written}")
    return "\n".join([*lines, "print(y.shape)", "print(y)"]) + "\n"


def _loops(example: Example) -> list[str]:
    top, bottom, left, right = _pads(example)
    padded = "padded = x"
    if (top, bottom, left, right) != (0, 0, 0, 0):
        mode = _NUMPY_MODES[example.padding_mode]
        padded = (
            f'padded = np.pad(x, ((0, 0), ({top}, {bottom}), ({left}, {right})), mode="{mode}")'
        )
    body = _LOOPS.format(
        start="0.0" if example.bias is None else "bias[f]",
    )
    return [padded, body.rstrip()]


def _spread(example: Example) -> list[str]:
    filters, height, width = example.trace.output.shape
    down, across = (0, 0) if isinstance(example.padding, str) else example.padding
    body = _SPREAD.format(
        filters=filters,
        full_rows=height + 2 * down,
        full_columns=width + 2 * across,
    )
    lines = [body.rstrip()]
    if (down, across) != (0, 0):
        lines.append(
            f"y = y[:, {down}:{down + height}, {across}:{across + width}]  # cut the padding"
        )
    if example.bias is not None:
        lines.append("y = y + bias[:, None, None]")
    return lines


def _pads(example: Example) -> tuple[int, int, int, int]:
    (top, bottom), (left, right) = example.trace.pads
    return top, bottom, left, right


def _short(pair: tuple[int, int]) -> str:
    return str(pair[0]) if pair[0] == pair[1] else str(pair)
