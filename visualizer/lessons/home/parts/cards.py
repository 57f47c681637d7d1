"""The home page's parts: a card per lesson, and the learning path."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

import streamlit as st

from visualizer.lessons.home.path import PATH
from visualizer.lessons.registry import HOME, PAGES, ROOT, PageEntry
from visualizer.ui import shell
from visualizer.words.text import text

ACROSS = 3  # cards side by side; on a phone Streamlit stacks them


def cards(lang: str) -> None:
    """Draw a card for every lesson, in the order of the course."""
    lessons = [page for page in PAGES if page is not HOME]
    for start in range(0, len(lessons), ACROSS):
        row = lessons[start : start + ACROSS]
        for column, entry in zip(st.columns(ACROSS), row, strict=False):
            with column.container(border=True, height="stretch", key=f"card_{entry.name}"):
                _card(entry, lang)


def learning_path(lang: str) -> None:
    """Draw the questions of the course, each a link to the example that answers it."""
    for number, stop in enumerate(PATH, start=1):
        question = text(f"home.path.{stop.key}", lang)
        shell.link(stop.page, f"{number}\\. {question}", settings=stop.settings)


def _card(entry: PageEntry, lang: str) -> None:
    st.html(_picture(entry.name))
    shell.link(
        entry.name, f"**{text(f'nav.{entry.name}', lang)}**", icon=f":material/{entry.icon}:"
    )
    st.markdown(text(f"home.card.{entry.name}", lang))


@cache
def _picture(name: str) -> str:
    """Return a lesson's picture as HTML; without alt text, for the words beside it say the same."""
    drawing = (ROOT / "assets" / "lessons" / f"{name}.svg").read_bytes()
    source = f"data:image/svg+xml;base64,{b64encode(drawing).decode()}"
    style = "display:block;width:100%;max-height:10rem;object-fit:contain"
    return f'<img alt="" src="{source}" style="{style}">'
