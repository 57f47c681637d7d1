"""Errors and notices as sentences in a person's language."""

from __future__ import annotations

from visualizer.engine import EngineError
from visualizer.notation import MINUS, TIMES
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
    label = f"param.{notice.parameter}"
    return text(
        f"notice.{notice.code}",
        lang,
        parameter=text(label, lang) if known(label) else notice.parameter,
        value=_shown(notice.parameter, notice.value, lang),
        allowed=", ".join(_shown(notice.parameter, part, lang) for part in _parts(notice.allowed)),
        used=_shown(notice.parameter, notice.used, lang),
    )


def _parts(allowed: str) -> list[str]:
    return allowed.split(", ")


def _shown(parameter: str, value: str, lang: str) -> str:
    choice = f"choice.{parameter}.{value}"
    if known(choice):
        return text(choice, lang)
    if TIMES in value:
        return value
    return MINUS + value[1:] if value.startswith("-") else value
