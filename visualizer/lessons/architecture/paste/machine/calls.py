"""Calls: of the code's functions and classes, of modules, of what libraries offer."""

from __future__ import annotations

import ast

from visualizer.lessons.architecture.paste.machine.attributes import Attributes
from visualizer.lessons.architecture.paste.machine.plain import (
    bounded,
    builtin,
    listed,
    mathematics,
)
from visualizer.lessons.architecture.paste.machine.state import MOST_CALLS, Frame
from visualizer.lessons.architecture.paste.machine.statements import Returned
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Class,
    Function,
    Method,
    Module,
    Number,
    Ref,
    Scope,
    Super,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.wrong import Edits, Stop, Wrong, after, before

Named = dict[str, Value]


class Calls(Attributes):
    """The part of the interpreter that calls."""

    def call(
        self, function: Value, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a function, a class, a module or a method."""
        match function:
            case Function():
                return self.invoke(function, given, named)
            case Class():
                return self.instantiate(function, given, named, node)
            case Module():
                return self.run(function, given, named, node)
            case Method(function=Function() as written):
                of = [] if written.is_static else [function.of]
                return self.invoke(written, [*of, *given], named)
            case Method():
                return self.method(function, given, named, node)
            case Ref():
                return self._of_library(function, given, named, node)
        return self._unknown_call(given, named, node)

    def _unknown_call(self, given: list[Value], named: Named, node: ast.Call | None) -> Value:
        tensors = [part for part in [*given, *named.values()] if isinstance(part, Tensor)]
        if self.at_top:
            self._summary(given, named, node)
            return UNKNOWN
        if self.running and tensors:
            name = "?" if node is None else ast.unparse(node.func)[:40]
            self.note("not_supported", "function", self.line(), name=name)
            self.tape.whole = False
            return Tensor(None)
        return UNKNOWN

    def _summary(self, given: list[Value], named: Named, node: ast.Call | None) -> None:
        """Take the input shape that code states when it asks for a summary of its network."""
        if node is None or "summary" not in ast.unparse(node.func)[-12:] or not given:
            return
        sizes = named.get("input_size", given[1] if len(given) > 1 else None)
        if isinstance(given[0], Module) and isinstance(sizes, tuple):
            whole = [int(size) for size in sizes if isinstance(size, int)]
            if len(whole) == len(sizes) in (1, 3, 4):
                self.state_input(tuple(whole[1:] if len(whole) == 4 else whole), node)

    def state_input(self, shape: tuple[int, ...], node: ast.Call | None) -> None:
        """Keep the input shape, without batch, that the code itself states."""
        if all(0 < size < 100_000 for size in shape):
            self.own_input, self.own_input_node = shape, node
            self.own_input_line = self.line()

    def invoke(self, function: Function, given: list[Value], named: Named) -> Value:
        """Run a function of the code. Wrong: its arguments do not fit."""
        if len(self.frames) > MOST_CALLS:
            raise Stop("too_deep", self.line())
        scope = Scope(self._bind(function, given, named), function.scope)
        if isinstance(function.node, ast.Lambda):
            return self._in_frame(function, scope, [ast.Return(function.node.body)])
        return self._in_frame(function, scope, function.node.body)

    def _in_frame(self, function: Function, scope: Scope, body: list[ast.stmt]) -> Value:
        for statement in body:
            if not hasattr(statement, "lineno"):
                ast.copy_location(statement, function.node)
        frame = Frame(function.node.lineno, scope, function)
        depth = self.depth
        self.frames.append(frame)
        try:
            self.execute(body)
        except Returned as end:
            self.returned = frame.line
            return end.value
        except Wrong as wrong:
            if wrong.line is None:
                wrong.line = frame.line
            raise
        except Stop as stop:
            stop.line = stop.line or frame.line
            raise
        finally:
            self.frames.pop()
            self.depth = depth
        if function.name == "forward":
            self.no_return = function
        return None

    def _bind(self, function: Function, given: list[Value], named: Named) -> Named:
        arguments = function.node.args
        places = [argument.arg for argument in [*arguments.posonlyargs, *arguments.args]]
        keywords = [argument.arg for argument in arguments.kwonlyargs]
        found: Named = dict(zip(places, given, strict=False))
        rest = given[len(places) :]
        if arguments.vararg is not None:
            found[arguments.vararg.arg] = tuple(rest)
        elif rest:
            values = {"name": function.name[:40], "takes": len(places), "given": len(given)}
            line = None if self.frames else function.node.lineno
            raise Wrong("takes_fewer", values, _one_more(function, places), line)
        others: dict[object, Value] = {}
        for name, value in named.items():
            if name in places or name in keywords:
                found[name] = value
            elif arguments.kwarg is not None:
                others[name] = value
            else:
                raise Wrong(
                    "no_such_parameter", {"function": function.name[:40], "name": name[:40]}
                )
        if arguments.kwarg is not None:
            found[arguments.kwarg.arg] = others
        for name in [*places, *keywords]:
            if name not in found:
                found[name] = self._default(function, name)
        return found

    def _default(self, function: Function, name: str) -> Value:
        if name in function.defaults:
            return function.defaults[name]
        if (guess := self.guess(name, function.node.lineno)) is not None:
            return guess
        where = function.owner.name if function.owner else function.name
        if not self.frames:
            line = function.node.lineno
            raise Stop("parameter_missing", line, function=where[:40], name=name[:40])
        raise Wrong("parameter_missing", {"function": where[:40], "name": name[:40]})

    def guess(self, name: str, line: int) -> Value:
        """Return what a parameter without a value usually is, None for no guess."""
        raise NotImplementedError

    def instantiate(
        self, made_of: Class, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Make an object of a class of the code."""
        base = made_of.torch_base
        if not base or base in ("Dataset", "object"):
            return UNKNOWN
        kind = base if base in ("Sequential", "ModuleList") else "Module"
        made = Module(kind, node, own=made_of, ready=False)
        self.objects.append(made)
        bounded(list(self.objects))
        init = made_of.find("__init__")
        if init is not None and isinstance(init[0], Function):
            self.invoke(init[0], [made, *given], named)
        else:
            made.ready = True
            if kind != "Module":
                self.fill(made, given, node)
        return made

    def fill(self, made: Module, given: list[Value], node: ast.Call | None) -> None:
        """Put the parts into a Sequential or a ModuleList."""
        raise NotImplementedError

    def make(self, kind: str, given: list[Value], named: Named, node: ast.Call | None) -> Module:
        """Make a layer of torch's."""
        raise NotImplementedError

    def run(self, module: Module, given: list[Value], named: Named, node: ast.Call | None) -> Value:
        """Let a module compute."""
        raise NotImplementedError

    def method(
        self, method: Method, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a method of a built-in value, a tensor or a module."""
        raise NotImplementedError

    def function(
        self, name: str, given: list[Value], named: Named, node: ast.Call | None, shift: int = 0
    ) -> Value:
        """Call a function of torch's on tensors."""
        raise NotImplementedError

    def keras(self, name: str, given: list[Value], named: Named, node: ast.Call | None) -> Value:
        """Make what Keras offers."""
        raise NotImplementedError

    def _of_library(
        self, ref: Ref, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        path, name = ref.path, ref.name
        if path == "builtins.super":
            return self._super(given)
        if path.startswith("builtins."):
            return self._builtin(name, given, named)
        if path.startswith("math."):
            return mathematics(name, given)
        if "keras" in path:
            return self.keras(name, given, named, node)
        if path == "any.Sequential":
            is_keras = not given or isinstance(given[0], list)
            return (
                self.keras(name, given, named, node)
                if is_keras
                else self.make(name, given, named, node)
            )
        if path.startswith("torch.nn.functional.") or (
            path.count(".") == 1 and path.startswith("torch.")
        ):
            if name in ("randn", "rand", "zeros", "ones", "empty"):
                return _tensor_of(given, named)
            return self.function(name, given, named, node)
        if path.startswith("torch.nn.") and path.count(".") >= 2 and name[:1].isupper():
            return self.make(name, given, named, node)
        if path == "collections.OrderedDict":
            return self._ordered(given)
        return self._unknown_call(given, named, node)

    def _ordered(self, given: list[Value]) -> Value:
        pairs = listed(given[0]) if given else []
        if given and isinstance(given[0], dict):
            return given[0]
        if pairs is None or not all(
            isinstance(pair, list | tuple) and len(pair) == 2 for pair in pairs
        ):
            return UNKNOWN
        return {
            pair[0]: pair[1]
            for pair in pairs
            if isinstance(pair, list | tuple) and isinstance(pair[0], str)
        }

    def _builtin(self, name: str, given: list[Value], named: Named) -> Value:
        if name == "len" and given and isinstance(given[0], Module):
            return len(given[0].children)
        if name == "int" and given and isinstance(given[0], Number):
            return given[0]
        return builtin(name, given, named)

    def _super(self, given: list[Value]) -> Value:
        frame = self.frames[-1] if self.frames else None
        if frame is None or frame.function is None or frame.function.owner is None:
            return UNKNOWN
        node = frame.function.node.args.args
        of = frame.scope.names.get(node[0].arg) if node else None
        if len(given) == 2:
            of = given[1]
        return Super(of, frame.function.owner) if isinstance(of, Module) else UNKNOWN


def _tensor_of(given: list[Value], named: Named) -> Value:
    sizes = listed(given[0]) if len(given) == 1 and isinstance(given[0], list | tuple) else given
    if "size" in named:
        sizes = listed(named["size"])
    whole = [int(size) for size in sizes or [] if isinstance(size, int)]
    if not sizes or len(whole) != len(sizes) or min(whole) < 1:
        return UNKNOWN
    return Tensor(tuple(whole), None, len(whole) in (2, 4))


def _one_more(function: Function, places: list[str]) -> tuple[Edits, ...]:
    """Return the change that gives forward its self or its x."""
    if function.name != "forward" or isinstance(function.node, ast.Lambda):
        return ()
    node = function.node
    if places == ["self"]:
        argument = node.args.args[0]
        # An argument is no expression, but it has the same places.
        return (Edits((after(argument, ", x"),)),)  # type: ignore[arg-type]
    if places and places[0] != "self":
        return (Edits((before(node.args.args[0], "self, "),)),)  # type: ignore[arg-type]
    return ()
