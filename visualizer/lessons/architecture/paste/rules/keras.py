"""What Keras's layers make of shapes; maps have their channels first here too."""

from __future__ import annotations

import math

from visualizer.engine.network.layers import Activation, Flatten, GlobalAvgPool, Layer, ZeroPad
from visualizer.lessons.architecture.paste.machine.values import Ref, Value, wrote
from visualizer.lessons.architecture.paste.rules import rows, windows
from visualizer.lessons.architecture.paste.rules.keras_layers import FUNCTIONS
from visualizer.lessons.architecture.paste.rules.result import Arriving, NotKnown, Result, size_pair
from visualizer.lessons.architecture.paste.wrong import Change, Wrong

Named = dict[str, Value]
_ACTIVATIONS = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "ELU": "elu", "Softmax": "softmax"}


def computed(kind: str, args: Named, read: Arriving) -> Result:
    """Return what a layer makes of a map with its channels first, with its own activation."""
    result = _alone(kind, args, read)
    if args.get("activation") is not None and kind != "Activation":
        return _activated(args["activation"], read, result)
    return result


def _alone(kind: str, args: Named, read: Arriving) -> Result:
    match kind:
        case "Conv2D" | "Conv2DTranspose" | "MaxPooling2D" | "AveragePooling2D":
            if len(read.inner) != 3:
                raise Wrong("needs_map", {"layer": kind, "shape": wrote(read.inner)})
            return _window(kind, args, read)
        case "GlobalAveragePooling2D":
            if len(read.inner) != 3:
                raise Wrong("needs_map", {"layer": kind, "shape": wrote(read.inner)})
            channels = read.inner[0]
            return Result(
                read.outer((channels,)), (GlobalAvgPool(), Flatten()), "", (channels, 1, 1)
            )
        case "Flatten":
            return rows.flatten({"start_dim": 1, "end_dim": -1}, read, is_layer=True)
        case "Dense":
            if len(read.inner) > 1:
                # Keras too applies a Dense layer to the last axis, and that is its channels.
                shape = (*read.shape[:1], *_dense_on_map(read, args["units"]))
                return Result(shape, None, "Dense")
            return rows.linear({"out_features": args["units"], "bias": args["use_bias"]}, read)
        case "Dropout" | "SpatialDropout2D":
            return rows.dropout({"p": args["rate"]}, read)
        case "BatchNormalization":
            return rows.batch_norm(
                "BatchNorm2d" if len(read.inner) == 3 else "BatchNorm1d", {}, read
            )
        case "ZeroPadding2D":
            return windows.zero_pad2d({"padding": _around(args["padding"])}, read)
        case "Activation":
            return _function(args["activation"], read)
    return _function(_ACTIVATIONS[kind], read)


def _dense_on_map(read: Arriving, units: Value) -> tuple[int, ...]:
    if not isinstance(units, int):
        raise NotKnown("units")
    return (units, *read.inner[1:])


def _around(value: Value) -> Value:
    """Return Keras's padding, rows first, in torch's order: left, right, top, bottom."""
    if isinstance(value, int):
        return (value,) * 4
    if isinstance(value, list | tuple) and len(value) == 2:
        sides = [(part, part) if isinstance(part, int) else part for part in value]
        if all(isinstance(side, list | tuple) and len(side) == 2 for side in sides):
            (top, bottom), (left, right) = sides
            return (left, right, top, bottom)
    raise NotKnown("padding")


def _window(kind: str, args: Named, read: Arriving) -> Result:
    is_pool = "Pooling" in kind
    kernel_name = "pool_size" if is_pool else "kernel_size"
    kernel = size_pair(args, kernel_name, kind)
    strides = kernel if args["strides"] is None else size_pair(args, "strides", kind)
    dilation = (1, 1) if is_pool else size_pair(args, "dilation_rate", kind)
    same = _is_same(args["padding"])
    first: tuple[Layer, ...] = ()
    torch_args: Named = {
        "kernel_size": kernel, "stride": strides, "padding": 0, "dilation": dilation,
        "ceil_mode": False,
    }  # fmt: skip
    if not is_pool:
        torch_args |= {
            "out_channels": args["filters"],
            "bias": args["use_bias"],
            "groups": args.get("groups", 1),
        }
    if kind == "Conv2DTranspose":
        return _transposed(torch_args, kernel, strides, same, read)
    if same:
        sides = [
            _same(size, *rest)
            for size, *rest in zip(read.inner[1:], kernel, strides, dilation, strict=True)
        ]
        (top, bottom), (left, right) = sides
        if top == bottom and left == right and (not is_pool or max(top, left) <= min(kernel) // 2):
            torch_args["padding"] = (top, left)
        elif is_pool:
            shape = (
                read.inner[0],
                *(
                    math.ceil(size / step)
                    for size, step in zip(read.inner[1:], strides, strict=True)
                ),
            )
            lacking = None if any(max(side) for side in sides) else ()
            return Result(read.outer(shape), lacking, f"{kind}(padding='same')")
        else:
            padded = windows.zero_pad2d({"padding": (left, right, top, bottom)}, read)
            first = (ZeroPad(left, right, top, bottom),)
            assert padded.shape is not None
            read = Arriving(padded.shape, read.batched)
    if is_pool:
        name = "MaxPool2d" if kind == "MaxPooling2D" else "AvgPool2d"
        result = windows.pool2d(torch_args, read, name)
    else:
        result = windows.conv2d(torch_args, read)
    return Result(result.shape, None if result.records is None else (*first, *result.records))


def _transposed(
    args: Named, kernel: tuple[int, int], strides: tuple[int, int], same: bool, read: Arriving
) -> Result:
    """Return what Keras's transposed convolution makes: `same` gives the size times the stride."""
    extra, padding = [], []
    for k, s in zip(kernel, strides, strict=True):
        # Keras, without padding, makes at least as many cells as strides, so some are added.
        lacks = s - k
        padding.append(-(-max(k - s, 0) // 2) if same else 0)
        extra.append(2 * padding[-1] - (k - s) if same else max(lacks, 0))
    torch_args = {**args, "padding": tuple(padding), "output_padding": tuple(extra)}
    return windows.conv_transpose2d(torch_args, read)


def _same(size: int, kernel: int, stride: int, dilation: int) -> tuple[int, int]:
    """Return Keras's padding for 'same' along one axis: the odd cell comes at the end."""
    total = max((math.ceil(size / stride) - 1) * stride + dilation * (kernel - 1) + 1 - size, 0)
    return total // 2, total - total // 2


def _is_same(padding: Value) -> bool:
    if not isinstance(padding, str):
        if isinstance(padding, int | tuple | list):
            raise Wrong(
                "keras_padding", {"value": repr(padding)[:20]}, (Change("padding", '"same"'),)
            )
        raise NotKnown("padding")
    if padding.lower() not in ("same", "valid"):
        raise Wrong("padding_name", {"value": padding[:20]}, (Change("padding", '"same"'),))
    return padding.lower() == "same"


def _function(name: Value, read: Arriving) -> Result:
    if isinstance(name, Ref):
        name = name.name
    if name in ("linear", None):
        return Result(read.shape, ())
    if isinstance(name, str) and name.lower() in FUNCTIONS:
        return rows.activation(FUNCTIONS[name.lower()], {"dim": 1}, read)
    if isinstance(name, str):
        return Result(read.shape, None, f"activation={name[:20]!r}")
    raise NotKnown("activation")


def _activated(name: Value, read: Arriving, result: Result) -> Result:
    """Return a layer's result with the activation function that it carries."""
    assert result.shape is not None
    after = _function(name, Arriving(result.shape, read.batched))
    if result.records is None or after.records is None:
        return Result(result.shape, None, result.lacks or after.lacks)
    assert all(isinstance(record, Activation) for record in after.records)
    return Result(result.shape, (*result.records, *after.records), "", result.flat_from)
