"""Keras's Sequential: its layers, and how they compute on maps with the channels first."""

from __future__ import annotations

import ast
import difflib
import math
import re
from collections import Counter
from dataclasses import dataclass, field

from visualizer.engine.network.layers import Activation, Flatten, GlobalAvgPool, Layer, ZeroPad
from visualizer.lessons.architecture.paste.machine.forward import Forward
from visualizer.lessons.architecture.paste.machine.library import nodes_of
from visualizer.lessons.architecture.paste.machine.plain import listed
from visualizer.lessons.architecture.paste.machine.tape import Entry, arriving
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Method,
    Module,
    Ref,
    Tensor,
    Value,
    wrote,
)
from visualizer.lessons.architecture.paste.rules import rows, windows
from visualizer.lessons.architecture.paste.rules.keras_layers import (
    ALIASES,
    ALWAYS,
    FUNCTIONS,
    KERAS,
    MEANT,
)
from visualizer.lessons.architecture.paste.rules.result import Arriving, NotKnown, Result, size_pair
from visualizer.lessons.architecture.paste.rules.signatures import REQUIRED, signature
from visualizer.lessons.architecture.paste.wrong import Change, Spot, Wrong

Named = dict[str, Value]


@dataclass(eq=False)
class Stack:
    """A Keras model: its layers in order."""

    layers: list[Module] = field(default_factory=list)


class Keras(Forward):
    """The part of the interpreter that reads Keras's Sequential."""

    def attribute(self, value: Value, name: str, node: ast.Attribute) -> Value:
        """Return an attribute of a value; a Keras model has its methods."""
        if isinstance(value, Stack):
            return Method(name, value)
        return super().attribute(value, name, node)

    def method(
        self, method: Method, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a method; a Keras model takes layers by add."""
        if not isinstance(method.of, Stack):
            return super().method(method, given, named, node)
        if method.name == "add" and given:
            self._take(method.of, given[0])
        return None

    def _take(self, stack: Stack, part: Value) -> None:
        if isinstance(part, Stack):
            stack.layers += part.layers
        elif isinstance(part, Module):
            stack.layers.append(part)
        elif isinstance(part, Ref):
            raise Wrong("class_not_layer", {"container": "Sequential", "name": part.name[:40]})
        else:
            stack.layers.append(Module("?"))

    def keras(self, name: str, given: list[Value], named: Named, node: ast.Call | None) -> Value:
        """Make what Keras offers: a layer or a Sequential."""
        if name == "Sequential":
            stack = Stack()
            for part in listed(given[0] if given else named.get("layers")) or []:
                self._take(stack, part)
            return stack
        name = ALIASES.get(name, name)
        if name not in KERAS:
            if name[:1].isupper() and name not in ("Model", "Adam", "SGD", "RMSprop"):
                made = Module(name, node)
                made.args["_keras"] = True
                return made
            return UNKNOWN
        made = Module(name, node)
        known = signature(KERAS[name])
        for key in named:
            if key not in known and key not in ALWAYS:
                raise self._unknown_argument(name, key, known, node)
        args = {**known, **dict(zip(known, given, strict=False)), **named, "_keras": True}
        made.nodes = nodes_of(node, list(known)[: len(given)])
        missing = [key for key, value in args.items() if value is REQUIRED]
        if missing:
            usual = {"kernel_size": "3", "filters": "32", "units": "10", "rate": "0.5"}
            mends = (tuple(Change(key, usual.get(key, "1")) for key in missing),)
            wrong = Wrong(
                "missing_arguments", {"layer": name, "missing": ", ".join(missing)}, mends
            )
            wrong.spot = Spot(node, None, made.nodes)
            raise wrong
        made.args = args
        return made

    def _unknown_argument(
        self, name: str, key: str, known: dict[str, object], node: ast.Call | None
    ) -> Wrong:
        meant = MEANT.get(key)
        if meant not in known:
            meant = next(iter(difflib.get_close_matches(key, list(known), 1, 0.6)), None)
        values: dict[str, object] = {"layer": name, "name": key[:40]}
        if meant is None:
            wrong = Wrong("unknown_argument", values, (Change(key, ""),))
        else:
            wrong = Wrong(
                "renamed_argument", {**values, "meant": meant}, (Change(f"{key}=", meant),)
            )
        wrong.spot = Spot(node, None, nodes_of(node, []))
        return wrong

    def run_stack(self, stack: Stack, value: Tensor) -> Tensor:
        """Walk a tensor, channels first, through a Keras model."""
        counts = Counter[str]()
        for module in stack.layers:
            if module.kind in ("Input", "InputLayer"):
                continue
            base = _snake(module.kind)
            name = base if not counts[base] else f"{base}_{counts[base]}"
            counts[base] += 1
            entry = Entry(
                name, module.line, module.line, None, spot=Spot(module.made, None, module.nodes)
            )
            read = arriving(value)
            if module.kind not in KERAS or read is None:
                if module.kind not in KERAS:
                    self.note("not_supported", "layer", module.line, name=module.kind)
                value = self.tape.write(entry, value, Result(None, None), None)
                continue
            try:
                result = _computed(module, read)
                if module.args.get("activation") is not None and module.kind != "Activation":
                    result = _activated(module.args["activation"], read, result)
            except NotKnown as missing:
                result = self.not_known(module.kind, str(missing), module.line)
            except Wrong as wrong:
                wrong.line, wrong.spot = wrong.line or module.line, entry.spot
                raise
            if result.lacks:
                self.note("not_supported", "not_in_builder", module.line, name=result.lacks)
            value = self.tape.write(entry, value, result, entry.spot)
        return value


def stated_input(stack: Stack) -> tuple[tuple[int, ...], int] | None:
    """Return the input shape that a Keras model states, channels first, and its line."""
    for module in stack.layers[:1]:
        for name in ("input_shape", "shape", "batch_input_shape", "input_dim"):
            value = module.args.get(name)
            if name == "batch_input_shape" and isinstance(value, tuple):
                value = value[1:]
            sizes = (value,) if isinstance(value, int) else value
            if isinstance(sizes, list | tuple) and len(sizes) in (1, 3):
                whole = [
                    int(size) for size in sizes if isinstance(size, int) and 0 < size < 100_000
                ]
                if len(whole) == len(sizes):
                    return ((whole[-1], *whole[:-1]), module.line)
    return None


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])", "_", name).lower()


def _computed(module: Module, read: Arriving) -> Result:
    args, kind = module.args, module.kind
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
    return _function({"ReLU": "relu", "LeakyReLU": "leaky_relu", "ELU": "elu", "Softmax": "softmax"}[kind], read)  # fmt: skip


def _dense_on_map(read: Arriving, units: Value) -> tuple[int, ...]:
    if not isinstance(units, int):
        raise NotKnown("units")
    return (units, *read.inner[1:])


def _around(value: Value) -> Value:
    """Return Keras's padding, rows first, in torch's order: left, right, top, bottom."""
    if isinstance(value, int):
        return (value,) * 4
    if isinstance(value, list | tuple) and len(value) == 2:
        (top, bottom), (left, right) = (
            (part, part) if isinstance(part, int) else part for part in value
        )  # type: ignore[misc]
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
