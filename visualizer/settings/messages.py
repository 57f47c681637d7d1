"""Errors and notices as sentences in a person's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from visualizer.engine import EngineError
from visualizer.notation import MINUS
from visualizer.settings.labels import choice_title, label
from visualizer.settings.rules import Notice
from visualizer.words.quoting import quoted
from visualizer.words.text import known, text

_NEGATIVE = re.compile(r"-[0-9.]+")
# Fields that say where: on screen they count from 1, in addresses from 0.
_PLACES = ("step", "output", "layer", "channel", "row", "col")
_OF_ADDRESSES = ("out_of_range", "bad_value", "adjusted")


def error_sentence(error: EngineError, lang: str) -> str:
    """Return what an error says, in ``lang``."""
    name = f"argument.{error.parameter}"
    parameter = text(name, lang) if known(name) else error.parameter
    return filled(f"error.{error.code}", {**error.details, "parameter": parameter}, lang)


def filled(key: str, details: Mapping[str, object], lang: str) -> str:
    """Return the sentence ``key`` with its details, those that are text shown as plain text."""
    shown = {
        name: quoted(getattr(value, "name", value)) if isinstance(value, str | Path) else value
        for name, value in details.items()
    }
    return text(key, lang, **shown)


def notice_sentence(notice: Notice, lang: str) -> str:
    """Return what was changed and why, in ``lang``, with the controls' own labels."""
    said = text(
        f"notice.{notice.code}",
        lang,
        parameter=quoted(label(notice.parameter, lang)),
        value=_shown(notice.parameter, notice.value, lang),
        allowed=", ".join(
            choice_title(notice.parameter, part, lang) for part in notice.allowed.split(", ")
        ),
        used=_shown(notice.parameter, notice.used, lang),
        **dict(notice.details),
    )
    place = notice.parameter.partition("_")[2] in _PLACES and notice.code in _OF_ADDRESSES
    return f"{said} {text('notice.from_zero', lang)}" if place else said


def _shown(parameter: str, value: str, lang: str) -> str:
    title = choice_title(parameter, value, lang)
    if title != value:
        return title
    if _NEGATIVE.fullmatch(value):
        return MINUS + value[1:]
    return quoted(value)
