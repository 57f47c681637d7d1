"""The backward pass as code to copy: autograd's call, and the same sums as loops."""

from __future__ import annotations

from visualizer.engine import ELEMENTWISE, NEGATIVE_SLOPE
from visualizer.lessons.convolution.backward.flow import Flow
from visualizer.lessons.convolution.code import numpy_code, torch_code
from visualizer.words.literals import literal

_LOOPS = """\
x_back, w_back = np.zeros_like(x), np.zeros_like(w)
padded_back = np.zeros(padded.shape)
for f in range(filters):
    first = f // (filters // groups) * channels
    for i in range(rows):
        for j in range(columns):
            for c in range(channels):
                for a in range(height):
                    for b in range(width):
                        row = i * stride[0] + a * dilation[0]
                        column = j * stride[1] + b * dilation[1]
                        padded_back[first + c, row, column] += delta[f, i, j] * w[f, c, a, b]
                        w_back[f, c, a, b] += delta[f, i, j] * padded[first + c, row, column]
"""

_FOLD = """\
# Each cell of the padded input sends what it got to the input cell that it shows, if it shows one.
number = np.arange(1, x[0].size + 1).reshape(x.shape[1:])
shown = np.pad(number, (({top}, {bottom}), ({left}, {right})), mode="{mode}")
for row, column in np.argwhere(shown > 0):
    i, j = divmod(shown[row, column] - 1, x.shape[2])
    x_back[:, i, j] += padded_back[:, row, column]
"""

_GATHER = """\
x_back, w_back = np.zeros_like(x), np.zeros_like(w)
rows, columns = delta.shape[1:]
for c in range(x.shape[0]):
    first = c // per_group * w.shape[1]
    for i in range(x.shape[1]):
        for j in range(x.shape[2]):
            for f in range(w.shape[1]):
                for a in range(w.shape[2]):
                    for b in range(w.shape[3]):
                        row = i * stride[0] + a * dilation[0] - {down}
                        column = j * stride[1] + b * dilation[1] - {across}
                        if 0 <= row < rows and 0 <= column < columns:
                            x_back[c, i, j] += delta[first + f, row, column] * w[c, f, a, b]
                            w_back[c, f, a, b] += delta[first + f, row, column] * x[c, i, j]
"""

_SLOPES = {
    "relu": "(z > 0)",
    "leaky_relu": "np.where(z > 0, 1, {slope})",
    "sigmoid": "y * (1 - y)",
    "tanh": "(1 - y**2)",
}


def torch_backward(flow: Flow) -> str:
    """Return a script that asks autograd for the gradients."""
    example = flow.example
    script = torch_code(example).split("# The same as a layer of a network")[0]
    names = ["x", "w"] + ["bias"] * (example.bias is not None)
    lines = script.rstrip().splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(("y = ", "padded = ")))
    ask = [f"{name}.requires_grad_()" for name in names]
    lines = [*lines[:at], *ask, *lines[at:]]
    if example.activation != "none":
        lines.append(f"y = {ELEMENTWISE[example.activation].torch_call('y')}")
    lines += ["", *_begin(flow, "torch.tensor"), "y.backward(gradient)"]
    return "\n".join([*lines, *(f"print({name}.grad)" for name in names)]) + "\n"


def numpy_backward(flow: Flow) -> str:
    """Return a script that adds up the same gradients with loops that a student can read."""
    example = flow.example
    script = numpy_code(example).replace("print(y.shape)\nprint(y)\n", "").rstrip()
    lines = script.splitlines()
    if example.activation != "none":
        lines.insert(len(lines) - 1, "z = y")
    lines += ["", *_begin(flow, "np.array")]
    slope = _SLOPES.get(example.activation, "").format(slope=NEGATIVE_SLOPE)
    lines.append(f"delta = gradient * {slope}" if slope else "delta = gradient")
    if example.transposed:
        down, across = (0, 0) if isinstance(example.padding, str) else example.padding
        lines.append(_GATHER.format(down=down, across=across).rstrip())
    else:
        (top, bottom), (left, right) = example.trace.pads
        mode = {"zeros": "constant", "reflect": "reflect", "replicate": "edge",
                "circular": "wrap"}[example.padding_mode]  # fmt: skip
        fold = _FOLD.format(top=top, bottom=bottom, left=left, right=right, mode=mode)
        lines += [_LOOPS.rstrip(), fold.rstrip()]
    shown = ["print(x_back)", "print(w_back)"]
    if example.bias is not None:
        shown.append("print(delta.sum(axis=(1, 2)))  # the bias")
    return "\n".join([*lines, *shown]) + "\n"


def _begin(flow: Flow, maker: str) -> list[str]:
    """Return the lines that make the gradient at the output."""
    if flow.target is not None:
        size = "y.numel()" if maker == "torch.tensor" else "y.size"
        value = "y.detach()" if maker == "torch.tensor" else "y"
        made = literal(flow.target, maker)
        return [f"target = {made}", f"gradient = 2 * ({value} - target) / {size}"]
    if flow.upstream == "ones":
        return [f"gradient = {'torch' if maker == 'torch.tensor' else 'np'}.ones_like(y)"]
    return [f"gradient = {literal(flow.given, maker)}"]
