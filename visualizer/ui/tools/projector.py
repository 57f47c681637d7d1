"""The projector: stage, player and formula alone. The browser changes to it without asking."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.registry import PageEntry
from visualizer.ui.view.shown import shown
from visualizer.words.text import text


def draw(entry: PageEntry, lang: str) -> None:
    """Draw the button; assets/view/view.js hears it before Streamlit does."""
    if shown(entry).keys:
        label = text("view.projector", lang)
        st.button(label, key="projector", icon=":material/slideshow:", type="tertiary")
