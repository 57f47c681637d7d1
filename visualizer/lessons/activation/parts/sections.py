"""The activation lesson's parts: controls, feature map, gradients, dead neurons, softmax."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.engine import softmax
from visualizer.figures.colors import limit_of
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation import words
from visualizer.lessons.activation.parts.point import CONFIG
from visualizer.lessons.activation.settings import CLASSES, CURVES, EXAMPLES, LESSON, LOGITS, logits
from visualizer.lessons.convolution import example as convolution_example
from visualizer.lessons.convolution import settings as convolution
from visualizer.notation import number, shape
from visualizer.settings.lesson_error import LessonError
from visualizer.settings.parameters import Values
from visualizer.ui import address, details, shell
from visualizer.ui.controls import Controls
from visualizer.ui.grids import grids
from visualizer.ui.inputs import reset_button
from visualizer.ui.player import is_dark
from visualizer.ui.proof import proof, softmax_by_torch
from visualizer.words.text import text

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def sidebar(values: Values, lang: str) -> None:
    """Draw every control but those that stand at their figures."""
    controls = Controls(LESSON, values, LESSON.bounds(values), lang)
    with st.sidebar:
        controls.show("act_kind", "act_slope")
        if values["act_kind"] == "softmax":
            st.markdown(f"##### {text('act.section_logits', lang)}")
            for name, animal in zip(LOGITS, CLASSES, strict=True):
                controls.control(name, text(f"act.class.{animal}", lang))
            for example, chosen in EXAMPLES.items():
                settings = dict(zip(LOGITS, chosen, strict=True))
                st.button(
                    text(f"act.example_{example}", lang),
                    key=f"act_example_{example}",
                    on_click=address.change,
                    args=(LESSON,),
                    kwargs={**settings, "act_temperature": 1.0},
                    width="stretch",
                )
        reset_button(LESSON, lang)


def feature_map(kind: str, slope: float, lang: str) -> None:
    """Apply the function to the map that the convolution lesson made last, before beside after."""
    st.subheader(text("act.map_title", lang), anchor=False)
    try:
        settings = address.elsewhere(convolution.LESSON)
        made = convolution_example.build(settings).trace.output[0]
    except LessonError:
        made = convolution_example.build(convolution.LESSON.defaults()).trace.output[0]
    after = story.function(kind, slope)(made)
    name = text(f"choice.act_kind.{kind}", lang)
    counts = {"negative": int((made < 0).sum()), "cells": made.size}
    spread = {"low": made.min(), "high": made.max(), "after_low": after.min(),
              "after_high": after.max()}  # fmt: skip
    told = {key: number(float(value)) for key, value in {**counts, **spread}.items()}
    st.markdown(text("act.map", lang, name=name, **told))
    sizes = shape(made.shape)
    shown = [(f"{text('act.before', lang)} {sizes}", made), (f"{name} {sizes}", after)]
    # One scale would show nothing where the function squeezes: each map has its own.
    for column, (title, values), limit in zip(
        st.columns(2), shown, (limit_of(made), limit_of(after)), strict=True
    ):
        with column:
            grids(f"act_map_{title == shown[0][0]}", [(title, values)], limit)
    shell.link("convolution", text("act.map_link", lang), icon=":material/grid_on:")


def vanishing(kind: str, slope: float, layers: int, lang: str) -> None:
    """Show what is left of the gradient after some layers, for every function."""
    st.subheader(text("act.chain_title", lang), anchor=False)
    _slider("act_layers", lang)
    left = [(text(f"choice.act_kind.{k}", lang), story.chain(k, slope, layers)) for k in CURVES]
    sigmoid, relu = left[0][1][-1], left[2][1][-1]
    told = {"layers": layers, "sigmoid": _small(sigmoid), "relu": number(float(relu)),
            "bound": _small(0.25**layers)}  # fmt: skip
    st.markdown(text("act.chain", lang, **told))
    axes = (text("act.axis_layers", lang), text("act.axis_gradient", lang))
    figure = figures.chain(left, CURVES.index(kind), axes, is_dark())
    alt = text("act.chain", lang, **told)
    st.plotly_chart(figure, key="act_chain", theme=None, config=CONFIG, alt=alt, width="stretch")


def dying(bias: float, slope: float, lang: str) -> None:
    """Push a layer's bias down until its neurons die, beside the leaky one where none does."""
    st.subheader(text("act.dead_title", lang), anchor=False)
    _slider("act_bias", lang)
    layer = story.layer(bias, slope)
    dead, dead_leaky = int(layer.dead.sum()), int(layer.dead_leaky.sum())
    st.markdown(
        text("act.dead", lang, dead=dead, neurons=story.NEURONS, samples=story.SAMPLES,
             leaky=dead_leaky, slope=number(slope))
    )  # fmt: skip
    for column, name, after, gone in zip(
        st.columns(2), ("relu", "leaky_relu"), (layer.relu, layer.leaky),
        (layer.dead, layer.dead_leaky), strict=True,
    ):  # fmt: skip
        marked = np.broadcast_to(gone[:, None], after.shape)
        title = text(
            "act.dead_of", lang, name=text(f"choice.act_kind.{name}", lang),
            dead=int(gone.sum()), neurons=story.NEURONS,
        )  # fmt: skip
        with column:
            grids(f"act_dead_{name}", [(title, after)], limit_of(layer.before), [marked], 190)
    st.caption(text("act.dead_read", lang))


def softmax_page(values: Values, lang: str) -> None:
    """Show softmax whole: shares, the fraction of each class, temperature, no single curve."""
    z, temperature = logits(values), float(values["act_temperature"])
    shares = softmax(z, temperature=temperature)
    names = [text(f"act.class.{name}", lang) for name in CLASSES]
    table = words.softmax_table(z, temperature, lang)
    listed = ", ".join(
        f"{n} {number(round(100 * s, 3))} %" for n, s in zip(names, shares, strict=True)
    )
    figure = figures.shares(names, shares, is_dark())
    st.plotly_chart(figure, key="act_stage", theme=None, config=CONFIG, alt=listed, width="stretch")
    _slider("act_temperature", lang)
    colors = list(figures.CLASS_COLORS[is_dark()])
    for column, i in zip(st.columns(len(z)), range(len(z)), strict=True):
        with column:
            st.markdown(f"**{names[i]}**")
            st.latex(words.softmax_fraction(z, temperature, i, colors))
    if words.shifted(z, temperature):
        st.caption(text("act.shifted", lang))
    st.markdown(text("act.softmax_sum", lang, sum=number(round(float(shares.sum()), 9))))
    why, tabs = st.columns(2, gap="large")
    with why:
        st.subheader(text("act.many_title", lang), anchor=False)
        st.markdown(text("act.many", lang))
        lines = [
            (text("act.others", lang, raised=label), *story.share_of_first(z, temperature, raised))
            for label, raised in (("±0", 0.0), ("+2", 2.0), ("−2", -2.0))
        ]
        axis = text("act.axis_logit", lang, name=names[0])
        figure = figures.no_single_curve(lines, z[0], axis, is_dark())
        alt = text("act.many", lang)
        st.plotly_chart(figure, key="act_many", theme=None, config=CONFIG, alt=alt, width="stretch")
    code = words.softmax_torch(z, temperature), words.softmax_numpy(z, temperature)
    with tabs:
        shown = [text(f"common.tab_{name}", lang) for name in ("words", "code", "proof", "take")]
        in_words, in_code, proven, take = st.tabs(shown)
    with in_words:
        details.words(text("act.say.softmax", lang), table)
    with in_code:
        details.code(*code, lang)
    with proven:
        proof("act_proof", shares, lambda: softmax_by_torch(np.array(z), temperature), lang)
    with take:
        details.take("softmax", *code, table, lang)


def _slider(name: str, lang: str) -> None:
    bounds = LESSON[name]
    whole = isinstance(bounds.initial, int)
    kind = int if whole else float
    st.slider(
        text(f"param.{name}", lang),
        min_value=kind(bounds.low),  # type: ignore[attr-defined]
        max_value=kind(bounds.high),  # type: ignore[attr-defined]
        step=1 if whole else 0.1,
        key=name,
    )


def _small(value: float) -> str:
    """Write a number that may be tiny: 2.8·10⁻⁷."""
    if not 0 < abs(value) < 0.005:
        return number(float(value), 4)
    digits, power = f"{value:.1e}".split("e")
    return f"{digits}·10{str(int(power)).translate(_RAISED)}"
