"""From what might mend a mistake to changes of the text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import islice, product

from visualizer.lessons.architecture.paste.machine.values import Module, plain_number
from visualizer.lessons.architecture.paste.meant import Found, Pass
from visualizer.lessons.architecture.paste.repair.shortcut import projections
from visualizer.lessons.architecture.paste.wrong import (
    Change,
    Edit,
    Edits,
    Flattened,
    Mending,
    Projected,
    Removed,
    Retype,
    Spot,
    Undone,
    Widened,
    after,
    before,
    instead,
    new_line,
)

Candidate = tuple[Edit, ...]
_MOST = 12


def candidates(read: Pass, found: Found) -> list[Candidate]:
    """Return changes of the text that might mend a mistake, best first."""
    spot = found.spot or Spot()
    made: list[Candidate] = []
    for mend in found.mends:
        together = mend if isinstance(mend, tuple) else (mend,)
        ways = [list(islice(_ways(each, spot, read, found), _MOST)) for each in together]
        for choice in islice(product(*ways), _MOST):
            made.append(tuple(edit for part in choice for edit in part))
    return list(dict.fromkeys(made))[:_MOST]


def _ways(mend: Mending, spot: Spot, read: Pass, found: Found) -> Iterator[Candidate]:
    match mend:
        case Edits(parts):
            yield parts
        case Change(name, value):
            yield from _changed(spot, name, value)
        case Retype(name):
            if spot.made is not None:
                yield (_renamed(spot.made.func, name),)
        case Flattened():
            yield from _flattened(spot, read)
        case Removed():
            yield from _removed(spot, read)
        case Undone():
            by = found.values.get("_by")
            if isinstance(by, Spot):
                yield from _kept_batch(by, read)
                yield from _removed(by, read)
        case Widened():
            yield from _widened(read, found)
        case Projected():
            yield from projections(read, found)


def _changed(spot: Spot, name: str, value: str) -> Iterator[Candidate]:
    call = spot.made
    if call is None:
        return
    if name.endswith("="):
        for keyword in call.keywords:
            if keyword.arg == name[:-1]:
                end = keyword.col_offset + len(keyword.arg.encode())
                yield (Edit(keyword.lineno, keyword.col_offset, keyword.lineno, end, value),)
        return
    if name.startswith("^"):
        if call.args:
            yield (before(call.args[0], f"{value}, "),)
        return
    if value == "":
        yield from _without(call, name)
        return
    node = spot.nodes.get(name)
    if isinstance(node, ast.Name):
        for other, held in spot.names.items():
            if other != node.id and plain_number(held) and str(held) == value:
                yield (instead(node, other),)
    if name in spot.origins:
        yield (instead(spot.origins[name], value),)
    if name in spot.nodes:
        yield (instead(spot.nodes[name], value),)
    elif name not in spot.origins:
        yield (_appended(call, value if name.startswith("*") else f"{name}={value}"),)


def _appended(call: ast.Call, text: str) -> Edit:
    parts = [*call.args, *(keyword.value for keyword in call.keywords)]
    if parts:
        last = max(parts, key=lambda part: (part.end_lineno or 0, part.end_col_offset or 0))
        return after(last, f", {text}")
    assert call.end_lineno is not None
    assert call.end_col_offset is not None
    column = call.end_col_offset - 1
    return Edit(call.end_lineno, column, call.end_lineno, column, text)


def _without(call: ast.Call, name: str) -> Iterator[Candidate]:
    """Yield the change that takes a keyword out of a call, with the comma before or after it."""
    parts: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    for place, part in enumerate(parts):
        if not isinstance(part, ast.keyword) or part.arg != name:
            continue
        start: ast.expr | ast.keyword = part
        end = part.value
        if place > 0:
            previous = parts[place - 1]
            last = previous.value if isinstance(previous, ast.keyword) else previous
            assert last.end_lineno is not None
            assert last.end_col_offset is not None
            assert end.end_lineno is not None
            assert end.end_col_offset is not None
            yield (
                Edit(last.end_lineno, last.end_col_offset, end.end_lineno, end.end_col_offset, ""),
            )
        elif len(parts) > 1:
            following = parts[1]
            yield (
                Edit(start.lineno, start.col_offset, following.lineno, following.col_offset, ""),
            )
        else:
            yield (instead(end, ""),)


def _renamed(function: ast.expr, name: str) -> Edit:
    assert function.end_lineno is not None
    assert function.end_col_offset is not None
    last = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
    start = function.end_col_offset - len(last.encode())
    return Edit(function.end_lineno, start, function.end_lineno, function.end_col_offset, name)


def _statement(read: Pass, node: ast.expr) -> ast.stmt | None:
    """Return the innermost statement around an expression."""
    assert read.tree is not None
    inside = [
        each
        for each in ast.walk(read.tree)
        if isinstance(each, ast.stmt)
        and (each.lineno, each.col_offset) <= (node.lineno, node.col_offset)
        and (node.end_lineno or 0) <= (each.end_lineno or 0)
    ]
    return max(inside, key=lambda each: (each.lineno, each.col_offset), default=None)


def _flattened(spot: Spot, read: Pass) -> Iterator[Candidate]:
    call, made = spot.called, spot.made
    if call is None:
        if made is None:
            return
        prefix = ast.unparse(made.func)
        prefix = prefix[: prefix.rindex(".") + 1] if "." in prefix else ""
        line = read.source.split("\n")[made.lineno - 1]
        alone = not line[: made.col_offset].strip()
        gap = "\n" + " " * made.col_offset if alone else " "
        yield (before(made, f"{prefix}Flatten(),{gap}"),)
        return
    argument = call.args[0] if call.args else None
    if argument is None:
        return
    is_torch = "import torch" in read.source
    text = ast.unparse(argument)
    flat = f"torch.flatten({text}, 1)" if is_torch else f"{text}.flatten(1)"
    statement = _statement(read, call)
    if isinstance(argument, ast.Name) and statement is not None:
        line = read.source.split("\n")[statement.lineno - 1]
        if not line[: statement.col_offset].strip():
            space = " " * statement.col_offset
            yield (new_line(statement.lineno, f"{space}{text} = {flat}"),)
    yield (instead(argument, flat),)


def _removed(spot: Spot, read: Pass) -> Iterator[Candidate]:
    call, made = spot.called, spot.made
    if call is not None:
        inner = call.args[0] if call.args else None
        if spot.is_function and isinstance(call.func, ast.Attribute) and not _of_module(call.func):
            inner = call.func.value
        statement = _statement(read, call)
        if inner is None or statement is None:
            return
        same = isinstance(statement, ast.Assign) and statement.value is call
        if same and isinstance(inner, ast.Name) and ast.unparse(statement.targets[0]) == inner.id:  # type: ignore[attr-defined]
            yield (Edit(statement.lineno, 0, (statement.end_lineno or 0) + 1, 0, ""),)
        yield (instead(call, ast.unparse(inner)),)
    elif made is not None and made.end_lineno is not None and made.end_col_offset is not None:
        rest = read.source.split("\n")[made.end_lineno - 1].encode()[made.end_col_offset :].decode()
        comma = len(rest) - len(rest.lstrip()) + 1 if rest.lstrip().startswith(",") else 0
        line = read.source.split("\n")[made.lineno - 1]
        tail = rest[comma:]
        if (
            comma
            and not line[: made.col_offset].strip()
            and (not tail.strip() or tail.lstrip()[0] == "#")
        ):
            yield (Edit(made.lineno, 0, made.end_lineno + 1, 0, ""),)
        space = comma + (len(tail) - len(tail.lstrip()) if comma and tail.strip() else 0)
        yield (
            Edit(made.lineno, made.col_offset, made.end_lineno, made.end_col_offset + space, ""),
        )


def _of_module(function: ast.Attribute) -> bool:
    return isinstance(function.value, ast.Name) and function.value.id in ("F", "torch", "nn")


def _kept_batch(spot: Spot, read: Pass) -> Iterator[Candidate]:
    """Yield how a call that flattens the batch too is written so that it keeps it."""
    call = spot.made
    if call is None:
        return
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    if name in ("view", "reshape") and isinstance(call.func, ast.Attribute):
        of = ast.unparse(call.func.value)
        if call.args:
            inside = (call.args[0], call.args[-1])
            start, end = inside
            assert end.end_lineno is not None
            assert end.end_col_offset is not None
            text = f"{of}.size(0), -1"
            yield (Edit(start.lineno, start.col_offset, end.end_lineno, end.end_col_offset, text),)
    elif name in ("flatten", "Flatten"):
        if "start_dim" in spot.nodes:
            yield (instead(spot.nodes["start_dim"], "1"),)
        else:
            yield (_appended(call, "1"),)


def _widened(read: Pass, found: Found) -> Iterator[Candidate]:
    """Yield convolutions with the padding, stride or filters that let two shapes agree."""
    modules: dict[int, tuple[Module, Spot]] = {}
    for entry in reversed(read.entries[-30:]):
        if entry.module is not None and entry.module.kind == "Conv2d" and entry.spot is not None:
            modules.setdefault(id(entry.module), (entry.module, entry.spot))
    near = list(modules.values())[:6]
    wide: list[Candidate] = []
    for module, spot in near:
        kernel = module.args["kernel_size"]
        if isinstance(kernel, int) and kernel % 2 and module.args["padding"] != kernel // 2:
            wide += islice(_changed(spot, "padding", str(kernel // 2)), 1)
    yield from wide
    yield tuple(edit for part in wide for edit in part)
    for entry in reversed(read.entries[-30:]):
        if entry.module is not None and entry.module.kind == "ConvTranspose2d" and entry.spot:
            yield from islice(_changed(entry.spot, "output_padding", "1"), 1)
    for module, spot in near:
        if module.args["stride"] != 1:
            yield from islice(_changed(spot, "stride", "1"), 1)
    sizes = [str(found.values.get(key, "")).split("×")[0] for key in ("first", "second")]
    for module, spot in near[:3]:
        filters = module.args["out_channels"]
        if plain_number(filters):
            for other in sizes:
                if other.isdigit() and other != str(filters):
                    yield from islice(_changed(spot, "out_channels", other), 1)
