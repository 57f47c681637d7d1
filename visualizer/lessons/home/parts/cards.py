"""The cards of the lessons, four across; on a phone one below the other."""

from __future__ import annotations

from base64 import b64encode
from functools import cache

import streamlit as st

from visualizer.lessons.registry import HOME, PAGES, ROOT, PageEntry
from visualizer.ui import shell
from visualizer.words.text import text

# Seven lessons: four and three. On a narrow screen two and two, and the last one across both.
_STYLE = """<style>
.st-key-cards { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 1rem;
  align-items: stretch; }
.st-key-cards > * { height: auto; }
@media (max-width: 1000px) {
  .st-key-cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .st-key-cards > :last-child:nth-child(odd) { grid-column: 1 / -1; }
}
@media (max-width: 640px) { .st-key-cards { grid-template-columns: minmax(0, 1fr); } }
</style>"""


def cards(lang: str) -> None:
    """Draw a card for every lesson, in the order of the course."""
    st.html(_STYLE)
    with st.container(key="cards"):
        for entry in PAGES:
            if entry is not HOME:
                with st.container(border=True, height="stretch", key=f"card_{entry.name}"):
                    _card(entry, lang)


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
    style = "display:block;width:100%;height:8rem;object-fit:contain"
    return f'<img alt="" src="{source}" style="{style}">'
