"""The texts of a tour's file: plain ones, or one for each language that the title has."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node

from visualizer.tours.nodes import Reader
from visualizer.tours.tour import Words
from visualizer.words.text import LANGUAGES

# Letters: a title on one line, two or three sentences, one thing to try.
LONGEST = {"title": 80, "text": 700, "try": 300, "choices": 160, "why": 500}


class WordsReader:
    """Reads texts; ``languages`` are those that the tour's title has, () for a plain title."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.languages: tuple[str, ...] = ()

    def title(self, node: Node | None) -> Words:
        """Read the tour's title, which decides what languages every other text has."""
        title = self.words(node, "title")
        self.languages = tuple(lang for lang in LANGUAGES if lang in title.said)
        return title

    def words(self, node: Node | None, key: str, *, may_be_plain: bool = False) -> Words:
        """Read a text; no words where there are none to read.

        ``may_be_plain``: whether one text may stand for all languages, as a number does.
        """
        if node is None:
            return Words({})
        if not isinstance(node, MappingNode):
            if len(self.languages) > 1 and not may_be_plain:
                self.reader.wrong(node, "no_languages", part=key, missing=", ".join(self.languages))
                return Words({})
            return Words(self._one(node, key, ""))
        found = self.reader.mapping(node, key, (), LANGUAGES)
        for lang in self.languages:
            if lang not in found:
                self.reader.wrong(node, "no_language", part=key, missing=lang)
        if not node.value:
            self.reader.wrong(node, "empty", part=key)
        said: dict[str, str] = {}
        for lang, each in found.items():
            said |= self._one(each, key, lang)
        return Words(said)

    def _one(self, node: Node, key: str, lang: str) -> dict[str, str]:
        written = self.reader.scalar(node, key)
        if written is None:
            return {}
        if len(written) > LONGEST[key]:
            self.reader.wrong(node, "text_length", part=key, most=LONGEST[key], count=len(written))
        return {lang: " ".join(written.split())}
