"""Pictures and moving pictures of a page: the form, and what the browser asks the server for."""

from __future__ import annotations

import base64
import inspect
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.figures.colors import palette
from visualizer.figures.still import Still
from visualizer.lessons.registry import ROOT, PageEntry
from visualizer.taking.letters import FAMILY, font_rules, korean_in
from visualizer.taking.moving import FramesError, gif
from visualizer.ui import address, charts, scripts
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "take"
_ANSWER, _MOVED = "_take_answer", "_take_turned"
_WORDS = (
    *("picture", "figure", "format", "width", "ground", "light", "dark", "titles", "save_picture"),
    *("moving", "from", "to", "speed", "loop", "save_gif", "save_webm", "cancel"),
    *("progress", "stage", "working", "done", "failed", "cancelled", "late", "no_webm"),
    "too_large",
)
# The browser puts the numbers in, so the placeholders stand for themselves here.
_TEMPLATES = {
    "save_step": ("step",),
    "step": ("step",),
    "per_second": ("count",),
    "limit": ("most",),
    "bad_width": ("least", "most"),
    "bad_steps": ("steps", "most"),
}


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_pictures",
        html=(_FOLDER / "pictures.html").read_text("utf-8"),
        css=(_FOLDER / "pictures.css").read_text("utf-8"),
        js=scripts.script("take/pictures.js"),
    )


def draw(entry: PageEntry, lang: str) -> None:
    """Draw the form for a page's pictures; call it in a fragment."""
    key = "take_pictures"
    if st.session_state.pop(_MOVED, False):
        st.rerun()  # the whole page is drawn in other colours

    def asked() -> None:
        question = (st.session_state.get(key) or {}).get("asked")
        if isinstance(question, dict):
            if question.get("kind") == "page":
                charts.draw_once(question.get("dark"))
                st.session_state[_MOVED] = True
            st.session_state[_ANSWER] = {
                "to": str(question.get("to", "")),
                **answered(entry, question, lang),
            }

    _component()(
        key=key,
        data=scripts.sent(
            {
                "name": entry.name,
                "prefix": entry.prefix,
                "title": text(f"{entry.prefix}.title", lang),
                "stage": _stage(entry, lang),
                "dark": charts.is_dark(),
                "grounds": {
                    "light": palette(False).background,
                    "dark": palette(True).background,
                },
                "family": FAMILY,
                "labels": _labels(lang),
                # Once: a film would be sent again with every step.
                "answer": st.session_state.pop(_ANSWER, None),
            }
        ),
        on_asked_change=asked,
    )


def answered(entry: PageEntry, question: dict[str, Any], lang: str) -> dict[str, str]:
    """Return what the browser has asked for, or ``error``: why there is none, as a sentence.

    question: what the browser sent, which may be anything.
    """
    kind = question.get("kind")
    if kind == "stage" and entry.has_stage:
        still = stage_of(entry, question.get("dark") is True, lang)
        letters = korean_in(json.dumps(json.loads(still.chart.json), ensure_ascii=False))
        return {
            "id": still.chart.identity,
            "example": still.data,
            "figure": still.chart.json,
            "letters": font_rules(letters),
        }
    if kind == "page":
        return {}
    if kind == "letters":
        return {"letters": font_rules(korean_in(str(question.get("letters", ""))))}
    frames, seconds = question.get("frames"), question.get("seconds")
    if kind == "gif" and isinstance(frames, list) and isinstance(seconds, int | float):
        try:
            made = gif([str(f) for f in frames], seconds, loop=question.get("loop") is True)
        except FramesError:
            return {"error": text("take.pic_failed", lang)}
        return {"file": base64.b64encode(made).decode("ascii")}
    return {"error": text("take.pic_failed", lang)}


def stage_of(entry: PageEntry, dark: bool, lang: str) -> Still:
    """Return the stage of a page's present example, at its first step."""
    lesson = entry.lesson
    drawn = entry.scene.drawn
    shown = lesson.rewound(address.current(lesson))
    # A lesson whose stage the browser alone moves draws no other step.
    steps = (0,) if "step" in inspect.signature(drawn).parameters else ()
    still: Still = drawn(shown, dark, lang, *steps)
    return still


def _stage(entry: PageEntry, lang: str) -> dict[str, Any] | None:
    """Return what the browser has to know of the stage before it asks; None without a stage."""
    if not entry.has_stage:
        return None
    lesson = entry.lesson
    settings = address.current(lesson)
    moved = lesson.moved(settings)
    return {
        "key": f"{entry.prefix}_stage",
        "id": stage_of(entry, charts.is_dark(), lang).chart.identity,
        "step": int(getattr(settings, moved)),
        "steps": int(lesson.bound(settings, moved).high) + 1,
    }


def _labels(lang: str) -> dict[str, str]:
    words = {word: text(f"take.pic_{word}", lang) for word in _WORDS}
    for name, places in _TEMPLATES.items():
        kept = {place: f"{{{place}}}" for place in places}
        words[name] = text(f"take.pic_{name}", lang, **kept)
    return words
