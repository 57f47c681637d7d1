"""What is checked before Python's parser sees a text: its length, and how deeply it is nested."""

from __future__ import annotations

import ast
import re
import textwrap

from visualizer.lessons.architecture.paste.wrong import Stop

LONGEST = 100_000  # characters: ten times the longest network in a course
MOST_LINES = 3_000
DEEPEST = 40  # brackets within brackets
MOST_SIGNS = 400  # operators in a row of a line: each is a level of the tree

_TOKEN = re.compile(
    r"#[^\n]*|'''|\"\"\"|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|[()\[\]{}]|\n|[,=:]"
    r"|(?:[-+~*/%@.&|^<>]|\b(?:not|and|or|if|else|in|is|lambda|await|yield)\b)"
)


def tidied(source: str) -> str:
    """Return the text with one kind of line end, without the indentation that all lines share."""
    text = source.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").replace("\u00a0", " ")
    return textwrap.dedent(text)


def check(source: str) -> None:
    """Check a text before it is parsed. Stop: it is too long, or nested too deeply."""
    if len(source) > LONGEST:
        raise Stop("too_long", most=LONGEST)
    if source.count("\n") >= MOST_LINES:
        raise Stop("too_many_lines", most=MOST_LINES)
    depth = line = signs = 0
    place = 0
    while (found := _TOKEN.search(source, place)) is not None:
        token, place = found.group(), found.end()
        if token in ("'''", '"""'):
            end = source.find(token, place)
            end = len(source) if end < 0 else end + 3
            line += source.count("\n", place, end)
            place = end
        elif token == "\n":
            line += 1
            signs = 0 if depth <= 0 else signs
        elif token in "([{":
            depth += 1
        elif token in ")]}":
            depth = max(depth - 1, 0)
        elif token in ",=:":
            signs = 0
        elif token[0] not in "#'\"":
            signs += 1
        if depth > DEEPEST or signs > MOST_SIGNS:
            raise Stop("too_deep", line + 1)


def parsed(source: str) -> ast.Module:
    """Return the tree of a text that `check` has let through.

    SyntaxError: it is no Python. Stop: it is nested too deeply for the parser.
    """
    try:
        return ast.parse(source)
    except (RecursionError, MemoryError, OverflowError):
        raise Stop("too_deep") from None
    except ValueError:  # a zero byte
        raise Stop("not_text") from None
