"""The drawing in words, for those who do not see it: its layers, and where branches meet."""

from __future__ import annotations

from visualizer.engine.network.layers import Add, Concat
from visualizer.engine.network.walk import Step, Walk
from visualizer.lessons.architecture.words import drawing_alt
from visualizer.words.text import text

_MEETINGS = 20
"""So many places where branches meet are named: a description is to be heard to its end."""


def described(walk: Walk, name: str, lang: str) -> str:
    """Return the drawing's alternative text: name, shapes in turn, sums and concatenations."""
    line = drawing_alt(walk, name, lang)
    meetings = [step for step in walk.steps if isinstance(step.layer, Add | Concat)]
    if not meetings:
        return line
    joins = [_join(walk, step, lang) for step in meetings[:_MEETINGS]]
    if more := len(meetings) - len(joins):
        joins.append(text("arch.alt_more", lang, count=more))
    return f"{line} {text('arch.alt_branches', lang, joins='; '.join(joins))}"


def _join(walk: Walk, step: Step, lang: str) -> str:
    names = [
        walk.steps[source].name if source >= 0 else text("arch.input", lang)
        for source in step.sources
    ]
    key = "arch.alt_add" if isinstance(step.layer, Add) else "arch.alt_concat"
    return text(key, lang, name=step.name, layers=", ".join(names))
