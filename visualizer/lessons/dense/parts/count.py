"""How many parameters a fully connected layer has after AlexNet's last maps."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.dense import words
from visualizer.lessons.dense.scene import counted
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.ui.charts import chart, is_dark
from visualizer.ui.controls import Controls
from visualizer.words.text import text


def count(controls: Controls[DenseSettings]) -> None:
    """Count AlexNet's first fully connected layer for maps of any side."""
    lang, side = controls.lang, controls.settings.side
    st.markdown(text("dense.count_words", lang))
    controls.show("side")
    st.latex(words.count_formula(side))
    st.markdown(words.count_words(side, lang))
    figure, alt = counted(side, is_dark(), lang)
    chart(figure, "dense_counts", alt)
