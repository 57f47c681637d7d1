"""Keras's Sequential: its layers, and how they compute on maps with the channels first."""

from __future__ import annotations

import ast
import difflib
import re
from collections import Counter
from dataclasses import dataclass, field

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
)
from visualizer.lessons.architecture.paste.rules.keras import computed
from visualizer.lessons.architecture.paste.rules.keras_layers import (
    ALIASES,
    ALWAYS,
    KERAS,
    MEANT,
)
from visualizer.lessons.architecture.paste.rules.result import NotKnown, Result
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
        elif isinstance(part, Module) and "_keras" in part.args:
            stack.layers.append(part)
        elif isinstance(part, Ref):
            raise Wrong("class_not_layer", {"container": "Sequential", "name": part.name[:40]})
        else:
            made = part.made if isinstance(part, Module) else None
            stack.layers.append(Module(part.kind if isinstance(part, Module) else "?", made))

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
            is_known = module.kind in KERAS and "_keras" in module.args
            if not is_known or read is None:
                if not is_known:
                    self.note("not_supported", "layer", module.line, name=module.kind)
                value = self.tape.write(entry, value, Result(None, None), None)
                continue
            try:
                result = computed(module.kind, module.args, read)
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
