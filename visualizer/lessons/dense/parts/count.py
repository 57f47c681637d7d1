"""How many parameters a fully connected layer has after AlexNet's last maps."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.dense import words
from visualizer.lessons.dense.example import (
    convolution_parameters,
    parameters_of,
)
from visualizer.lessons.dense.figures.counts import counts
from visualizer.lessons.dense.settings import LARGEST_COUNTED, DenseSettings
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
    sides = range(1, LARGEST_COUNTED + 1)
    figure = counts(
        sides, [parameters_of(s) for s in sides], convolution_parameters(), side,
        names=(text("dense.count_fc", lang), text("dense.count_conv", lang)),
        axis=text("dense.count_axis", lang), dark=is_dark(),
    )  # fmt: skip
    alt = text("dense.alt_count", lang, count=f"{parameters_of(side):,}", side=side)
    chart(figure, "dense_counts", alt)
