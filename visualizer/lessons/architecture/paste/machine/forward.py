"""Modules compute: a layer by its rule, a container part by part, the code's own by its forward."""

from __future__ import annotations

import ast
import difflib

from visualizer.lessons.architecture.paste.machine.attributes import renamed_def
from visualizer.lessons.architecture.paste.machine.tape import Entry, arriving
from visualizer.lessons.architecture.paste.machine.tensors import Tensors
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Function,
    Module,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.rules.apply import LAYER_RULES
from visualizer.lessons.architecture.paste.rules.result import NotKnown, Result
from visualizer.lessons.architecture.paste.wrong import (
    Edit,
    Edits,
    Spot,
    Wrong,
    before,
    instead,
    new_line,
)

Named = dict[str, Value]
STEPS_OF_A_LAYER = 10
# What a lazy layer takes over from what it reads first, and the axis where it finds it.
_LAZY = {
    "Conv2d": ("in_channels", -3),
    "Linear": ("in_features", -1),
    "BatchNorm1d": ("num_features", 1),
    "BatchNorm2d": ("num_features", 1),
}


def _as_stack(module: Module) -> tuple[Edits, ...]:
    """Return the change that makes a Sequential of a list of layers."""
    call = module.made
    if call is None or module.kind != "ModuleList" or len(call.args) != 1:
        return ()
    function = call.func
    assert function.end_lineno is not None
    assert function.end_col_offset is not None
    start = function.end_col_offset - len("ModuleList")
    line, end = function.end_lineno, function.end_col_offset
    return (Edits((Edit(line, start, line, end, "Sequential"), before(call.args[0], "*"))),)


class Forward(Tensors):
    """The part of the interpreter that lets modules compute."""

    def run(self, module: Module, given: list[Value], named: Named, node: ast.Call | None) -> Value:
        """Let a module compute. Wrong: torch would raise."""
        if not self.running:
            first = given[0] if given else None
            if not isinstance(first, Tensor) or first.shape is None:
                return UNKNOWN
            if not self.at_top:
                return self.tried(lambda: self.run(module, given, named, node))
            self.state_input(first.inner or (), node)
            return UNKNOWN
        if module.own is not None:
            found = module.own.find("forward")
            if found is not None and isinstance(found[0], Function):
                return self.invoke(found[0], [module, *given], named)
            if module.kind != "Sequential":
                raise self._no_forward(module)
        if not given and not named:
            values = {"layer": f"nn.{module.kind}"}
            raise Wrong("nothing_given", values, line=self._line(module))
        if module.kind == "Sequential":
            return self.run_parts(module, given, node)
        if module.kind in ("ModuleList", "ModuleDict", "Module"):
            values = {"container": f"nn.{module.kind}"}
            raise Wrong("list_called", values, _as_stack(module), self._line(module))
        value = given[0] if given else named.get("input")
        spot = Spot(module.made, node, module.nodes, module.origins, names=module.names)
        layer = f"nn.{module.kind}"
        if not isinstance(value, Tensor):
            self.must_arrive(value, layer, spot)
            value = Tensor(None)
        return self._leaf(module, value, spot)

    def _line(self, module: Module) -> int | None:
        return None if self.frames else module.line

    def _leaf(self, module: Module, value: Tensor, spot: Spot) -> Tensor:
        line = self.line() or module.line
        self.steps += STEPS_OF_A_LAYER
        entry = Entry(module.kind, module.line, line, module, spot=spot)
        read, rule = arriving(value), LAYER_RULES.get(module.kind)
        if rule is None:
            self.note("not_supported", "layer", module.line, name=f"nn.{module.kind}")
            return self.tape.write(entry, value, Result(None, None), spot)
        if read is None:
            return self.tape.write(entry, value, Result(None, None), spot)
        try:
            result = rule(module.args, read)
        except NotKnown as missing:
            result = self.not_known(f"nn.{module.kind}", str(missing), module.line)
        except Wrong as wrong:
            wrong.spot = spot
            self.explain(wrong, value)
            if wrong.line is None and not self.frames:
                wrong.line = module.line
            raise
        if result.lacks and read.batched:
            name = f"nn.{result.lacks}" if result.lacks == module.kind else result.lacks
            self.note("not_supported", "not_in_builder", module.line, name=name)
        self._settle(module, read.shape)
        return self.tape.write(entry, value, result, spot)

    def _settle(self, module: Module, shape: tuple[int, ...]) -> None:
        """Let a lazy layer keep what it has seen first."""
        name, axis = _LAZY.get(module.kind, ("", 0))
        if name and name not in module.args:
            module.args = {name: shape[axis], **module.args}

    def run_parts(self, module: Module, given: list[Value], node: ast.Call | None) -> Value:
        """Let the parts of a Sequential compute, one after the other."""
        value = given[0] if given else UNKNOWN
        for part in module.children.values():
            if isinstance(part, Module):
                if part.kind == "?":
                    self.note("not_supported", "part_unknown", part.line)
                    self.tape.whole = False
                    value = Tensor(None)
                    continue
                value = self.run(part, [value], {}, None)
        return value

    def _no_forward(self, module: Module) -> Wrong:
        assert module.own is not None
        values: dict[str, object] = {"class": module.own.name[:40]}
        for node in self.lost:
            if node.name == "forward":
                return Wrong("forward_inside", values, (_outdented(node),), node.lineno)
        members = [each for each in module.own.members.values() if isinstance(each, Function)]
        alike = difflib.get_close_matches(
            "forward", [each.name.lower() for each in members], 1, 0.5
        )
        for member in members:
            usual = member.name in ("call", "__call__", "predict", "forward_pass")
            if usual or member.name.lower() in alike:
                mend = Edits((renamed_def(member, "forward"),))
                values["name"] = member.name[:40]
                return Wrong("forward_misspelled", values, (mend,), member.node.lineno)
        return Wrong("no_forward", values, (), module.own.node.lineno)

    def return_mends(self) -> tuple[Edits, ...]:
        """Return the change that lets the last forward without a return give back its result."""
        if self.no_return is None or not isinstance(self.no_return.node, ast.FunctionDef):
            return ()
        last = self.no_return.node.body[-1]
        if isinstance(last, ast.Expr):
            return (Edits((instead(last, f"return {ast.unparse(last.value)}"),)),)
        name = "x"
        if isinstance(last, ast.Assign) and isinstance(last.targets[0], ast.Name):
            name = last.targets[0].id
        assert last.end_lineno is not None
        return (Edits((new_line(last.end_lineno + 1, f"{' ' * last.col_offset}return {name}"),)),)


def _outdented(node: ast.FunctionDef) -> Edits:
    """Return the change that moves a function out of the one around it."""
    assert node.end_lineno is not None
    step = 4 if node.col_offset >= 8 else max(node.col_offset // 2, 1)
    lines = range(node.lineno, node.end_lineno + 1)
    return Edits(tuple(Edit(line, 0, line, step, "") for line in lines))
