"""What the fully connected lesson's sidebar has besides plain controls."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.ui import sidebar as standard
from visualizer.words.text import text


def sidebar(settings: DenseSettings, lang: str) -> None:
    """Draw every control of the lesson."""
    after = {"input": lambda _: st.caption(text("dense.capped", lang))}
    standard.sidebar(LESSON, settings, lang, after=after)
