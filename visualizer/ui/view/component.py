"""The page's views: a style sheet that hides, and the script that changes from one to another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

import streamlit as st

from visualizer.figures.colors import palette
from visualizer.lessons.registry import ROOT, PageEntry
from visualizer.ui import scripts
from visualizer.ui.view import returning
from visualizer.ui.view.shown import shown
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "view"
# The keys are written as they stand on keyboards, the same in both languages.
_KEYS = (
    ("Space", "play"),
    ("→ PgDn", "next"),
    ("← PgUp", "back"),
    ("Home End", "ends"),
    ("+ −", "speed"),
    ("B .", "black"),
    ("F", "full"),
    ("?", "keys"),
    ("Esc", "leave"),
    ("Alt+P", "toggle"),
)
_TOOLS = {
    "keys": ("view.keys", "keyboard"),
    "take": ("common.tab_take", "photo_camera"),
    "full": ("view.full", "fullscreen"),
    "leave": ("view.leave", "close"),
}


def is_embedded() -> bool:
    """Tell whether the page stands in a frame of another page."""
    return bool(st.context.is_embedded)


def end_if_embedded() -> None:
    """End the run of a page that stands in a frame; call it after what is shown there.

    What follows would be hidden, and cost a class's readers time.
    """
    if is_embedded():
        st.stop()


def draw(entry: PageEntry, lang: str) -> None:
    """Put the views into the page."""
    found = shown(entry)
    st.html(f"<style>{_style(found.selector)}</style>")
    _component()(
        key="view_kept",
        height=1,
        data=scripts.sent(
            {
                "page": entry.name,
                "figures": list(found.figures),
                "others": list(found.others),
                "sheet": {
                    "title": text("view.keys", lang),
                    "close": text("view.close", lang),
                    "keys": [[key, text(f"view.key_{what}", lang)] for key, what in _KEYS],
                },
                "tools": [
                    {"name": what, "words": text(words, lang), "icon": icon}
                    for what, (words, icon) in _TOOLS.items()
                ],
                "link": {"text": text("app.name", lang), "title": text("view.whole", lang)},
                "black": text("view.black", lang),
                "line": returning.answer(),
            }
        ),
        on_line_change=returning.heard,
    )


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_view", html="<span></span>", js=scripts.script("view/view.js")
    )


@cache
def _style(selector: str) -> str:
    page = f"light-dark({palette(False).background}, {palette(True).background})"
    style = (_FOLDER / "view.css").read_text("utf-8")
    return style.replace("$shown", selector).replace("$page", page)
