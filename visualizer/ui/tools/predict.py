"""Predict: questions about the lesson, in its place."""

from __future__ import annotations

import streamlit as st

from visualizer.asking.series import has_questions
from visualizer.lessons.registry import PageEntry
from visualizer.ui.asking import mode
from visualizer.words.text import text


def draw(entry: PageEntry, lang: str) -> None:
    """Draw the button that asks; nothing where the lesson has no questions or asks already."""
    if has_questions(entry.name) and not mode.is_asking():
        st.button(
            text("ask.open", lang), key="asked_open", icon=":material/quiz:", type="tertiary",
            help=text("ask.open_help", lang), on_click=mode.begin,
        )  # fmt: skip
