"""The arguments of torch's layers and functions, and how a call's are matched with them."""

from __future__ import annotations

import ast
import difflib
from functools import cache

from visualizer.lessons.architecture.paste.wrong import Change, Mending, Wrong

REQUIRED = object()

_CONV = (
    "in_channels out_channels kernel_size stride=1 padding=0 dilation=1 groups=1 bias=True"
    " padding_mode='zeros' device=None dtype=None"
)
_UP = (
    "in_channels out_channels kernel_size stride=1 padding=0 output_padding=0 groups=1 bias=True"
    " dilation=1 padding_mode='zeros' device=None dtype=None"
)
_MAX = "kernel_size stride=None padding=0 dilation=1 return_indices=False ceil_mode=False"
_AVG = (
    "kernel_size stride=None padding=0 ceil_mode=False count_include_pad=True divisor_override=None"
)
_PLACE = "device=None dtype=None"
_NORM = f"num_features eps=1e-05 momentum=0.1 affine=True track_running_stats=True {_PLACE}"
_INSTANCE = f"num_features eps=1e-05 momentum=0.1 affine=False track_running_stats=False {_PLACE}"
_LARGER = (
    "size=None scale_factor=None mode='nearest' align_corners=None recompute_scale_factor=None"
)
_LINEAR = "in_features out_features bias=True device=None dtype=None"

LAYERS: dict[str, str] = {
    "Conv2d": _CONV,
    "LazyConv2d": _CONV.removeprefix("in_channels "),
    "ConvTranspose2d": _UP,
    "MaxPool2d": _MAX,
    "AvgPool2d": _AVG,
    "AdaptiveAvgPool2d": "output_size",
    "AdaptiveMaxPool2d": "output_size return_indices=False",
    "ZeroPad2d": "padding",
    "BatchNorm1d": _NORM,
    "BatchNorm2d": _NORM,
    "LazyBatchNorm1d": _NORM.removeprefix("num_features "),
    "LazyBatchNorm2d": _NORM.removeprefix("num_features "),
    "InstanceNorm2d": _INSTANCE,
    "GroupNorm": "num_groups num_channels eps=1e-05 affine=True device=None dtype=None",
    "LayerNorm": f"normalized_shape eps=1e-05 elementwise_affine=True bias=True {_PLACE}",
    "Linear": _LINEAR,
    "LazyLinear": _LINEAR.removeprefix("in_features "),
    "Flatten": "start_dim=1 end_dim=-1",
    "Unflatten": "dim unflattened_size",
    "Dropout": "p=0.5 inplace=False",
    "Dropout2d": "p=0.5 inplace=False",
    "AlphaDropout": "p=0.5 inplace=False",
    "ReLU": "inplace=False",
    "ReLU6": "inplace=False",
    "LeakyReLU": "negative_slope=0.01 inplace=False",
    "ELU": "alpha=1.0 inplace=False",
    "SELU": "inplace=False",
    "CELU": "alpha=1.0 inplace=False",
    "Mish": "inplace=False",
    "Hardsigmoid": "inplace=False",
    "Softplus": "beta=1.0 threshold=20.0",
    "PReLU": "num_parameters=1 init=0.25 device=None dtype=None",
    "GELU": "approximate='none'",
    "SiLU": "inplace=False",
    "Hardswish": "inplace=False",
    "Sigmoid": "",
    "Tanh": "",
    "LogSigmoid": "",
    "Softmax": "dim=None",
    "LogSoftmax": "dim=None",
    "Identity": "*",
    "LocalResponseNorm": "size alpha=0.0001 beta=0.75 k=1.0",
    "Upsample": _LARGER,
}
"""Layers whose shapes are known."""

_KEEPING = "input inplace=False"
FUNCTIONS: dict[str, str] = {
    "relu": _KEEPING,
    "relu_": "input",
    "relu6": _KEEPING,
    "elu": "input alpha=1.0 inplace=False",
    "selu": _KEEPING,
    "mish": _KEEPING,
    "softplus": "input beta=1 threshold=20",
    "leaky_relu": "input negative_slope=0.01 inplace=False",
    "gelu": "input approximate='none'",
    "silu": _KEEPING,
    "hardswish": _KEEPING,
    "sigmoid": "input",
    "tanh": "input",
    "softmax": "input dim=None dtype=None",
    "log_softmax": "input dim=None dtype=None",
    "dropout": "input p=0.5 training=True inplace=False",
    "dropout2d": "input p=0.5 training=True inplace=False",
    "max_pool2d": "input kernel_size stride=None padding=0 dilation=1 ceil_mode=False"
    " return_indices=False",
    "avg_pool2d": "input " + _AVG,
    "adaptive_avg_pool2d": "input output_size",
    "adaptive_max_pool2d": "input output_size return_indices=False",
    "local_response_norm": "input size alpha=0.0001 beta=0.75 k=1.0",
    "interpolate": f"input {_LARGER} antialias=False",
    "pad": "input pad mode='constant' value=None",
    "flatten": "input start_dim=0 end_dim=-1",
    "view": "input *",
    "reshape": "input *",
    "squeeze": "input dim=None",
    "unsqueeze": "input dim",
    "mean": "input dim=None keepdim=False dtype=None",
    "amax": "input dim=None keepdim=False",
    "sum": "input dim=None keepdim=False dtype=None",
    "permute": "input *",
    "transpose": "input dim0 dim1",
    "add": "input other alpha=1",
    "mul": "input other",
    "sub": "input other alpha=1",
    "div": "input other",
    "matmul": "input other",
    "cat": "tensors dim=0",
    "concat": "tensors dim=0",
    "chunk": "input chunks dim=0",
}
"""Functions and methods whose shapes are known; of a tensor's method, the tensor is the input."""

MEANT = {
    "strides": "stride",
    "filters": "out_channels",
    "filter": "out_channels",
    "channels": "out_channels",
    "kernel": "kernel_size",
    "pool_size": "kernel_size",
    "size": "kernel_size",
    "pad": "padding",
    "input_dim": "in_features",
    "output_dim": "out_features",
    "units": "out_features",
    "in_features": "in_channels",
    "out_features": "out_channels",
    "in_channels": "in_features",
    "out_channels": "out_features",
    "rate": "p",
    "prob": "p",
    "use_bias": "bias",
    "axis": "dim",
    "dims": "dim",
    "alpha": "negative_slope",
    "num_channels": "num_features",
}
"""Arguments by the names that other libraries, and memory, give them."""


@cache
def signature(written: str) -> dict[str, object]:
    """Return a signature's arguments with their defaults; REQUIRED for those that have none."""
    found: dict[str, object] = {}
    for part in written.split():
        name, is_default, default = part.partition("=")
        found[name] = ast.literal_eval(default) if is_default else REQUIRED
    return found


def bound(
    name: str, written: str, given: list[object], named: dict[str, object]
) -> tuple[dict[str, object], list[str]]:
    """Return the values of all arguments, and the names of those given by place, in order.

    Wrong: one is missing, unknown, given twice, or there are too many.
    """
    known = signature(written)
    if "*" in known:
        before = [key for key in known if key != "*"]
        values = dict(zip(before, given, strict=False)) | {"*": given[len(before) :]} | named
        return values, before + [f"*{i}" for i in range(len(given) - len(before))]
    names = list(known)
    for key in named:
        if key not in known:
            raise _unknown(name, key, known, len(given))
    if len(given) > len(names):
        values = {"layer": name, "given": len(given), "most": len(names)}
        raise Wrong("too_many_arguments", values)
    placed = names[: len(given)]
    for key in placed:
        if key in named:
            raise Wrong("given_twice", {"layer": name, "name": key}, (Change(key, ""),))
    values = {**known, **dict(zip(placed, given, strict=True)), **named}
    missing = [key for key, value in values.items() if value is REQUIRED]
    if missing:
        listed = ", ".join(missing)
        raise Wrong("missing_arguments", {"layer": name, "missing": listed}, _filled(name, missing))
    return values, placed


def _filled(name: str, missing: list[str]) -> tuple[tuple[Mending, ...], ...]:
    """Return what might be written for missing arguments: often the inputs are left out."""
    usual = {"kernel_size": "3", "output_size": "1", "p": "0.5", "dim": "1", "size": "5"}
    if "pool" in name.lower() and missing == ["kernel_size"]:
        return ((Change("kernel_size", "2"),),)
    if missing == ["out_features"]:
        return ((Change("^in_features", "1"),),)
    if missing == ["out_channels"]:
        return ((Change("^in_channels", "1"),), (Change("out_channels", "1"),))
    if missing == ["kernel_size"]:
        return ((Change("kernel_size", "3"),), (Change("^in_channels", "1"),))
    return (tuple(Change(key, usual.get(key, "1")) for key in missing),)


def _unknown(name: str, key: str, known: dict[str, object], given: int) -> Wrong:
    free = list(known)[given:]
    meant = MEANT.get(key)
    if meant not in free:
        meant = next(iter(difflib.get_close_matches(key, free, 1, 0.6)), None)
    values: dict[str, object] = {"layer": name, "name": key}
    if meant is None:
        return Wrong("unknown_argument", values, (Change(key, ""),))
    return Wrong("renamed_argument", {**values, "meant": meant}, (Change(f"{key}=", meant),))
