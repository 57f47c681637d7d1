"""A question that a step takes from the lesson: ``question: {ask: shape}``."""

from __future__ import annotations

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode

from visualizer.asking import about, bank_of, has_questions
from visualizer.lessons.registry import PageEntry
from visualizer.tours.nodes import Reader
from visualizer.tours.problems import nearest


def lesson_question(node: Node) -> Node | None:
    """Return the question's node where it takes one of the lesson's; None for one of its own."""
    if isinstance(node, MappingNode):
        names = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
        if "ask" in names:
            return node
    return None


def read_kind(reader: Reader, node: Node, entry: PageEntry, settings: Any) -> str:
    """Read which kind of question a step asks about its example; "" where there is none."""
    found = reader.mapping(node, "question", ("ask",))
    kind = reader.scalar(found["ask"], "ask") if "ask" in found else None
    if kind is None:
        return ""
    kinds = [each.name for each in bank_of(entry.name).kinds] if has_questions(entry.name) else []
    if not kinds:
        reader.wrong(found["ask"], "no_kinds", page=entry.name)
    elif kind not in kinds:
        near, allowed = nearest(kind, kinds), ", ".join(kinds)
        reader.wrong(found["ask"], "unknown_kind", near, value=kind, allowed=allowed)
    elif about(entry.name, kind, settings) is None:
        reader.wrong(found["ask"], "nothing_asked", value=kind)
    else:
        return kind
    return ""
