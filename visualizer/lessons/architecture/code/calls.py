"""The torch.nn call that makes a layer."""

from __future__ import annotations

from visualizer.engine.activation import ELEMENTWISE
from visualizer.engine.network.layers import (
    LRN_ALPHA,
    LRN_BETA,
    LRN_K,
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    AvgPool,
    BatchNorm,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
)

_ACTIVATIONS = {
    **{name: activation.module_call() for name, activation in ELEMENTWISE.items()},
    "relu6": "nn.ReLU6()",
    "elu": "nn.ELU()",
    "silu": "nn.SiLU()",
    "hardswish": "nn.Hardswish()",
    "softmax": "nn.Softmax(dim=1)",
    "log_softmax": "nn.LogSoftmax(dim=1)",
}


def torch_call(layer: Layer, shape: tuple[int, ...]) -> str:
    """Write the torch.nn call that makes a layer, for an input (C, H, W) or (F,).

    Branches are no modules: theirs is the record itself, for comments.
    """
    match layer:
        case Conv() | ConvTranspose():
            return _conv(layer, shape[0])
        case MaxPool() | AvgPool():
            return _pool(layer)
        case GlobalAvgPool():
            return "nn.AdaptiveAvgPool2d(1)"
        case AdaptiveAvgPool(size):
            return f"nn.AdaptiveAvgPool2d({size})"
        case AdaptiveMaxPool(size):
            return f"nn.AdaptiveMaxPool2d({size})"
        case ZeroPad(left, right, top, bottom):
            sides = (left, right, top, bottom)
            return f"nn.ZeroPad2d({left if len(set(sides)) == 1 else sides})"
        case BatchNorm():
            return f"nn.BatchNorm{'2d' if len(shape) == 3 else '1d'}({shape[0]})"
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
        case From() | Add() | Concat():
            return repr(layer)


def _conv(layer: Conv | ConvTranspose, channels: int) -> str:
    name, extra = "Conv2d", ""
    if isinstance(layer, ConvTranspose):
        name, extra = "ConvTranspose2d", _unless(layer.output_padding, 0, "output_padding")
    return (
        f"nn.{name}({channels}, {layer.out_channels}, kernel_size={layer.kernel_size}"
        + _unless(layer.stride, 1, "stride")
        + _unless(layer.padding, 0, "padding")
        + extra
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
