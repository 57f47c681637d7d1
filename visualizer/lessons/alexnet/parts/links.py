"""The way from a real unit into a lesson that steps through it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from visualizer.lessons.registry import page_named
from visualizer.ui.shell import page_object
from visualizer.words.text import text


def step_link(page: str, label: str, query: Mapping[str, str], lang: str) -> None:
    """Draw a link to a lesson with settings of its own; nothing where there is no such lesson."""
    entry = page_named(page)
    if not entry.exists:
        return
    st.page_link(
        page_object(entry, lang), label=label, icon=":material/play_circle:",
        query_params={**query, "lang": lang}, help=text("alex.step_help", lang),
    )  # fmt: skip
