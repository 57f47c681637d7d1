"""Dropout: neurons switched off at random while training, and why the average stays the same."""

import streamlit as st

from visualizer.lessons.dropout import words as said
from visualizer.lessons.dropout.example import build
from visualizer.lessons.dropout.figure import averages, network, value_limit
from visualizer.lessons.dropout.proof import dropout_by_torch
from visualizer.lessons.dropout.settings import LESSON
from visualizer.lessons.dropout.sidebar import sidebar
from visualizer.notation import number
from visualizer.ui import address, details, player, shell
from visualizer.ui.proof import proof
from visualizer.words.text import text

lang = shell.open_page("dropout")
values, notices = address.read(LESSON)
address.say(notices, lang)
example = build(values)
sidebar(values, lang)

dark = player.is_dark()
still = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
limit = value_limit(example.whole.after, example.dropped.after)
right_title = "drop.with" if example.training else "drop.without"
both = (("drop_whole", "drop.whole", False), ("drop_stage", right_title, example.training))
for column, (key, title, training) in zip(st.columns(2, gap="medium"), both, strict=True):
    run = example.dropped if training else example.whole
    figure = network(
        run.after,
        example.weights,
        example.masks if training else None,
        names=said.layer_names(example, lang),
        hover=said.hover_texts(example, training, lang),
        limit=limit,
        dark=dark,
    )
    with column:
        st.markdown(f"**{text(title, lang)}**")
        alt = said.alt(example, training, lang)
        st.plotly_chart(figure, key=key, theme=None, config=still, alt=alt)
st.markdown(" ".join(said.story(example, lang)))
st.caption(text("drop.legend", lang))

why, tabs = st.columns(2, gap="large")
with why:
    st.subheader(text("drop.why", lang), anchor=False)
    for line in said.formula(example):
        st.latex(line)
    st.markdown(text("drop.why_words", lang))
    st.markdown(text("drop.why_dropout", lang))
names = ("words", "code", "proof", "take")
with tabs:
    in_words, in_code, proven, take = st.tabs([text(f"common.tab_{n}", lang) for n in names])
table = said.table(example, lang)
torch_code, numpy_code = said.torch_code(example), said.numpy_code(example)
with in_words:
    details.words(" ".join(said.story(example, lang)), table)
with in_code:
    details.code(torch_code, numpy_code, lang)
with proven:
    st.markdown(text("drop.proof", lang))
    proof("drop_proof", example.whole.output, lambda: dropout_by_torch(example), lang)
with take:
    details.take("dropout", torch_code, numpy_code, table, lang)

st.subheader(text("drop.many", lang), anchor=False)
watched = example.watched
plots = (
    ("drop_mean", 1, watched, text("drop.mean_neuron", lang, number=watched + 1)),
    ("drop_mean_output", len(example.hidden) + 1, 0, text("drop.mean_output", lang)),
)
for column, (key, layer, neuron, title) in zip(st.columns(2, gap="large"), plots, strict=True):
    mean = example.running_mean(layer, neuron)
    target = float(example.whole.before[layer][neuron])
    legend = text("drop.mean", lang), text("drop.target", lang)
    axes = text("drop.axis_draws", lang), text("drop.axis_value", lang)
    summary = text(
        "drop.mean_says",
        lang,
        draws=number(example.draws),
        mean=number(float(mean[-1])),
        target=number(target),
    )
    with column:
        st.markdown(f"**{title}**")
        figure = averages(mean, target, names=legend, axes=axes, dark=dark)
        st.plotly_chart(figure, key=key, theme=None, config=still, alt=f"{title}. {summary}")
        exact = "drop.mean_exact" if layer <= 2 or example.p == 0 else "drop.mean_gap"
        st.markdown(f"{summary} {text('drop.mean_p1' if example.p == 1 else exact, lang)}")
