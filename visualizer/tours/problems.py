"""What is wrong in a tour's file, as a sentence that names the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from visualizer.settings.labels import label
from visualizer.settings.messages import filled, notice_sentence
from visualizer.settings.rules import Notice
from visualizer.words.text import known, text

_OF_VALUES = ("bad_value", "out_of_range")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: ``line`` from 1, ``code`` of its sentence ``tour.error.<code>``.

    ``near`` is what may have been meant, "" for nothing. ``notice`` is what a lesson says of a
    link's settings, in place of a code.
    """

    line: int
    code: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    near: str = ""
    notice: Notice | None = None

    def sentence(self, lang: str) -> str:
        """Return the line and what is wrong there, as Markdown."""
        said = self._said(lang)
        if self.near:
            said += " " + filled("tour.error.near", {"near": self.near}, lang)
        return f"{text('tour.error.line', lang, line=self.line)} {said}"

    def _said(self, lang: str) -> str:
        notice = self.notice
        if notice is None:
            return filled(f"tour.error.{self.code}", {**self.details, **self._where(lang)}, lang)
        if notice.code in _OF_VALUES:
            details = {
                "parameter": label(notice.parameter, lang),
                "name": notice.parameter,
                "value": notice.value,
                "allowed": notice.allowed,
            }
            return filled("tour.error.link_value", details, lang)
        return notice_sentence(notice, lang)

    def _where(self, lang: str) -> dict[str, object]:
        """Name a part of the file that has no name of its own in it."""
        key = f"tour.where.{self.details.get('where')}"
        return {"where": text(key, lang)} if known(key) else {}


def nearest(written: str, allowed: Iterable[str]) -> str:
    """Return the allowed name that a mistyped one is closest to, "" where none is close."""
    return next(iter(get_close_matches(written, list(allowed), n=1, cutoff=0.6)), "")
