"""The backward pass as code to copy: autograd's call, and the same products by hand."""

from __future__ import annotations

from visualizer.lessons.dense.backward.flow import Flow
from visualizer.lessons.dense.code import numpy_code, torch_code
from visualizer.words.literals import literal


def torch_backward(flow: Flow) -> str:
    """Return a script that asks autograd for the gradients."""
    script = torch_code(flow.example).split("print(", maxsplit=1)[0].rstrip()
    script = script.replace("\ny = layer", "\nx.requires_grad_()\ny = layer", 1)
    if flow.label is not None:
        begin = [f"label = torch.tensor([{flow.label}])",
                 "nn.functional.cross_entropy(y[None], label).backward()"]  # fmt: skip
    elif flow.target is not None:
        begin = [f"target = {literal(flow.target, 'torch.tensor')}",
                 "nn.functional.mse_loss(y, target).backward()"]  # fmt: skip
    else:
        made = literal(flow.given, "torch.tensor")
        begin = [f"gradient = {'torch.ones_like(y)' if flow.upstream == 'ones' else made}",
                 "y.backward(gradient)"]  # fmt: skip
    shown = ["print(x.grad)", "print(layer.weight.grad)", "print(layer.bias.grad)"]
    return "\n".join([script, *begin, *shown]) + "\n"


def numpy_backward(flow: Flow) -> str:
    """Return a script with the same gradients as products of matrices."""
    script = numpy_code(flow.example).split("print(", maxsplit=1)[0].rstrip()
    if flow.label is not None:
        begin = [
            "powers = np.exp(y - y.max())  # less the greatest: no power is too large",
            "gradient = powers / powers.sum()  # the probabilities of the classes",
            f"gradient[{flow.label}] -= 1  # less 1 at the true class",
        ]
    elif flow.target is not None:
        begin = [f"target = {literal(flow.target, 'np.array')}",
                 "gradient = 2 * (y - target) / y.size"]  # fmt: skip
    else:
        made = literal(flow.given, "np.array")
        begin = [f"gradient = {'np.ones_like(y)' if flow.upstream == 'ones' else made}"]
    back = [
        "x_back = (w.T @ gradient).reshape(x.shape)",
        "w_back = np.outer(gradient, x)  # a product for each weight",
        "bias_back = gradient",
        *(f"print({name}_back)" for name in ("x", "w", "bias")),
    ]
    return "\n".join([script, *begin, "", *back]) + "\n"
