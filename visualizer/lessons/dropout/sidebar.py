"""What the dropout lesson's sidebar has besides plain controls."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.dropout import LESSON
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.ui import address
from visualizer.ui import sidebar as standard
from visualizer.words.text import text


def sidebar(settings: DropoutSettings, lang: str) -> None:
    """Draw every control of the lesson."""
    standard.sidebar(LESSON, settings, lang, after={"seed": lambda _: _draw_again(lang)})


def _draw_again(lang: str) -> None:
    st.button(
        text("drop.again", lang),
        key="drop_again",
        icon=":material/casino:",
        on_click=_next_seed,
        width="stretch",
    )


def _next_seed() -> None:
    address.change(LESSON, seed=(address.current(LESSON).seed + 1) % 10_000)
