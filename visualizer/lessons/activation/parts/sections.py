"""The activation lesson's parts: feature map, gradients, dead neurons, softmax."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer import engine
from visualizer.figures.colors import limit_of
from visualizer.lessons import convolution
from visualizer.lessons.activation import code, softmax, words
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation.proof import softmax_by_torch
from visualizer.lessons.activation.settings import CLASSES, CURVES, ActivationSettings
from visualizer.lessons.convolution import example as convolution_example
from visualizer.notation import shape
from visualizer.ui import address, details, shell
from visualizer.ui.charts import chart, is_dark
from visualizer.ui.controls import Controls
from visualizer.ui.grids import grids
from visualizer.ui.proof import Proof
from visualizer.words.text import text


def feature_map(kind: str, slope: float, lang: str) -> None:
    """Apply the function to the map that the convolution lesson made last, before beside after."""
    st.header(text("act.map_title", lang), anchor=False)
    made = convolution_example.build(address.elsewhere(convolution.LESSON)).trace.output[0]
    after = story.function(kind, slope)(made)
    st.markdown(words.map_words(made, after, kind, lang))
    name, sizes = text(f"choice.act_kind.{kind}", lang), shape(made.shape)
    shown = [(f"{text('act.before', lang)} {sizes}", made), (f"{name} {sizes}", after)]
    # One scale would show nothing where the function squeezes: each map has its own.
    for column, (title, values), limit in zip(
        st.columns(2), shown, (limit_of(made), limit_of(after)), strict=True
    ):
        with column:
            grids(f"act_map_{title == shown[0][0]}", [(title, values)], limit)
    shell.link("convolution", text("act.map_link", lang), icon=":material/grid_on:")


def vanishing(controls: Controls[ActivationSettings]) -> None:
    """Show what is left of the gradient after some layers, for every function."""
    settings, lang = controls.settings, controls.lang
    kind, slope, layers = settings.kind, settings.slope, settings.layers
    st.header(text("act.chain_title", lang), anchor=False)
    controls.show("layers")
    left = [(text(f"choice.act_kind.{k}", lang), story.chain(k, slope, layers)) for k in CURVES]
    told = words.chain_words(layers, lang)
    st.markdown(told)
    axes = (text("act.axis_layers", lang), text("act.axis_gradient", lang))
    figure = figures.chain(left, CURVES.index(kind), axes, is_dark())
    chart(figure, "act_chain", told)


def dying(controls: Controls[ActivationSettings]) -> None:
    """Push a layer's bias down until its neurons die, beside a leaky layer."""
    settings, lang = controls.settings, controls.lang
    slope = settings.slope
    st.header(text("act.dead_title", lang), anchor=False)
    controls.show("bias")
    layer = story.layer(settings.bias, slope)
    st.markdown(words.dead_words(layer, slope, lang))
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


def softmax_page(controls: Controls[ActivationSettings]) -> None:
    """Show softmax whole: shares, the fraction of each class, temperature, no single curve."""
    lang = controls.lang
    z, temperature = controls.settings.logits, controls.settings.temperature
    shares = engine.softmax(z, temperature=temperature)
    names = [text(f"act.class.{name}", lang) for name in CLASSES]
    table = softmax.softmax_table(z, temperature, lang)
    written = softmax.written_shares(z, temperature, percent=True)
    listed = ", ".join(f"{name} {share}%" for name, share in zip(names, written, strict=True))
    figure = figures.shares(names, shares, written, is_dark())
    chart(figure, "act_stage", listed)
    controls.show("temperature")
    colors = list(figures.CLASS_COLORS[is_dark()])
    # Powers beyond e⁵ and shares beyond four decimals are longer to write.
    least = 240 if max(map(abs, z)) < 5 * temperature else 400
    for column, i in zip(
        details.beside("act_fractions", len(z), least=least, gap="small"),
        range(len(z)),
        strict=True,
    ):
        with column:
            st.markdown(f"**{names[i]}**")
            st.latex(softmax.softmax_fraction(z, temperature, i, colors))
    if softmax.shifted(z, temperature):
        st.caption(text("act.shifted", lang))
    if softmax.underflows(z, temperature):
        st.caption(text("act.underflow", lang))
    st.markdown(text("act.softmax_sum", lang))
    why, tabs = details.beside("act_below")
    with why:
        st.header(text("act.many_title", lang), anchor=False)
        st.markdown(text("act.many", lang))
        lines = [
            (text("act.others", lang, raised=label), *story.share_of_first(z, temperature, raised))
            for label, raised in (("±0", 0.0), ("+2", 2.0), ("−2", -2.0))
        ]
        axis = text("act.axis_logit", lang, name=names[0])
        figure = figures.no_single_curve(lines, z[0], axis, is_dark())
        alt = text("act.many", lang)
        chart(figure, "act_many", alt)
    with tabs:
        said = details.Said(
            lambda: text("act.say.softmax", lang),
            lambda: table,
            lambda: code.softmax_torch(z, temperature),
            lambda: code.softmax_numpy(z, temperature),
            "activation",
        )
        proven = Proof("act_proof", shares, lambda: softmax_by_torch(np.array(z), temperature))
        details.tabs(said, proven, lang)
