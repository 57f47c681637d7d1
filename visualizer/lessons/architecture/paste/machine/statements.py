"""Statements: what is assigned, imported, repeated, decided and returned."""

from __future__ import annotations

import ast
from collections.abc import Callable

from visualizer.lessons.architecture.paste.machine.expressions import Expressions
from visualizer.lessons.architecture.paste.machine.plain import arithmetic, listed, truth
from visualizer.lessons.architecture.paste.machine.state import call_line
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Class,
    Function,
    Module,
    Ref,
    Scope,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.rules.known import NN, F, meant
from visualizer.lessons.architecture.paste.wrong import Edits, Stop, Wrong, before, new_line

MOST_ROUNDS_AT_TOP = 50  # a loop that trains is no part of the network


class Returned(Exception):
    """A function returns."""

    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


class LoopEnd(Exception):
    """A loop ends (break), or its round does (continue)."""

    def __init__(self, is_break: bool) -> None:
        super().__init__()
        self.is_break = is_break


class Statements(Expressions):
    """The part of the interpreter that runs statements."""

    def execute(self, body: list[ast.stmt]) -> None:
        """Run statements one after the other."""
        for statement in body:
            self.tick(statement)
            if self.frames:
                self.frames[-1].line = statement.lineno
            visit: Callable[[ast.stmt], None] | None = getattr(
                self, f"_do_{type(statement).__name__}", None
            )
            if visit is not None:
                visit(statement)

    @property
    def scope(self) -> Scope:
        """The scope that names are written to."""
        return self.frames[-1].scope if self.frames else self.module_scope

    def _do_Expr(self, node: ast.Expr) -> None:
        value = self.evaluate(node.value)
        if self.at_top:
            self.last_value = value
        called = node.value
        if isinstance(value, Tensor) and self.running and isinstance(called, ast.Call):
            if isinstance(called.func, ast.Attribute) and called.func.attr.endswith("_"):
                return
            first = called.args[0] if called.args else None
            of = called.func.value if isinstance(called.func, ast.Attribute) else None
            name = next((part.id for part in (first, of) if isinstance(part, ast.Name)), "x")
            mend = Edits((before(node, f"{name} = "),))
            written = ast.unparse(called.func)[:40]
            self.note("warning", "result_lost", call_line(called), (mend,), None, name=written)

    def _do_Assign(self, node: ast.Assign) -> None:
        value = self.evaluate(node.value)
        for target in node.targets:
            self.store(target, value)

    def _do_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.store(node.target, self.evaluate(node.value))

    def _do_AugAssign(self, node: ast.AugAssign) -> None:
        left, right = self.evaluate(node.target), self.evaluate(node.value)
        if isinstance(left, Tensor) or isinstance(right, Tensor):
            self.frames[-1].line = node.lineno
            value = self.combine(left, right, "+" if isinstance(node.op, ast.Add) else "·", node)
        elif isinstance(left, list) and isinstance(right, list | tuple):
            value = arithmetic(node.op, left, list(right))
        else:
            value = arithmetic(node.op, left, right)
        self.store(node.target, value)

    def store(self, target: ast.expr, value: Value) -> None:
        """Give a value to a name, an attribute, an item, or several of them."""
        self.tick(target)
        match target:
            case ast.Name(name):
                self.scope.names[name] = value
            case ast.Attribute():
                of = self.evaluate(target.value)
                if isinstance(of, Module):
                    self.assign(of, target.attr, value, target)
            case ast.Tuple(parts) | ast.List(parts):
                items = listed(value)
                for place, part in enumerate(parts):
                    known = items is not None and len(items) == len(parts)
                    self.store(part, items[place] if known and items else UNKNOWN)
            case ast.Subscript():
                self._store_item(self.evaluate(target.value), self.evaluate(target.slice), value)
            case ast.Starred():
                self.store(target.value, UNKNOWN)

    def _store_item(self, of: Value, key: Value, value: Value) -> None:
        if isinstance(of, list):
            if isinstance(key, int) and -len(of) <= key < len(of):
                of[key] = value
        elif isinstance(of, dict) and isinstance(key, str | int | float):
            of[key] = value
        elif isinstance(of, Module) and of.kind == "ModuleDict" and isinstance(key, str):
            of.children[key] = value

    def assign(self, of: Module, name: str, value: Value, node: ast.AST) -> None:
        """Set an attribute of a module; a module becomes one of its parts."""
        if isinstance(value, Module):
            if not of.ready:
                raise self._no_super(of, node)
            of.attributes.pop(name, None)
            of.children[name] = value
        else:
            if name in of.children and value is None:
                del of.children[name]
            of.attributes[name] = value

    def _no_super(self, of: Module, node: ast.AST) -> Wrong:
        found = of.own.find("__init__") if of.own else None
        mends: tuple[Edits, ...] = ()
        if found is not None and isinstance(found[0], Function):
            written = found[0].node
            body = written.body
            if isinstance(body, list):
                first = body[0]
                text = " " * first.col_offset + "super().__init__()"
                mends = (Edits((new_line(first.lineno, text),)),)
        name = of.own.name if of.own else of.kind
        return Wrong("no_super", {"name": name[:40]}, mends, getattr(node, "lineno", None))

    def _do_FunctionDef(self, node: ast.FunctionDef) -> None:
        function = Function(node, self.scope)
        arguments = node.args
        places = [*arguments.posonlyargs, *arguments.args]
        last = places[len(places) - len(arguments.defaults) :]
        for argument, default in zip(last, arguments.defaults, strict=True):
            function.defaults[argument.arg] = self.evaluate(default)
        for argument, kw_default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
            if kw_default is not None:
                function.defaults[argument.arg] = self.evaluate(kw_default)
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Name) and decorator.id == "staticmethod":
                function.is_static = True
        if self.frames and self.frames[-1].in_method:
            self.lost.append(node)
        self.scope.names[node.name] = function

    def _do_ClassDef(self, node: ast.ClassDef) -> None:
        bases = tuple(self.evaluate(base) for base in node.bases)
        inner = Scope({}, self.scope)
        frame = self.frames[-1]
        outer, frame.scope = frame.scope, inner
        try:
            self.execute(node.body)
        finally:
            frame.scope = outer
        made = Class(node, bases, inner.names)
        for member in inner.names.values():
            if isinstance(member, Function):
                member.owner, member.scope = made, outer
        self.scope.names[node.name] = made

    def _do_Return(self, node: ast.Return) -> None:
        raise Returned(None if node.value is None else self.evaluate(node.value))

    def _do_If(self, node: ast.If) -> None:
        known = truth(self.evaluate(node.test))
        if known is None:
            if self.running or (self.frames and self.frames[-1].in_method):
                self.note("not_supported", "condition", node.lineno)
            return
        self.execute(node.body if known else node.orelse)

    def _do_For(self, node: ast.For) -> None:
        value = self.evaluate(node.iter)
        if self.at_top and isinstance(value, range):
            value = value[:MOST_ROUNDS_AT_TOP]
        items = value if isinstance(value, range) else listed(value)
        if items is None:
            self._unknown_loop(node)
            return
        for item in items:
            self.tick(node)
            self.store(node.target, item)
            try:
                self.execute(node.body)
            except LoopEnd as end:
                if end.is_break:
                    return
        self.execute(node.orelse)

    def _unknown_loop(self, node: ast.For) -> None:
        if self.running and not _only_unknown_attributes(node.iter):
            self.note("not_supported", "loop", node.lineno)

    def _do_While(self, node: ast.While) -> None:
        rounds = 0
        while truth(self.evaluate(node.test)):
            self.tick(node)
            rounds += 1
            if self.at_top and rounds > MOST_ROUNDS_AT_TOP:
                return
            try:
                self.execute(node.body)
            except LoopEnd as end:
                if end.is_break:
                    return

    def _do_Break(self, node: ast.Break) -> None:
        raise LoopEnd(True)

    def _do_Continue(self, node: ast.Continue) -> None:
        raise LoopEnd(False)

    def _do_With(self, node: ast.With) -> None:
        for item in node.items:
            value = self.evaluate(item.context_expr)
            if item.optional_vars is not None:
                self.store(item.optional_vars, value)
        self.execute(node.body)

    def _do_Try(self, node: ast.Try) -> None:
        self.execute(node.body)
        self.execute(node.orelse)
        self.execute(node.finalbody)

    def _do_Raise(self, node: ast.Raise) -> None:
        if self.running or (self.frames and self.frames[-1].in_method):
            raise Stop("raises", node.lineno)

    def _do_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            head = alias.name.split(".")[0]
            self.scope.names[alias.asname or head] = Ref(alias.name if alias.asname else head)

    def _do_ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            path = f"{node.module or ''}.{alias.name}"
            if alias.name == "*":
                continue
            known = {"torch.nn": NN, "torch.nn.functional": F}.get(node.module or "")
            if known is not None and alias.name not in known:
                alike = meant(alias.name, known)
                values = {"name": alias.name[:40], "module": node.module, "meant": alike or ""}
                code = "no_such_name_meant" if alike else "no_such_name"
                raise Wrong(code, values, line=node.lineno)
            self.scope.names[alias.asname or alias.name] = Ref(path)


def _only_unknown_attributes(node: ast.expr) -> bool:
    """Tell whether a loop goes over something that has no layers, as self.modules()."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr.removeprefix("named_") in ("modules", "parameters", "children")
