"""YAML as nodes that know their lines: the safe part of the language, without aliases and tags."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from visualizer.tours.problems import Problem, nearest

MOST_BYTES = 200_000
_DEEPEST = 12  # levels; a tour needs seven
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


def compose(data: bytes, problems: list[Problem]) -> Node | None:
    """Read a file as one YAML document; None, with a problem, where that cannot be done.

    Aliases are refused: a few lines of them can stand for gigabytes. So are tags, with which YAML
    makes objects, and what is nested deeper than any tour.
    """
    if len(data) > MOST_BYTES:
        problems.append(Problem(1, "too_large", {"most": MOST_BYTES // 1000}))
        return None
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(Problem(data.count(b"\n", 0, error.start) + 1, "not_utf8"))
        return None
    try:
        refused = list(_refused(source))
        problems += refused
        return None if refused else yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problems.append(Problem(mark.line + 1 if mark else 1, "not_yaml"))
    except yaml.reader.ReaderError as error:  # a character that no text has
        problems.append(Problem(source.count("\n", 0, int(error.position)) + 1, "not_yaml"))
    return None


def _refused(source: str) -> Iterator[Problem]:
    depth = 0
    for event in yaml.parse(source, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            yield Problem(line, "alias")
        if tag := getattr(event, "tag", None):
            yield Problem(line, "tag", {"tag": tag})
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                yield Problem(line, "too_deep")
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def line_of(node: Node) -> int:
    """Return the line that a node begins on, from 1."""
    return int(node.start_mark.line) + 1


class Reader:
    """Takes nodes apart and notes what is wrong, so that one reading finds everything."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def wrong(self, node: Node, code: str, near: str = "", **details: object) -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(line_of(node), code, details, near))

    def mapping(
        self, node: Node, where: str, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, Node]:
        """Return a mapping's nodes by key; ``where`` names it in the problems.

        Unknown keys, keys twice and missing ones are noted; {} where it is no mapping.
        """
        if not isinstance(node, MappingNode):
            self.wrong(node, "no_mapping", where=where)
            return {}
        allowed = (*required, *optional)
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "?"
            if name not in allowed:
                self.wrong(
                    key,
                    "unknown_key",
                    nearest(name, allowed),
                    part=name,
                    where=where,
                    allowed=", ".join(allowed),
                )
            elif name in found:
                self.wrong(key, "key_twice", part=name)
            else:
                found[name] = value
        for name in required:
            if name not in found:
                self.wrong(node, "missing", part=name, where=where)
        return found

    def sequence(self, node: Node, key: str, most: int, least: int = 1) -> list[Node]:
        """Return a list's nodes; [] where it is none or holds too few or too many."""
        if not isinstance(node, SequenceNode):
            self.wrong(node, "no_list", part=key)
            return []
        if not least <= len(node.value) <= most:
            self.wrong(node, "list_length", part=key, least=least, most=most, count=len(node.value))
            return []
        return list(node.value)

    def scalar(self, node: Node, key: str) -> str | None:
        """Return what is written, None where it is no single value or an empty one."""
        if not isinstance(node, ScalarNode):
            self.wrong(node, "no_text", part=key)
            return None
        written = str(node.value).strip()
        if not written or (node.tag.endswith(":null") and node.style is None):
            self.wrong(node, "empty", part=key)
            return None
        return written

    def whole(self, node: Node, key: str) -> int | None:
        """Return a whole number, None where there is none."""
        written = self.scalar(node, key)
        if written is None:
            return None
        if not _WHOLE.fullmatch(written):
            self.wrong(node, "no_whole", part=key, value=written)
            return None
        return int(written)

    def number(self, node: Node, key: str) -> float | None:
        """Return a number of at least 0, None where there is none."""
        written = self.scalar(node, key)
        if written is None:
            return None
        if not _NUMBER.fullmatch(written):
            self.wrong(node, "no_number", part=key, value=written)
            return None
        return float(written)
