"""A step's link: which page it opens, with which settings, and what of it is not possible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from yaml.nodes import Node

from visualizer.lessons.registry import HOME, PAGES, PageEntry
from visualizer.settings import sharing
from visualizer.settings.lesson import Lesson
from visualizer.tours.nodes import Reader, line_of
from visualizer.tours.problems import Problem, nearest

_MOST_LETTERS = 8000  # of a link; the longest one that a lesson writes has 5,000
_OF_THE_READER = ("lang", "tour")  # what a copied link carries, and a step does not decide


@dataclass(frozen=True)
class Link:
    """A page and its settings: ``settings`` are settled, None for a page without any."""

    entry: PageEntry
    settings: Any
    shared: sharing.Shared

    @property
    def lesson(self) -> Lesson[Any]:
        """The page's lesson; only where there are settings."""
        lesson: Lesson[Any] = self.entry.lesson
        return lesson


def read_link(reader: Reader, node: Node) -> Link | None:
    """Read a link, whole or from the page's name on; None where the page cannot be told."""
    written = reader.scalar(node, "link")
    if written is None:
        return None
    if len(written) > _MOST_LETTERS:
        reader.wrong(node, "text_length", part="link", most=_MOST_LETTERS, count=len(written))
        return None
    try:
        parts = urlsplit(written)
        # Behind a proxy a page's name stands at the end of a longer path.
        name = parts.path.rstrip("/").rpartition("/")[2]
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
    except ValueError:
        reader.wrong(node, "no_link", value=written)
        return None
    entry = next((page for page in PAGES if page.name == (name or HOME.name)), None)
    if entry is None:
        pages = [page.name for page in PAGES]
        reader.wrong(
            node, "unknown_page", nearest(name, pages), page=name, allowed=", ".join(pages)
        )
        return None
    return _checked(reader, node, entry, query)


def _checked(reader: Reader, node: Node, entry: PageEntry, query: dict[str, str]) -> Link:
    lesson: Lesson[Any] | None = entry.lesson
    own = [*lesson.names, sharing.SHOW, sharing.SPEED] if lesson is not None else []
    for name in query:
        if name not in own and name not in _OF_THE_READER:
            reader.wrong(node, "unknown_setting", nearest(name, own), name=name, page=entry.name)
    if lesson is None:
        return Link(entry, None, sharing.Shared())
    settings, notices = lesson.parse({n: query[n] for n in query if n in lesson.names})
    shared, more = sharing.read(query, lesson)
    reader.problems += [Problem(line_of(node), notice=notice) for notice in (*notices, *more)]
    return Link(entry, settings, shared)
