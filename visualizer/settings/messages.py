"""Errors and notices as sentences in a person's language."""

from __future__ import annotations

from visualizer.engine import EngineError
from visualizer.notation import MINUS, TIMES
from visualizer.settings.labels import choice_title, label
from visualizer.settings.lesson_error import LessonError
from visualizer.settings.rules import Notice
from visualizer.words.text import known, text


def error_sentence(error: EngineError | LessonError, lang: str) -> str:
    """Return what an error says, in ``lang``."""
    details = dict(error.details)
    name = f"argument.{error.parameter}"
    details["parameter"] = text(name, lang) if known(name) else error.parameter
    return text(f"error.{error.code}", lang, **details)


def notice_sentence(notice: Notice, lang: str) -> str:
    """Return what was changed and why, in ``lang``, with the controls' own labels."""
    return text(
        f"notice.{notice.code}",
        lang,
        parameter=label(notice.parameter, lang),
        value=_shown(notice.parameter, notice.value, lang),
        allowed=", ".join(_shown(notice.parameter, part, lang) for part in _parts(notice.allowed)),
        used=_shown(notice.parameter, notice.used, lang),
    )


def _parts(allowed: str) -> list[str]:
    return allowed.split(", ")


def _shown(parameter: str, value: str, lang: str) -> str:
    title = choice_title(parameter, value, lang)
    if title != value:
        return title
    if TIMES in value:
        return value
    return MINUS + value[1:] if value.startswith("-") else value
