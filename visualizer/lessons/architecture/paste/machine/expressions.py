"""Expressions: literals, names, arithmetic, collections, comprehensions."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable, Iterator

from visualizer.lessons.architecture.paste.machine.plain import (
    BUILTINS,
    LARGEST,
    LONGEST_TEXT,
    arithmetic,
    bounded,
    compared,
    listed,
    truth,
)
from visualizer.lessons.architecture.paste.machine.state import DEEPEST, State, call_line
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Function,
    Module,
    Number,
    Ref,
    Scope,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.wrong import Edits, Stop, Wrong, instead

USUAL_NAMES = {
    "torch": "torch", "nn": "torch.nn", "F": "torch.nn.functional", "tf": "tensorflow",
    "keras": "keras", "layers": "keras.layers", "models": "keras.models", "math": "math",
}  # fmt: skip
"""What names mean that people import and do not paste."""

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "−", ast.Mult: "·", ast.Div: "/", ast.MatMult: "@",
}  # fmt: skip


class Expressions(State):
    """The part of the interpreter that evaluates expressions."""

    def evaluate(self, node: ast.expr) -> Value:
        """Return an expression's value. Stop: too many steps, or nested too deeply."""
        self.tick(node)
        self.depth += 1
        if self.depth > DEEPEST:
            raise Stop("too_deep", node.lineno)
        try:
            visit: Callable[[ast.expr], Value] | None = getattr(
                self, f"_{type(node).__name__}", None
            )
            return UNKNOWN if visit is None else visit(node)
        finally:
            self.depth -= 1

    def _Constant(self, node: ast.Constant) -> Value:
        value = node.value
        if isinstance(value, int) and not isinstance(value, bool):
            if abs(value) >= LARGEST:
                return UNKNOWN
            number = Number(value)
            number.origin = node
            return number
        if isinstance(value, str):
            return value[:LONGEST_TEXT]
        return value if isinstance(value, float | bool | None) else UNKNOWN

    def _Name(self, node: ast.Name) -> Value:
        inner = self.frames[-1].scope if self.frames else self.module_scope
        scope = inner.find(node.id)
        if scope is not None:
            return scope.names[node.id]
        if node.id in BUILTINS:
            return Ref(f"builtins.{node.id}")
        if node.id == "super":
            return Ref("builtins.super")
        if node.id == "__name__":
            return "__main__"
        if (found := self.usual(node.id)) is not None:
            return found
        if self.frames and self.frames[-1].in_method:
            self._unknown_name(node, inner)
        return UNKNOWN

    def usual(self, name: str) -> Value:
        """Return what a name means that is not defined in what was pasted; None for no meaning."""
        raise NotImplementedError

    def _unknown_name(self, node: ast.Name, scope: Scope) -> None:
        """Wrong: a method reads a name that torch would not find, and a likely one is near."""
        own = scope.names.get("self")
        if isinstance(own, Module) and (node.id in own.children or node.id in own.attributes):
            mend = Edits((instead(node, f"self.{node.id}"),))
            raise Wrong("name_of_self", {"name": node.id[:40]}, (mend,), node.lineno)
        alike = difflib.get_close_matches(node.id, [n for n in scope.names if n != "self"], 1, 0.7)
        if alike:
            values = {"name": node.id[:40], "meant": alike[0]}
            raise Wrong("name_meant", values, (Edits((instead(node, alike[0]),)),), node.lineno)
        if not node.id.startswith("__"):
            self.note("not_supported", "name_unknown", node.lineno, name=node.id[:40])

    def _Attribute(self, node: ast.Attribute) -> Value:
        value = self.evaluate(node.value)
        return self.attribute(value, node.attr, node)

    def _Call(self, node: ast.Call) -> Value:
        function = self.evaluate(node.func)
        given: list[Value] = []
        for part in node.args:
            if isinstance(part, ast.Starred):
                items = listed(self.evaluate(part.value))
                given += [UNKNOWN] if items is None else items
            else:
                given.append(self.evaluate(part))
        named: dict[str, Value] = {}
        for keyword in node.keywords:
            value = self.evaluate(keyword.value)
            if keyword.arg is not None:
                named[keyword.arg] = value
            elif isinstance(value, dict):
                named.update({key: each for key, each in value.items() if isinstance(key, str)})
        bounded(given)
        if not self.frames:
            return self.call(function, given, named, node)
        frame = self.frames[-1]
        frame.line = call_line(node)
        return self.call(function, given, named, node)

    def _BinOp(self, node: ast.BinOp) -> Value:
        left, right = self.evaluate(node.left), self.evaluate(node.right)
        if isinstance(left, Tensor) or isinstance(right, Tensor):
            if self.frames:
                self.frames[-1].line = node.lineno
            return self.combine(left, right, _SIGNS.get(type(node.op), "?"), node)
        return arithmetic(node.op, left, right)

    def _UnaryOp(self, node: ast.UnaryOp) -> Value:
        value = self.evaluate(node.operand)
        if isinstance(node.op, ast.Not):
            known = truth(value)
            return UNKNOWN if known is None else not known
        if isinstance(value, int | float) and not isinstance(node.op, ast.Invert):
            return -value if isinstance(node.op, ast.USub) else value
        return value if isinstance(value, Tensor) else UNKNOWN

    def _BoolOp(self, node: ast.BoolOp) -> Value:
        value: Value = UNKNOWN
        for part in node.values:
            value = self.evaluate(part)
            known = truth(value)
            if known is None:
                return UNKNOWN
            if known == isinstance(node.op, ast.Or):
                return value
        return value

    def _Compare(self, node: ast.Compare) -> Value:
        left = self.evaluate(node.left)
        for op, part in zip(node.ops, node.comparators, strict=True):
            right = self.evaluate(part)
            holds = compared(op, left, right)
            if holds is not True:
                return holds
            left = right
        return True

    def _IfExp(self, node: ast.IfExp) -> Value:
        known = truth(self.evaluate(node.test))
        if known is None:
            return UNKNOWN
        return self.evaluate(node.body if known else node.orelse)

    def _NamedExpr(self, node: ast.NamedExpr) -> Value:
        value = self.evaluate(node.value)
        self.store(node.target, value)
        return value

    def store(self, target: ast.expr, value: Value) -> None:
        """Give a value to what stands left of =."""
        raise NotImplementedError

    def _Tuple(self, node: ast.Tuple) -> Value:
        return tuple(self._items(node.elts))

    def _List(self, node: ast.List) -> Value:
        return self._items(node.elts)

    def _items(self, nodes: list[ast.expr]) -> list[Value]:
        found: list[Value] = []
        for part in nodes:
            if isinstance(part, ast.Starred):
                found += listed(self.evaluate(part.value)) or []
            else:
                found.append(self.evaluate(part))
        return bounded(found)

    def _Dict(self, node: ast.Dict) -> Value:
        found: dict[object, Value] = {}
        for key, part in zip(node.keys, node.values, strict=True):
            value = self.evaluate(part)
            name = None if key is None else self.evaluate(key)
            if isinstance(name, str | int | float | bool):
                found[name] = value
            elif key is None and isinstance(value, dict):
                found.update(value)
        return found

    def _JoinedStr(self, node: ast.JoinedStr) -> Value:
        parts = []
        for part in node.values:
            value = self.evaluate(part.value if isinstance(part, ast.FormattedValue) else part)
            if not isinstance(value, str | int | float):
                return UNKNOWN
            parts.append(str(value))
        return "".join(parts)[:LONGEST_TEXT]

    def _Lambda(self, node: ast.Lambda) -> Value:
        return Function(node, self.frames[-1].scope if self.frames else self.module_scope)

    def _Subscript(self, node: ast.Subscript) -> Value:
        value = self.evaluate(node.value)
        if isinstance(node.slice, ast.Slice):
            bounds = [
                None if part is None else self.evaluate(part)
                for part in (node.slice.lower, node.slice.upper, node.slice.step)
            ]
            if all(part is None or isinstance(part, int) for part in bounds) and bounds[2] != 0:
                return self._cut(value, slice(*bounds))
            return UNKNOWN
        index = self.evaluate(node.slice)
        if isinstance(value, Tensor):
            return self._part_of(value, index, node.lineno)
        if isinstance(value, dict) and isinstance(index, str | int | float):
            return value.get(index, UNKNOWN)
        items = listed(value) if isinstance(value, list | tuple | str | range | Module) else None
        if items is not None and isinstance(index, int) and -len(items) <= index < len(items):
            return items[index]
        if isinstance(value, Module) and isinstance(index, str):
            return value.children.get(index, UNKNOWN)
        return UNKNOWN

    def _part_of(self, tensor: Tensor, index: Value, line: int) -> Value:
        if self.running:
            self.note("not_supported", "not_in_builder", line, name="x[…]")
            self.tape.whole = False
        if tensor.shape and isinstance(index, int) and abs(index) < tensor.shape[0]:
            return Tensor(tensor.shape[1:], None, False)
        return Tensor(None)

    def _cut(self, value: Value, part: slice) -> Value:
        if isinstance(value, list | tuple | str):
            return value[part]
        if isinstance(value, Module) and value.kind in ("Sequential", "ModuleList"):
            cut = Module(value.kind, value.made)
            cut.children = dict(list(value.children.items())[part])
            return cut
        return UNKNOWN

    def _ListComp(self, node: ast.ListComp) -> Value:
        frame = self.frames[-1] if self.frames else None
        outer = frame.scope if frame else self.module_scope
        inner = Scope({}, outer)
        found: list[Value] = []
        if frame:
            frame.scope = inner
        try:
            for _ in self._rounds(node.generators):
                found.append(self.evaluate(node.elt))
                bounded(found)
        finally:
            if frame:
                frame.scope = outer
        return found

    def _GeneratorExp(self, node: ast.GeneratorExp) -> Value:
        return self._ListComp(ast.copy_location(ast.ListComp(node.elt, node.generators), node))

    def _rounds(self, generators: list[ast.comprehension]) -> Iterator[None]:
        if not generators:
            yield
            return
        first, *rest = generators
        for value in listed(self.evaluate(first.iter)) or []:
            self.tick(first.iter)
            self.store(first.target, value)
            if all(truth(self.evaluate(test)) for test in first.ifs):
                yield from self._rounds(rest)
