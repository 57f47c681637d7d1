"""Every text is shown somewhere, and every text that is asked for exists.

Keys are looked for in the source: written out, or put together (``f"notice.{code}"``), where each
part that is put in has to be a string of the source too.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from visualizer.lessons.registry import PAGES, ROOT
from visualizer.settings.inputs import PHOTOS
from visualizer.settings.parameters import ChoiceParameter
from visualizer.words.text import catalogs

CATALOGS = catalogs()
KEYS = {key for catalog in CATALOGS.values() for key in catalog}
OF_CATALOGS = {Path(str(sys.modules[module].__file__)) for module in CATALOGS}
SOURCES = [
    ast.parse(path.read_text(encoding="utf-8"))
    for folder in ("visualizer", "pages")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path not in OF_CATALOGS
]
PARAMETERS = [parameter for page in PAGES if page.lesson for parameter in page.lesson.parameters]

Template = tuple[str | None, ...]
"""A key that is put together: what is written, and None for each part that is put in."""


def docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            yield body[0].value


def strings(tree: ast.AST) -> set[str]:
    """Return the strings written in a source, without docstrings and parts of f-strings."""
    left_out = set(map(id, docstrings(tree)))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            left_out |= set(map(id, node.values))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in left_out
    }


def template_of(node: ast.AST) -> Template | None:
    """Return the template that a piece of source is, None if it is none."""
    if isinstance(node, ast.JoinedStr):
        return tuple(
            str(part.value) if isinstance(part, ast.Constant) else None for part in node.values
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        begin = node.left
        if isinstance(begin, ast.Constant) and isinstance(begin.value, str):
            return (begin.value, None)
    return None


def templates(tree: ast.AST) -> Iterator[Template]:
    """Yield the templates of a source that can be of keys: a word and a dot are written."""
    for node in ast.walk(tree):
        found = template_of(node)
        written = "".join(part for part in found or () if part)
        if found and re.search("[a-z]", written) and "." in written:
            yield found


WORDS = {"", *PHOTOS}.union(*map(strings, SOURCES))
TEMPLATES = {template for tree in SOURCES for template in templates(tree)}


@cache
def makes(template: Template, key: str) -> bool:
    """Tell whether a template makes a key of words that the source has."""
    if not template:
        return key == ""
    first, *rest = template
    if first is not None:
        return key.startswith(first) and makes(tuple(rest), key.removeprefix(first))
    ends = range(len(key) + 1)
    return any(key[:end] in WORDS and makes(tuple(rest), key[end:]) for end in ends)


def names_a_setting(key: str) -> bool:
    """Tell whether a key is the label, help or choice of a setting, by its name or its field."""
    kind, _, rest = key.partition(".")
    name, _, choice = rest.partition(".")
    meant = [p for p in PARAMETERS if name in (p.name, p.field.rstrip("_"))]
    if kind == "choice":
        return any(isinstance(p, ChoiceParameter) and choice in p.choices for p in meant)
    return kind in ("param", "help") and not choice and bool(meant)


def is_used(key: str) -> bool:
    return key in WORDS or names_a_setting(key) or any(makes(each, key) for each in TEMPLATES)


def test_every_text_is_used() -> None:
    assert len(SOURCES) > 150
    assert sorted(key for key in KEYS if not is_used(key)) == []


def test_a_text_that_nobody_shows_would_be_found() -> None:
    for dead in (
        "common.nobody_asks",
        "param.conv_colour",
        "choice.conv_mode.mirror",
        "nav.nowhere",
    ):
        assert not is_used(dead), dead


def test_every_text_that_is_asked_for_exists() -> None:
    asked = [
        node.args[0]
        for tree in SOURCES
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id == "text" and node.args
    ]
    written = {node.value for node in asked if isinstance(node, ast.Constant)}
    assert len(written) > 200
    assert written <= KEYS
    for node in asked:
        template = template_of(node)
        if template:
            pattern = "".join(".*" if part is None else re.escape(part) for part in template)
            assert any(re.fullmatch(pattern, key) for key in KEYS), ast.unparse(node)
