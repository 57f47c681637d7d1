"""Plain values: arithmetic, comparison and built-in functions, all of bounded size."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable

from visualizer.lessons.architecture.paste.machine.state import MOST_ITEMS
from visualizer.lessons.architecture.paste.machine.values import (
    UNKNOWN,
    Module,
    Number,
    Value,
)
from visualizer.lessons.architecture.paste.wrong import Stop

LARGEST, LONGEST_TEXT = 2**63, 2_000

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARED: dict[type[ast.cmpop], Callable[..., object]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}
PLAIN = (int, float, str, bool, type(None))


def arithmetic(op: ast.operator, left: Value, right: Value) -> Value:
    """Return the result for plain values; UNKNOWN for what is too large or no number."""
    if isinstance(left, int | float) and isinstance(right, int | float):
        return _numbers(op, left, right)
    if isinstance(op, ast.Add):
        if isinstance(left, str) and isinstance(right, str):
            joined = left + right
            return joined if len(joined) <= LONGEST_TEXT else UNKNOWN
        if isinstance(left, list) and isinstance(right, list):
            return bounded([*left, *right])
        if isinstance(left, tuple) and isinstance(right, tuple):
            return tuple(bounded([*left, *right]))
    if isinstance(op, ast.Mod) and isinstance(left, str):
        return formatted(left, "%d", list(right) if isinstance(right, tuple) else [right])
    if isinstance(op, ast.Mult) and isinstance(left, int):
        left, right = right, left
    if isinstance(op, ast.Mult) and isinstance(left, list | tuple) and isinstance(right, int):
        if len(left) * right > MOST_ITEMS:
            raise Stop("too_many_steps")
        return left * right
    return UNKNOWN


def formatted(template: str, place: str, values: list[Value]) -> Value:
    """Return a text with values in its plain places, {} or %d and %s; UNKNOWN for all others."""
    if place == "%d":
        template = template.replace("%s", "%d").replace("%i", "%d")
    parts = template.split(place)
    rest = "".join(parts)
    if len(parts) != len(values) + 1 or any(sign in rest for sign in "{}%"):
        return UNKNOWN
    if not all(isinstance(value, int | float | str) for value in values):
        return UNKNOWN
    joined = parts[0] + "".join(
        f"{value}{part}" for value, part in zip(values, parts[1:], strict=True)
    )
    return joined if len(joined) <= LONGEST_TEXT else UNKNOWN


def _numbers(op: ast.operator, left: float, right: float) -> Value:
    if isinstance(op, ast.Pow):
        if not (abs(left) <= 65_536 and -64 <= right <= 64):
            return UNKNOWN
        power: Callable[[float, float], float] = operator.pow
    elif type(op) in _OPERATORS:
        power = _OPERATORS[type(op)]
    elif isinstance(left, int) and isinstance(right, int) and 0 <= right <= 62:
        if isinstance(op, ast.LShift | ast.RShift):
            return _small(left << right if isinstance(op, ast.LShift) else left >> right)
        return UNKNOWN
    else:
        return UNKNOWN
    try:
        return _small(power(left, right))
    except (ArithmeticError, ValueError):
        return UNKNOWN


def _small(value: Value) -> Value:
    if isinstance(value, int | float) and abs(value) < LARGEST:
        return value
    return UNKNOWN


def compared(op: ast.cmpop, left: Value, right: Value) -> Value:
    """Return whether a comparison holds; UNKNOWN where it cannot be known."""
    if isinstance(op, ast.In | ast.NotIn):
        holds = _contains(left, right)
        return UNKNOWN if holds is None else holds == isinstance(op, ast.In)
    if isinstance(op, ast.Is | ast.IsNot) and None in (left, right):
        if UNKNOWN in (left, right):
            return UNKNOWN
        return (left is right) == isinstance(op, ast.Is)
    if not isinstance(left, (*PLAIN, tuple, list)) or not isinstance(right, (*PLAIN, tuple, list)):
        return UNKNOWN
    try:
        return bool(_COMPARED[type(op)](left, right))
    except TypeError:
        return UNKNOWN


def _contains(left: Value, right: Value) -> bool | None:
    """Tell whether a plain value lies in a collection, None where it cannot be known."""
    if isinstance(right, range):
        # Python looks through a whole range for anything but its own int.
        return int(left) in right if isinstance(left, int) else None
    if isinstance(right, str):
        return left in right if isinstance(left, str) else None
    if not isinstance(right, list | tuple | dict) or not isinstance(left, PLAIN):
        return None
    return None if any(item is UNKNOWN for item in right) else left in right


def truth(value: Value) -> bool | None:
    """Tell whether a value counts as true, None where it cannot be known."""
    if isinstance(value, (*PLAIN, list, tuple, dict, range)):
        return bool(value)
    return True if isinstance(value, Module) else None


def bounded(items: list[Value]) -> list[Value]:
    """Return a list unless it is too long. Stop: it is."""
    if len(items) > MOST_ITEMS:
        raise Stop("too_many_steps")
    return items


def listed(value: Value) -> list[Value] | None:
    """Return what a loop over a value goes through, None where it cannot be known."""
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, range):
        if len(value) > MOST_ITEMS:
            raise Stop("too_many_steps")
        return list(value)
    if isinstance(value, dict):
        return list(value)
    if isinstance(value, str):
        return list(value)
    if isinstance(value, Module) and value.kind in ("Sequential", "ModuleList"):
        return list(value.children.values())
    return None


def builtin(name: str, given: list[Value], named: dict[str, Value]) -> Value:
    """Return what a built-in function gives for plain values; UNKNOWN for all else."""
    if name == "range" and given and all(isinstance(part, int) for part in given):
        return _range(given)
    if name in ("print", "input", "open"):
        return None if name == "print" else UNKNOWN
    if name == "dict" and not given:
        return dict(named)
    if name in ("list", "tuple") and not given:
        return [] if name == "list" else ()
    if not given:
        return UNKNOWN
    if name in ("int", "float", "str", "bool", "abs", "round"):
        return _converted(name, given)
    if name in ("max", "min") and len(given) > 1:
        return _of_list(name, given)
    if name == "divmod" and len(given) == 2:
        return tuple(arithmetic(op, given[0], given[1]) for op in (ast.FloorDiv(), ast.Mod()))
    if name == "dict" and isinstance(given[0], dict):
        return {**given[0], **named}
    if name == "zip":
        columns = [listed(part) for part in given]
        if any(column is None for column in columns):
            return UNKNOWN
        return [tuple(row) for row in zip(*(c for c in columns if c is not None), strict=False)]
    if name == "len" and isinstance(given[0], range):
        return len(given[0])
    items = listed(given[0])
    if items is None:
        return UNKNOWN
    if name == "enumerate":
        start = given[1] if len(given) > 1 else named.get("start", 0)
        return list(enumerate(items, start)) if isinstance(start, int) else UNKNOWN
    return _of_list(name, items)


def _range(given: list[Value]) -> Value:
    try:
        return range(*(int(part) for part in given if isinstance(part, int)))
    except (TypeError, ValueError):
        return UNKNOWN


def _converted(name: str, given: list[Value]) -> Value:
    value = given[0]
    if not isinstance(value, int | float | str) or (isinstance(value, str) and len(value) > 100):
        return UNKNOWN
    makers: dict[str, Callable[..., Value]] = {
        "int": int, "float": float, "str": str, "bool": bool, "abs": abs, "round": round,
    }  # fmt: skip
    if isinstance(value, Number) and name == "int":
        return value
    try:
        return makers[name](value)
    except (TypeError, ValueError, ArithmeticError):
        return UNKNOWN


def _of_list(name: str, items: list[Value]) -> Value:
    numbers = [item for item in items if isinstance(item, int | float)]
    if name == "len":
        return len(items)
    if name in ("list", "tuple", "reversed", "sorted", "iter"):
        if name == "sorted":
            return sorted(numbers) if len(numbers) == len(items) else UNKNOWN
        return tuple(items) if name == "tuple" else items[:: -1 if name == "reversed" else 1]
    if len(numbers) < len(items) or not items:
        return 0 if name == "sum" and not items else UNKNOWN
    if name in ("sum", "prod"):
        total: Value = 0 if name == "sum" else 1
        for item in numbers:
            total = arithmetic(ast.Add() if name == "sum" else ast.Mult(), total, item)
        return total
    if name in ("max", "min"):
        return max(numbers) if name == "max" else min(numbers)
    if name in ("any", "all"):
        return any(numbers) if name == "any" else all(numbers)
    return UNKNOWN


BUILTINS = frozenset(
    [
        "range",
        "print",
        "dict",
        "list",
        "tuple",
        "int",
        "float",
        "str",
        "bool",
        "abs",
        "round",
        "max",
        "min",
        "divmod",
        "zip",
        "enumerate",
        "len",
        "reversed",
        "sorted",
        "iter",
        "sum",
        "prod",
        "any",
        "all",
        "open",
        "input",
    ]
)


def mathematics(name: str, given: list[Value]) -> Value:
    """Return what a function of Python's math gives for small numbers."""
    if name == "prod":
        return builtin("prod", given, {})
    functions: dict[str, Callable[[float], float]] = {
        "floor": math.floor, "ceil": math.ceil, "sqrt": math.sqrt, "log2": math.log2,
    }  # fmt: skip
    value = given[0] if given else None
    if name not in functions or not isinstance(value, int | float) or abs(value) > 1e12:
        return UNKNOWN
    try:
        return functions[name](value)
    except ValueError:
        return UNKNOWN
