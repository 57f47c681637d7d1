"""A network as PyTorch code to copy: a script with one nn.Sequential."""

from __future__ import annotations

from visualizer.engine.activation import ELEMENTWISE
from visualizer.engine.network.layers import (
    LRN_ALPHA,
    LRN_BETA,
    LRN_K,
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.engine.network.walk import Walk
from visualizer.notation import TIMES

_ACTIVATIONS = {
    **{name: activation.module_call() for name, activation in ELEMENTWISE.items()},
    "softmax": "nn.Softmax(dim=1)",
}


def torch_code(walk: Walk, reason: str = "") -> str:
    """Return a script that builds the network and prints its output shape and parameter count.

    The comment behind each layer is its output shape. A layer that cannot work, and all layers
    behind it, are comments; ``reason``, in the reader's language, stands above them.
    """
    calls = [(torch_call(step.layer, step.input), _shape(step.output)) for step in walk.steps]
    # The comments form a column, unless a call is very long.
    column = min(max((len(call) for call, _ in calls), default=0), 56) + 1
    lines = ["import torch", "from torch import nn", "", "model = nn.Sequential("]
    lines += [f"    {call + ',':<{column}}  # {shape}" for call, shape in calls]
    if walk.failure is not None:
        failed = walk.failure
        lines += [f"    # {line}" for line in reason.splitlines()]
        lines.append(f"    # {torch_call(failed.layer, failed.input)},")
        # Behind the failure no input shapes are known, so torch's calls cannot be written.
        lines += [f"    # {layer!r}" for layer in walk.layers[failed.index + 1 :]]
    sizes = ", ".join(str(size) for size in (1, *walk.input_shape))
    lines += [
        ")",
        "",
        "model.eval()  # dropout passes everything on",
        f"x = torch.randn({sizes})",
        "y = model(x)",
        "print(tuple(y.shape))",
        "print(sum(p.numel() for p in model.parameters()))",
    ]
    return "\n".join(lines) + "\n"


def torch_call(layer: Layer, shape: tuple[int, ...]) -> str:
    """Write the torch.nn call that makes a layer, for an input (C, H, W) or (F,)."""
    match layer:
        case Conv():
            return _conv(layer, shape[0])
        case MaxPool() | AvgPool():
            return _pool(layer)
        case GlobalAvgPool():
            return "nn.AdaptiveAvgPool2d(1)"
        case AdaptiveAvgPool(size):
            return f"nn.AdaptiveAvgPool2d({size})"
        case Activation(kind):
            return _ACTIVATIONS[kind]
        case Dropout(p):
            return f"nn.Dropout({p:g})"
        case LocalResponseNorm(size):
            # torch divides the sum by the number of channels; the paper, and LRN_ALPHA, do not.
            alpha = f"{LRN_ALPHA * size:g}"
            return f"nn.LocalResponseNorm({size}, alpha={alpha}, beta={LRN_BETA:g}, k={LRN_K:g})"
        case Flatten():
            return "nn.Flatten()"
        case Linear(outputs, bias):
            inputs = shape[0] if len(shape) == 1 else shape[-1]
            return f"nn.Linear({inputs}, {outputs}{_unless(bias, True, 'bias')})"


def _conv(layer: Conv, channels: int) -> str:
    return (
        f"nn.Conv2d({channels}, {layer.out_channels}, kernel_size={layer.kernel_size}"
        + _unless(layer.stride, 1, "stride")
        + _unless(layer.padding, 0, "padding")
        + _unless(layer.dilation, 1, "dilation")
        + _unless(layer.groups, 1, "groups")
        + _unless(layer.bias, True, "bias")
        + ")"
    )


def _pool(layer: MaxPool | AvgPool) -> str:
    name = "MaxPool2d" if isinstance(layer, MaxPool) else "AvgPool2d"
    return (
        f"nn.{name}({layer.kernel_size}"
        + _unless(layer.step, layer.kernel_size, "stride")
        + _unless(layer.padding, 0, "padding")
        + _unless(layer.ceil_mode, False, "ceil_mode")
        + ")"
    )


def _unless(value: object, usual: object, name: str) -> str:
    return "" if value == usual else f", {name}={value}"


def _shape(shape: tuple[int, ...]) -> str:
    return TIMES.join(str(size) for size in shape)
