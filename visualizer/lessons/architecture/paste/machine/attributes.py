"""Attributes: of libraries, modules, tensors and plain values."""

from __future__ import annotations

import ast
import difflib

from visualizer.lessons.architecture.paste.machine.expressions import USUAL_NAMES
from visualizer.lessons.architecture.paste.machine.statements import Statements
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    BatchSize,
    Class,
    Function,
    Method,
    Module,
    Ref,
    Super,
    Tensor,
    Value,
)
from visualizer.lessons.architecture.paste.rules.keras_layers import KERAS
from visualizer.lessons.architecture.paste.rules.known import CONTAINERS, NN, F, meant
from visualizer.lessons.architecture.paste.rules.signatures import LAYERS
from visualizer.lessons.architecture.paste.wrong import Edit, Edits, Wrong, instead

MODULE_METHODS = frozenset(
    [
        "train",
        "eval",
        "to",
        "cuda",
        "cpu",
        "float",
        "double",
        "half",
        "apply",
        "requires_grad_",
        "parameters",
        "named_parameters",
        "modules",
        "named_modules",
        "children",
        "named_children",
        "state_dict",
        "load_state_dict",
        "zero_grad",
        "register_buffer",
        "register_parameter",
        "add_module",
        "register_module",
        "append",
        "extend",
        "insert",
        "forward",
        "share_memory",
        "type",
        "buffers",
        "register_forward_hook",
        "compile",
        "items",
        "keys",
        "values",
    ]
)


_NEARLY_INIT = ("_init_", "init", "__int__", "_init__", "__init_", "__init", "__inti__")


class Attributes(Statements):
    """The part of the interpreter that reads attributes."""

    def usual(self, name: str) -> Value:
        """Return what a name means that is not defined in what was pasted; None for no meaning."""
        if name in USUAL_NAMES:
            return Ref(USUAL_NAMES[name])
        if name == "Sequential":
            return Ref("any.Sequential")
        if name == "OrderedDict":
            return Ref("collections.OrderedDict")
        if self.is_keras and name in KERAS:
            return Ref(f"keras.layers.{name}")
        if name in LAYERS or name in CONTAINERS:
            return Ref(f"torch.nn.{name}")
        return Ref(f"keras.layers.{name}") if name in KERAS else None

    def attribute(self, value: Value, name: str, node: ast.Attribute) -> Value:
        """Return an attribute of a value. Wrong: it has none of this name."""
        match value:
            case Ref():
                return self._of_ref(value, name, node)
            case Module():
                return self._of_module(value, name, node)
            case Super():
                return self._of_super(value, name)
            case Tensor():
                return self._of_tensor(value, name)
            case Class():
                found = value.find(name)
                return found[0] if found else UNKNOWN
            case list() | dict() | str() | tuple():
                return Method(name, value)
        if value is None and self.running:
            values = {"name": name[:40]}
            raise Wrong("none_arrives", values, line=node.lineno)
        return UNKNOWN

    def _of_ref(self, ref: Ref, name: str, node: ast.Attribute) -> Value:
        known = {"torch.nn": NN, "torch.nn.functional": F}.get(ref.path)
        if known is not None and name not in known and not name.startswith("__"):
            alike = meant(name, known)
            other = NN if known is F else F
            values: dict[str, object] = {
                "name": name[:40],
                "module": ref.path,
                "meant": alike or "",
            }
            if alike is None and name in other:
                alike = None
            mends = (Edits((_renamed(node, alike),)),) if alike else ()
            code = "no_such_name_meant" if alike else "no_such_name"
            raise Wrong(code, values, mends, node.lineno)
        return Ref(f"{ref.path}.{name}")

    def _of_module(self, module: Module, name: str, node: ast.Attribute) -> Value:
        for place in (module.attributes, module.children, module.args):
            if name in place:
                return place[name]
        if module.own is not None and (found := module.own.find(name)) is not None:
            member = found[0]
            return Method(name, module, member) if isinstance(member, Function) else member
        if name == "training":
            return UNKNOWN
        if name in MODULE_METHODS:
            return Method(name, module)
        if module.own is not None and (self.running or self.frames[-1].in_method):
            if name.startswith("__"):
                return UNKNOWN
            raise self._no_attribute(module, name, node)
        return UNKNOWN

    def _no_attribute(self, module: Module, name: str, node: ast.Attribute) -> Wrong:
        assert module.own is not None
        own = [key for key in [*module.children, *module.attributes] if isinstance(key, str)]
        own += [key for key in module.own.members if not key.startswith("__")]
        alike = difflib.get_close_matches(name, own, 3, 0.5)
        mends = [Edits((_renamed(node, each),)) for each in alike]
        for member in module.own.members.values():
            if isinstance(member, Function) and member.name in _NEARLY_INIT:
                mends = [Edits((renamed_def(member, "__init__"),))]
        if not mends and name in F:
            mends = [Edits((instead(node, f"F.{name}"),)), Edits((instead(node, f"torch.{name}"),))]
            if "F" not in self.module_scope.names:
                mends.reverse()
        values: dict[str, object] = {"class": module.own.name[:40], "name": name[:40]}
        if alike:
            return Wrong(
                "no_attribute_meant", {**values, "meant": alike[0]}, tuple(mends), node.lineno
            )
        return Wrong("no_attribute", values, tuple(mends), node.lineno)

    def _of_super(self, value: Super, name: str) -> Value:
        for base in value.above.bases:
            found = base.find(name) if isinstance(base, Class) else None
            if found is not None and isinstance(found[0], Function):
                return Method(name, value.of, found[0])
        return Method(f"super.{name}", value.of)

    def _of_tensor(self, tensor: Tensor, name: str) -> Value:
        if name == "shape":
            return sizes_of(tensor)
        if name == "ndim":
            return UNKNOWN if tensor.shape is None else len(tensor.shape)
        if name in ("device", "dtype", "grad", "requires_grad", "is_cuda", "layout"):
            return UNKNOWN
        return tensor if name == "data" else Method(name, tensor)


def sizes_of(tensor: Tensor) -> Value:
    """Return a tensor's shape as the code sees it; the batch axis stays known as such."""
    if tensor.shape is None:
        return UNKNOWN
    if not tensor.batched:
        return tuple(int(size) for size in tensor.shape)
    return (BatchSize(tensor.shape[0]), *(int(size) for size in tensor.shape[1:]))


def _renamed(node: ast.Attribute, name: str) -> Edit:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    start = node.end_col_offset - len(node.attr.encode())
    return Edit(node.end_lineno, start, node.end_lineno, node.end_col_offset, name)


def renamed_def(function: Function, name: str) -> Edit:
    """Return the edit that gives a function another name where it is defined."""
    node = function.node
    assert isinstance(node, ast.FunctionDef)
    start = node.col_offset + len("def ")
    return Edit(node.lineno, start, node.lineno, start + len(node.name.encode()), name)
