"""What stops a network from being read or from working, and the changes that might mend it."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Change:
    """An argument of the layer, or of the function's call, gets another value."""

    name: str
    value: str


@dataclass(frozen=True)
class Retype:
    """The layer is made of another class, or another function is called."""

    name: str


@dataclass(frozen=True)
class Flattened:
    """What arrives is flattened first."""


@dataclass(frozen=True)
class Removed:
    """The layer, or the call, is taken out."""


@dataclass(frozen=True)
class Undone:
    """Whatever flattened what arrives is mended, or taken out."""


@dataclass(frozen=True)
class Widened:
    """Convolutions before get the padding that keeps a map's size."""


@dataclass(frozen=True)
class Projected:
    """A 1×1 convolution brings one side of a sum to the shape of the other."""


@dataclass(frozen=True)
class Edit:
    """Text put in place of a part of the source; places as ast gives them, columns in bytes."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True)
class Edits:
    """Changes of the source that belong together."""

    parts: tuple[Edit, ...]


Mending = Change | Retype | Flattened | Removed | Undone | Widened | Projected | Edits


class Wrong(Exception):
    """What torch would raise: a text's name, its values, and what might mend it, best first."""

    def __init__(
        self,
        code: str,
        values: Mapping[str, object] | None = None,
        mends: tuple[Mending | tuple[Mending, ...], ...] = (),
        line: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, object] = dict(values or {})
        self.mends = mends
        self.line = line
        self.spot: Spot | None = None


class Stop(Exception):
    """Reading ends here, for a limit or for what cannot be read: a text's name, and values."""

    def __init__(self, code: str, line: int | None = None, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, object] = values
        self.line = line


@dataclass(frozen=True)
class Spot:
    """Where a layer is written and called.

    made: the call that makes the layer, or the call of a function; called: its call in forward,
    None within a Sequential. nodes: the arguments' expressions by name; origins: where an
    argument's number is written, if elsewhere. names: what names meant where the layer was made.
    """

    made: ast.Call | None = None
    called: ast.Call | None = None
    nodes: dict[str, ast.expr] = field(default_factory=dict)
    origins: dict[str, ast.expr] = field(default_factory=dict)
    is_function: bool = False
    names: Mapping[str, object] = field(default_factory=dict)


def after(node: ast.expr, text: str) -> Edit:
    """Return the edit that puts text behind an expression."""
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return Edit(node.end_lineno, node.end_col_offset, node.end_lineno, node.end_col_offset, text)


def before(node: ast.expr | ast.stmt, text: str) -> Edit:
    """Return the edit that puts text before an expression or statement."""
    return Edit(node.lineno, node.col_offset, node.lineno, node.col_offset, text)


def instead(node: ast.expr | ast.stmt, text: str) -> Edit:
    """Return the edit that puts text in place of an expression or statement."""
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return Edit(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, text)


def new_line(line: int, text: str) -> Edit:
    """Return the edit that puts a line of its own before a line."""
    return Edit(line, 0, line, 0, text + "\n")
