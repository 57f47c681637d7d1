"""No pattern of ours takes exponential time over a hostile text (ReDoS)."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import visualizer

ROOT = Path(__file__).resolve().parents[2]
_PARSER: Any = importlib.import_module("re._parser")
_CODES: Any = importlib.import_module("re._constants")
REPEATS = {_CODES.MAX_REPEAT, _CODES.MIN_REPEAT}
MANY = 20  # so often repeated counts as without end
# Parts of patterns with a repeat within a repeat that are harmless, and why.
HARMLESS = {
    r"[^\W_]+( [^\W_]+)*": "a round begins with a space, and no letter is one",
    r"[^\W_]+(×[^\W_]+)*": "the same with ×",
    r"(?:\s|#[^\r\n]*[\r\n])+": "a round is one space, or begins with # and ends with its line",
}


def nested(pattern: str) -> bool:
    """Tell whether something that repeats without end stands within something that does."""

    def walk(items: Any, within: bool) -> bool:
        for code, about in items:
            if code in REPEATS:
                _, most, body = about
                endless = most is _CODES.MAXREPEAT or most > MANY
                if (endless and within) or walk(body, within or endless):
                    return True
            elif code is _CODES.SUBPATTERN:
                if walk(about[3], within):
                    return True
            elif code is _CODES.BRANCH:
                if any(walk(each, within) for each in about[1]):
                    return True
            elif code in (_CODES.ASSERT, _CODES.ASSERT_NOT) and walk(about[1], within):
                return True
        return False

    return walk(_PARSER.parse(pattern), False)


def compiled() -> Iterator[str | bytes]:
    """Yield the patterns that the rooms' modules hold, those built from parts among them."""
    for found in pkgutil.walk_packages(visualizer.__path__, "visualizer."):
        for value in vars(importlib.import_module(found.name)).values():
            values = value.values() if isinstance(value, dict) else [value]
            for each in values:
                if isinstance(each, re.Pattern):
                    yield each.pattern


def written() -> Iterator[str | bytes]:
    """Yield the patterns that stand in a call of ``re``, wherever the call stands."""
    for folder in ("visualizer", "deploy", "convscope", "pages"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and ast.unparse(node.func).startswith("re.")
                    and node.args
                    and isinstance(node.args[0], ast.Constant)
                ):
                    yield node.args[0].value  # type: ignore[misc]


def test_no_pattern_repeats_a_repeat() -> None:
    patterns = {
        each if isinstance(each, str) else each.decode("latin-1")
        for each in (*compiled(), *written())
    }
    assert len(patterns) > 60
    assert all(any(part in each for each in patterns) for part in HARMLESS)
    found = []
    for each in patterns:
        rest = each
        for part in HARMLESS:
            rest = rest.replace(part, "")
        if nested(rest):
            found.append(each)
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(a+)+b", True),
        (r"(?:a|b*)*c", True),
        (r"(?=(x+)*y)", True),
        (r"(\d{1,40})+", True),
        (r"a+b+", False),
        (r"(a{1,3})+", False),
        (r"[+\-−]?\d+", False),
    ],
)
def test_each_would_be_found(pattern: str, found: bool) -> None:
    assert nested(pattern) is found
