"""Dropout: neurons switched off at random while training, and why the average stays the same."""

import streamlit as st

from visualizer.lessons.dropout import LESSON, words
from visualizer.lessons.dropout.code import numpy_code, torch_code
from visualizer.lessons.dropout.example import build
from visualizer.lessons.dropout.figures.drawn import averaged, drawn
from visualizer.lessons.dropout.proof import dropout_by_torch
from visualizer.lessons.dropout.sidebar import sidebar
from visualizer.ui import address, charts, details, shell
from visualizer.ui.asking import mode as asking
from visualizer.ui.proof import Proof
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

lang = shell.open_page("dropout")
settings, notices = address.read(LESSON)
address.say(notices, lang)
asking.instead("dropout", settings, lang)
example = build(settings)
sidebar(settings, lang)

dark = charts.is_dark()
right_title = "drop.with" if example.training else "drop.without"
both = (("drop_whole", "drop.whole", False), ("drop_stage", right_title, example.training))
for column, (key, title, training) in zip(
    details.beside("drop_networks", least=300, gap="medium"), both, strict=True
):
    figure = drawn(example, training, dark, lang)
    with column:
        st.markdown(f"**{text(title, lang)}**")
        alt = words.alt(example, training, lang)
        charts.chart(figure, key, alt)
end_if_embedded()
st.markdown(" ".join(words.story(example, lang)))
st.caption(text("drop.legend", lang))

why, tabs = details.beside("drop_below")
with why:
    st.header(text("drop.why", lang), anchor=False)
    for line in words.formula(example):
        st.latex(line)
    st.markdown(text("drop.why_words", lang))
    st.markdown(text("drop.why_dropout", lang))
with tabs:
    said = details.Said(
        lambda: " ".join(words.story(example, lang)),
        lambda: words.table(example, lang),
        lambda: torch_code(example),
        lambda: numpy_code(example),
        "dropout",
        text("drop.proof", lang),
    )
    proven = Proof("drop_proof", example.whole.output, lambda: dropout_by_torch(example))
    details.tabs(said, proven, lang)

st.header(text("drop.many", lang), anchor=False)
watched = example.watched
plots = (
    ("drop_mean", 1, watched, text("drop.mean_neuron", lang, number=watched + 1)),
    ("drop_mean_output", len(example.hidden) + 1, 0, text("drop.mean_output", lang)),
)
for column, (key, layer, neuron, title) in zip(details.beside("drop_averages"), plots, strict=True):
    with column:
        st.markdown(f"**{title}**")
        figure = averaged(example, layer, neuron, dark, lang)
        charts.chart(figure, key, f"{title}. {words.mean_words(example, layer, neuron, lang)}")
        st.markdown(words.averaged(example, layer, neuron, lang))
