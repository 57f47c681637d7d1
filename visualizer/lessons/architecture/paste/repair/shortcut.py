"""A sum of two shapes, mended as residual networks do: a 1×1 convolution on the shorter way."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from visualizer.lessons.architecture.paste.meant import Found, Pass
from visualizer.lessons.architecture.paste.wrong import Edit, instead, new_line

_NAMES = ("shortcut", "projection", "downsample", "match")


def projections(read: Pass, found: Found) -> Iterator[tuple[Edit, ...]]:
    """Yield the changes that bring one side of a sum to the other's shape.

    A layer is made at the end of the constructor and called where the sum is.
    """
    assert read.tree is not None
    made = _class_at(read.tree, found.line)
    constructor = _function(made, "__init__") if made is not None else None
    if constructor is None:
        return
    first, second = (_sizes(found.values.get(key)) for key in ("first", "second"))
    name = next((name for name in _NAMES if f".{name}" not in read.source), None)
    if first is None or second is None or name is None:
        return
    for left, right in _sums(read.tree, found.line):
        # The way that skips layers is the one whose maps are still large.
        for skip, before, after in ((left, first, second), (right, second, first)):
            stride = _stride(before, after)
            if skip is None or stride is None:
                continue
            kind = _convolution(read)
            more = f", stride={stride}" if stride > 1 else ""
            layer = f"{kind}({before[0]}, {after[0]}, kernel_size=1{more})"
            last = constructor.body[-1]
            line = f"{' ' * last.col_offset}self.{name} = {layer}"
            yield (
                new_line((last.end_lineno or last.lineno) + 1, line),
                instead(skip, f"self.{name}({ast.unparse(skip)})"),
            )


def _class_at(tree: ast.Module, line: int) -> ast.ClassDef | None:
    inside = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    return max(inside, key=lambda node: node.lineno, default=None)


def _function(made: ast.ClassDef, name: str) -> ast.FunctionDef | None:
    found = (node for node in made.body if isinstance(node, ast.FunctionDef) and node.name == name)
    return next(found, None)


def _sizes(written: object) -> tuple[int, int, int] | None:
    parts = str(written).split("×")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    channels, height, width = (int(part) for part in parts)
    return channels, height, width


def _stride(before: tuple[int, int, int], after: tuple[int, int, int]) -> int | None:
    """Return the stride of a 1×1 convolution from one size of map to another; None for no such."""
    if after[1] > before[1]:
        return None
    stride = -(-before[1] // after[1])
    fits = all(
        (old - 1) // stride + 1 == new for old, new in zip(before[1:], after[1:], strict=True)
    )
    return stride if fits else None


def _sums(tree: ast.Module, line: int) -> Iterator[tuple[ast.expr | None, ast.expr]]:
    """Yield both sides of the sums on a line; no left side where it is assigned to."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.BinOp | ast.AugAssign) or not isinstance(node.op, ast.Add):
            continue
        if not node.lineno <= line <= (node.end_lineno or node.lineno):
            continue
        if isinstance(node, ast.BinOp):
            yield node.left, node.right
        else:
            yield None, node.value


def _convolution(read: Pass) -> str:
    """Return how the code calls a convolution's class."""
    made = (
        entry.spot.made
        for entry in read.entries
        if entry.module is not None and entry.module.kind == "Conv2d" and entry.spot is not None
    )
    call = next((call for call in made if call is not None), None)
    return "nn.Conv2d" if call is None else ast.unparse(call.func)
