"""Making layers: torch's own, containers, and their methods; lists and dictionaries."""

from __future__ import annotations

import ast

from visualizer.lessons.architecture.paste.machine.calls import Calls
from visualizer.lessons.architecture.paste.machine.plain import bounded, formatted, listed
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Class,
    Function,
    Method,
    Module,
    Number,
    Ref,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.rules.apply import check_made
from visualizer.lessons.architecture.paste.rules.signatures import LAYERS, bound
from visualizer.lessons.architecture.paste.wrong import Edits, Spot, Wrong, after, before

Named = dict[str, Value]


def nodes_of(node: ast.Call | None, placed: list[str], skip: int = 0) -> dict[str, ast.expr]:
    """Return the expressions of a call's arguments by name; none where they are spread by *."""
    if node is None:
        return {}
    found = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg is not None}
    if not any(isinstance(part, ast.Starred) for part in node.args):
        found |= dict(zip(placed[skip:], node.args, strict=False))
    return found


def origins_of(nodes: dict[str, ast.expr], args: Named) -> dict[str, ast.expr]:
    """Return where the numbers of arguments are written that come from variables."""
    return {
        name: value.origin
        for name, value in args.items()
        if isinstance(value, Number) and value.origin is not None
        and name in nodes and isinstance(nodes[name], ast.Name | ast.Attribute | ast.Subscript)
    }  # fmt: skip


_GIVE_BACK = frozenset(
    ["train", "eval", "to", "cuda", "cpu", "float", "double", "half", "apply", "requires_grad_"]
)


class Library(Calls):
    """The part of the interpreter that makes layers."""

    def make(self, kind: str, given: list[Value], named: Named, node: ast.Call | None) -> Module:
        """Make a layer of torch's. Wrong: its arguments do not fit, or it would not be made."""
        made = Module(kind, node)
        self.objects.append(made)
        bounded(list(self.objects))
        if kind in ("Sequential", "ModuleList", "ModuleDict"):
            self.fill(made, given, node)
            return made
        if kind not in LAYERS:
            return made
        try:
            args, placed = bound(f"nn.{kind}", LAYERS[kind], given, named)
        except Wrong as wrong:
            tensors = [part for part in given if isinstance(part, Tensor)]
            wrong.spot = Spot(node, None, nodes_of(node, list(_names(kind))))
            if tensors:
                raise self._called_with_tensor(kind, node) from None
            raise
        made.args, made.nodes = args, nodes_of(node, placed)
        made.origins = origins_of(made.nodes, args)
        made.names = self.scope.names
        if kind.startswith("Lazy"):
            made.kind = kind.removeprefix("Lazy")
        try:
            check_made(made.kind, args)
        except Wrong as wrong:
            if any(isinstance(part, Tensor) for part in given):
                raise self._called_with_tensor(kind, node) from None
            wrong.spot = Spot(node, None, made.nodes, made.origins)
            raise
        return made

    def _called_with_tensor(self, kind: str, node: ast.Call | None) -> Wrong:
        mends = (Edits((after(node.func, "()"),)),) if node is not None else ()
        return Wrong("made_with_tensor", {"layer": f"nn.{kind}"}, mends)

    def fill(self, made: Module, given: list[Value], node: ast.Call | None) -> None:
        """Put the parts into a Sequential or a ModuleList. Wrong: one of them is no layer."""
        named_parts = len(given) == 1 and isinstance(given[0], dict)
        if made.kind == "ModuleDict" or named_parts:
            parts = given[0] if given and isinstance(given[0], dict) else {}
            for name, part in parts.items():
                self.put(made, str(name), part, None)
            return
        nodes: list[ast.expr] = list(node.args) if node is not None else []
        items = given
        if made.kind == "ModuleList":
            items = (listed(given[0]) or []) if given else []
            first = nodes[0] if nodes else None
            nodes = first.elts if isinstance(first, ast.List | ast.Tuple) else []
        starred = any(isinstance(part, ast.Starred) for part in nodes)
        for place, part in enumerate(items):
            where = nodes[place] if place < len(nodes) and not starred else None
            self.put(made, str(len(made.children)), part, where)

    def put(self, made: Module, name: str, part: Value, node: ast.expr | None) -> None:
        """Put one part into a container. Wrong: it is no layer."""
        if isinstance(part, Module):
            made.children[name] = part
            return
        line = made.line if made.made is not None else None
        values: dict[str, object] = {"container": f"nn.{made.kind}"}
        if isinstance(part, Ref | Class):
            mend = (Edits((after(node, "()"),)),) if node is not None else ()
            raise Wrong("class_not_layer", {**values, "name": part.name[:40]}, mend, line)
        if isinstance(part, list | tuple):
            mend = (Edits((before(node, "*"),)),) if node is not None else ()
            raise Wrong("list_not_layer", values, mend, line)
        if isinstance(part, Function | int | float | str):
            raise Wrong("not_layer", {**values, "value": _shown(part)}, (), line)
        if part is None or (isinstance(part, Method)):
            raise Wrong("not_layer", {**values, "value": "None"}, (), line)
        unknown = Module("?", node if isinstance(node, ast.Call) else made.made)
        made.children[name] = unknown

    def method(
        self, method: Method, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a method of a built-in value, a tensor or a module."""
        of, name = method.of, method.name
        if isinstance(of, Tensor):
            return self.of_tensor(of, name, given, named, node)
        if isinstance(of, Module):
            return self.module_method(of, name, given, named, node)
        if isinstance(of, list):
            return _of_list(of, name, given)
        if isinstance(of, dict):
            return _of_dict(of, name, given)
        if isinstance(of, str) and name == "format":
            return formatted(of, "{}", given)
        if isinstance(of, str) and name in ("upper", "lower", "strip"):
            return of.upper() if name == "upper" else of.lower() if name == "lower" else of.strip()
        return UNKNOWN

    def of_tensor(
        self, of: Tensor, name: str, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a method of a tensor."""
        raise NotImplementedError

    def module_method(
        self, of: Module, name: str, given: list[Value], named: Named, node: ast.Call | None
    ) -> Value:
        """Call a method that all modules have."""
        if name == "super.__init__":
            of.ready = True
            if of.kind in ("Sequential", "ModuleList"):
                self.fill(of, given, node)
            return None
        if name == "super.forward" and of.kind == "Sequential":
            return self.run_parts(of, given, node)
        if name in _GIVE_BACK:
            return of
        if name in ("add_module", "register_module") and len(given) == 2:
            known = isinstance(given[0], str)
            self.put(of, str(given[0]) if known else f"?{len(of.children)}", given[1], None)
        elif name == "append" and given:
            self.put(of, str(len(of.children)), given[0], node.args[0] if node else None)
        elif name == "extend" and given:
            for part in listed(given[0]) or []:
                self.put(of, str(len(of.children)), part, None)
        elif name == "insert" and len(given) == 2 and isinstance(given[0], int):
            parts = list(of.children.values())
            parts.insert(given[0], given[1])
            of.children = {str(index): part for index, part in enumerate(parts)}
        elif name == "forward":
            return self.run(of, given, named, node)
        elif name in ("children", "values"):
            return list(of.children.values())
        elif name in ("named_children", "items"):
            return [(key, part) for key, part in of.children.items()]
        elif name in ("register_buffer", "register_parameter") and given:
            of.attributes[str(given[0])] = UNKNOWN
        return None if name in ("add_module", "register_buffer") else UNKNOWN

    def run_parts(self, module: Module, given: list[Value], node: ast.Call | None) -> Value:
        """Let the parts of a Sequential compute, one after the other."""
        raise NotImplementedError


def _names(kind: str) -> list[str]:
    return [part.partition("=")[0] for part in LAYERS[kind].split()]


def _shown(value: Value) -> str:
    return value.name[:40] if isinstance(value, Function) else repr(value)[:40]


def _of_list(of: list[Value], name: str, given: list[Value]) -> Value:
    if name == "append" and given:
        of.append(given[0])
    elif name == "extend" and given:
        of.extend(listed(given[0]) or [])
    elif name == "insert" and len(given) == 2 and isinstance(given[0], int):
        of.insert(given[0], given[1])
    elif name == "pop" and of:
        place = given[0] if given else -1
        return of.pop(place) if isinstance(place, int) and -len(of) <= place < len(of) else UNKNOWN
    elif name == "copy":
        return list(of)
    elif name == "reverse":
        of.reverse()
    elif name == "index" and given and given[0] in of:
        return of.index(given[0])
    bounded(of)
    return None


def _of_dict(of: dict[object, Value], name: str, given: list[Value]) -> Value:
    if name == "items":
        return list(of.items())
    if name in ("keys", "values"):
        return list(of.keys() if name == "keys" else of.values())
    if name == "get" and given and isinstance(given[0], str | int):
        return of.get(given[0], given[1] if len(given) > 1 else None)
    if name == "update" and given and isinstance(given[0], dict):
        of.update(given[0])
        return None
    return UNKNOWN
