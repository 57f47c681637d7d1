"""The page to save: its button with its size, and one tap away what can be done with it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from visualizer.notation import number
from visualizer.offline.page import page, shows, size
from visualizer.ui import charts, details
from visualizer.words.text import text


def draw(name: str, settings: Any, lang: str) -> None:
    """Draw it for the page called ``name``; nothing where a lesson has no page to save."""
    if shows(name) is None:
        return
    megabytes = number(round(size(name, settings, charts.is_dark(), lang) / 1e6, 1), 1)
    with st.container(key="take_page", gap=None):
        st.caption(text("take.page", lang))
        details.download(
            text("take.page_file", lang, size=megabytes),
            lambda: page(name, settings, lang),
            f"{name}_{lang}.html",
        )
    with details.folded(text("take.page_how", lang), "take_page_how") as is_open:
        if is_open:
            st.markdown(text("take.page_use", lang))
