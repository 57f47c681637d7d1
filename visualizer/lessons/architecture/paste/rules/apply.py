"""The rule for each layer and function, by its name; what is checked when a layer is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import gcd

from visualizer.lessons.architecture.paste.machine.values import Value
from visualizer.lessons.architecture.paste.rules import reshape, rows, windows
from visualizer.lessons.architecture.paste.rules.result import (
    Arriving,
    NotKnown,
    Result,
    number,
    size_pair,
)
from visualizer.lessons.architecture.paste.rules.rows import KEEPING, KINDS
from visualizer.lessons.architecture.paste.wrong import Change, Wrong

Rule = Callable[[dict[str, Value], Arriving], Result]


def _flat(args: dict[str, Value], arriving: Arriving) -> Result:
    return rows.flatten(args, arriving, is_layer=True)


def _same(_: dict[str, Value], arriving: Arriving) -> Result:
    return Result(arriving.shape, (), "", arriving.flat_from)


def _kept(name: str) -> Rule:
    return lambda _, arriving: rows.keep(name, arriving)


def _pad(args: dict[str, Value], arriving: Arriving) -> Result:
    if args["mode"] != "constant" or args["value"] not in (None, 0, 0.0):
        laid = windows.zero_pad2d({"padding": args["pad"]}, arriving)
        return Result(laid.shape, None, "pad")
    return windows.zero_pad2d({"padding": args["pad"]}, arriving)


LAYER_RULES: dict[str, Rule] = {
    "Conv2d": windows.conv2d,
    "ConvTranspose2d": windows.conv_transpose2d,
    "MaxPool2d": partial(windows.pool2d, layer="MaxPool2d"),
    "AvgPool2d": partial(windows.pool2d, layer="AvgPool2d"),
    "AdaptiveAvgPool2d": partial(windows.adaptive_pool2d, layer="AdaptiveAvgPool2d"),
    "AdaptiveMaxPool2d": partial(windows.adaptive_pool2d, layer="AdaptiveMaxPool2d"),
    "ZeroPad2d": windows.zero_pad2d,
    "Upsample": windows.upsample,
    "BatchNorm1d": partial(rows.batch_norm, "BatchNorm1d"),
    "BatchNorm2d": partial(rows.batch_norm, "BatchNorm2d"),
    "LocalResponseNorm": rows.local_response_norm,
    "Linear": rows.linear,
    "Flatten": _flat,
    "Unflatten": rows.unflatten,
    "Dropout": rows.dropout,
    "Dropout2d": rows.dropout,
    "Softmax": partial(rows.activation, "softmax"),
    "LogSoftmax": partial(rows.activation, "log_softmax"),
    "Identity": _same,
    **{name: partial(rows.activation, kind) for name, kind in KINDS.items()},
    **{name: _kept(name) for name in KEEPING},
}

FUNCTION_RULES: dict[str, Rule] = {
    "relu_": partial(rows.activation, "relu"),
    "softmax": partial(rows.activation, "softmax"),
    "log_softmax": partial(rows.activation, "log_softmax"),
    "dropout": rows.dropout,
    "dropout2d": rows.dropout,
    "max_pool2d": partial(windows.pool2d, layer="MaxPool2d"),
    "avg_pool2d": partial(windows.pool2d, layer="AvgPool2d"),
    "adaptive_avg_pool2d": partial(windows.adaptive_pool2d, layer="AdaptiveAvgPool2d"),
    "adaptive_max_pool2d": partial(windows.adaptive_pool2d, layer="AdaptiveMaxPool2d"),
    "local_response_norm": rows.local_response_norm,
    "interpolate": windows.upsample,
    "pad": _pad,
    "flatten": rows.flatten,
    "squeeze": reshape.squeeze,
    "unsqueeze": reshape.unsqueeze,
    **{name: partial(rows.activation, name) for name in KINDS.values()},
    **{name: _kept(name) for name in ("selu", "mish", "softplus")},
    **{name: partial(reshape.spread, name=name) for name in ("mean", "amax", "sum")},
    **{name: partial(reshape.permute, name=name) for name in ("permute", "transpose")},
}  # fmt: skip


def check_made(kind: str, args: dict[str, Value]) -> None:
    """Check what torch checks when a layer is made. Wrong: it would not be made."""
    try:
        _check_made(kind, args)
    except NotKnown:
        return


def _check_made(kind: str, args: dict[str, Value]) -> None:
    if kind in ("Conv2d", "ConvTranspose2d"):
        outputs = number(args["out_channels"], "out_channels", kind)
        groups = number(args["groups"], "groups", kind)
        for name in ("in_channels", "out_channels"):
            if name in args and (count := number(args[name], name, kind)) % groups:
                mends = ((Change("groups", str(gcd(groups, count))),),)
                raise Wrong("groups", {"groups": groups, "name": name, "count": count}, mends)
        size_pair(args, "kernel_size", kind)
        padding, stride = args["padding"], size_pair(args, "stride", kind)
        if isinstance(padding, str):
            if padding not in ("same", "valid"):
                usual = ((Change("padding", repr(padding.lower()[:8])),), (Change("padding", "0"),))
                raise Wrong("padding_name", {"value": padding[:20]}, usual)
            if padding == "same" and stride != (1, 1):
                kernel = size_pair(args, "kernel_size", kind)
                mends = ((Change("padding", str(kernel[0] // 2)),),)
                raise Wrong("same_with_stride", {"stride": max(stride)}, mends)
        del outputs
    elif kind == "Linear":
        for name in ("in_features", "out_features"):
            if name in args:
                number(args[name], name, kind, 0)
    elif kind.startswith("Dropout"):
        rows.dropout(args, Arriving((1, 1)))
    elif kind.startswith("BatchNorm") and "num_features" in args:
        number(args["num_features"], "num_features", kind)
