"""The row of marks above a series: what has become of each question, not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from visualizer.ui.asking.one import End
from visualizer.words.text import text

_SIGNS: dict[End, str] = {"once": "✓", "later": "↺", "shown": "–"}
_NAMES: dict[End, str] = {"": "open", "once": "once", "later": "later", "shown": "shown"}


def marks(ends: Sequence[End], number: int, lang: str) -> None:
    """Draw a mark for each question; ``number``, counted from 1, is the one on the screen."""
    items = []
    for i, end in enumerate(ends, 1):
        said = escape(text(f"ask.mark_{_NAMES[end]}", lang, number=i), quote=True)
        here = ' aria-current="step"' if i == number else ""
        sign = _SIGNS.get(end, str(i))
        items.append(
            f'<li class="{_NAMES[end]}"{here} title="{said}">'
            f'<span aria-hidden="true">{sign}</span><span class="unseen">{said}</span></li>'
        )
    st.html(f'<ol class="asked-marks">{"".join(items)}</ol>', width="content")


def score(ends: Sequence[End], lang: str) -> str:
    """Say how many were right at once, right later, and shown."""
    counted = {end: sum(one == end for one in ends) for end in ("once", "later", "shown")}
    return text(
        "ask.score", lang, count=len(ends), right=counted["once"], later=counted["later"],
        shown=counted["shown"],
    )  # fmt: skip
