"""What the reader computes with: numbers that know where they are written, modules, tensors."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

Value = object
Shape = tuple[int, ...]


class Number(int):
    """A whole number that knows the literal it was written as."""

    origin: ast.expr | None = None


class BatchSize(int):
    """The batch axis of a shape: what `x.size(0)` gives."""


@dataclass(frozen=True)
class Unknown:
    """A value that cannot be known without running the code."""

    why: str = ""


UNKNOWN = Unknown()


@dataclass(frozen=True)
class Ref:
    """A name of a library: torch.nn.Conv2d."""

    path: str

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit(".", 1)[-1]


@dataclass(eq=False)
class Scope:
    """Names and their values, inside another scope or none."""

    names: dict[str, Value] = field(default_factory=dict)
    outer: Scope | None = None

    def find(self, name: str) -> Scope | None:
        """Return the nearest scope that holds the name."""
        scope: Scope | None = self
        while scope is not None and name not in scope.names:
            scope = scope.outer
        return scope


@dataclass(eq=False)
class Function:
    """A function of the code, with the scope it was written in."""

    node: ast.FunctionDef | ast.Lambda
    scope: Scope
    defaults: dict[str, Value] = field(default_factory=dict)
    owner: Class | None = None
    is_static: bool = False

    @property
    def name(self) -> str:
        """Its name; a lambda has none."""
        return self.node.name if isinstance(self.node, ast.FunctionDef) else "lambda"


@dataclass(eq=False)
class Class:
    """A class of the code."""

    node: ast.ClassDef
    bases: tuple[Value, ...]
    members: dict[str, Value]

    @property
    def name(self) -> str:
        """Its name."""
        return self.node.name

    def find(self, name: str) -> tuple[Value, Class] | None:
        """Return a member and the class that has it, this one or a base of the code's."""
        if name in self.members:
            return self.members[name], self
        for base in self.bases:
            if isinstance(base, Class) and (found := base.find(name)) is not None:
                return found
        return None

    @property
    def torch_base(self) -> str:
        """The torch class that it comes from in the end, as Module or Sequential; or ''."""
        for base in self.bases:
            if isinstance(base, Ref):
                return base.name
            if isinstance(base, Class) and base.torch_base:
                return base.torch_base
        return ""


@dataclass(eq=False)
class Module:
    """A module: a layer of torch's, or an object of one of the code's classes."""

    kind: str
    made: ast.Call | None = None
    args: dict[str, Value] = field(default_factory=dict)
    nodes: dict[str, ast.expr] = field(default_factory=dict)
    origins: dict[str, ast.expr] = field(default_factory=dict)
    own: Class | None = None
    children: dict[str, Value] = field(default_factory=dict)
    attributes: dict[str, Value] = field(default_factory=dict)
    ready: bool = True
    names: dict[str, Value] = field(default_factory=dict)  # where it is made

    @property
    def line(self) -> int:
        """The line where it is made."""
        return self.made.lineno if self.made is not None else 0


@dataclass(eq=False)
class Method:
    """A function of a class together with its object, or a method of a built-in value."""

    name: str
    of: Value
    function: Function | None = None


@dataclass(eq=False)
class Super:
    """What `super()` gives: an object seen as one of the bases of a class."""

    of: Module
    above: Class


@dataclass(eq=False)
class Tensor:
    """A tensor whose shape is known, or not (None), batch axis included.

    node: the index in the stack of layers that makes it, −1 for the input, None if no stack holds
    it. batched: whether the first axis is the batch. flat_from: the map that was flattened, for
    the reason why a row has its length. by: the call or layer that flattened it.
    """

    shape: Shape | None
    node: int | None = None
    batched: bool = True
    flat_from: Shape | None = None
    by: object = None

    @property
    def inner(self) -> Shape | None:
        """The shape without the batch axis."""
        return None if self.shape is None else self.shape[1:] if self.batched else self.shape


def wrote(shape: Shape) -> str:
    """Write a shape as people say it: 32×7×7."""
    return "×".join(str(int(size)) for size in shape)


def plain_number(value: Value) -> bool:
    """Tell whether a value is a whole number and no flag."""
    return isinstance(value, int) and not isinstance(value, bool)
