"""What settings and their choices are called on screen.

A text is looked up by the parameter's name (``param.conv_stride``), then by its field
(``param.seed``), which lessons share where they mean the same.
"""

from __future__ import annotations

from visualizer.words.text import known, text

# Whose choices are those of another field, and are called as they are there.
NAMED_AS = {"aim": "input"}


def label(name: str, lang: str) -> str:
    """Return the label of the parameter called ``name``; the name itself where it has none."""
    return _first("param", name, lang) or name


def explanation(name: str, lang: str) -> str | None:
    """Return what the help of a control says, None where it needs none."""
    if known(f"param.{name}"):  # a label of its own means something of its own
        return text(f"help.{name}", lang) if known(f"help.{name}") else None
    return _first("help", name, lang)


def choice_title(name: str, choice: str, lang: str) -> str:
    """Return what one choice of a parameter is called; choices made of data have no text."""
    prefix, _, field = name.partition("_")
    return _first("choice", f"{prefix}_{NAMED_AS.get(field, field)}", lang, f".{choice}") or choice


def _first(kind: str, name: str, lang: str, end: str = "") -> str | None:
    _, _, field = name.partition("_")
    for key in (f"{kind}.{name}{end}", f"{kind}.{field}{end}"):
        if known(key):
            return text(key, lang)
    return None
