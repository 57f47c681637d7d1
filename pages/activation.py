"""Activation functions: curve and derivative, and what they do to maps, gradients and neurons."""

import numpy as np
import streamlit as st

from visualizer.lessons.activation import LESSON, code, words
from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation.parts import backward, point, sections
from visualizer.lessons.activation.parts.two_layers import straight
from visualizer.lessons.activation.proof import curve_by_torch
from visualizer.lessons.activation.sidebar import sidebar
from visualizer.notation import precise
from visualizer.ui import address, charts, details, shell
from visualizer.ui.asking import mode as asking
from visualizer.ui.backward.controls import switch
from visualizer.ui.controls import Controls
from visualizer.ui.proof import Proof
from visualizer.ui.view.component import end_if_embedded
from visualizer.words.text import text

lang = shell.open_page("activation")
settings, notices = address.read(LESSON)
address.say(notices, lang)
asking.instead("activation", LESSON.forward(settings), lang)
kind, slope = settings.kind, settings.slope
sidebar(settings, lang)
controls = Controls(LESSON, settings, lang)


def curve_page() -> None:
    """Draw everything of a function that works on one number at a time."""
    x = story.grid()
    y, steep = story.function(kind, slope)(x), story.derivative(kind, slope)(x)
    names = (text(f"choice.act_kind.{kind}", lang), text("act.derivative", lang))
    start = int(np.argmin(np.abs(x - story.START)))
    figure = figures.curve(x, y, steep, start, names, charts.is_dark())
    if settings.pass_ != "forward":
        switch(LESSON, lang)
    data = point.chart(figure, x, y, steep, names[0])

    @shell.fragment
    def at_the_point() -> None:
        """Everything that follows the point: when it rests, this alone runs again."""
        first, second = (part.replace("{a}", precise(slope)) for part in words.WRITTEN[kind])
        point.slider(data, x, (first, second), lang, backward.numbers(settings, x))
        end_if_embedded()
        if settings.pass_ != "forward":
            backward.below(x, lang)
            return
        here = address.current(LESSON).x
        says, tabs = details.beside("act_below")
        with says:
            st.header(text("act.what_title", lang), anchor=False)
            for formula in words.FORMULAS[kind]:
                st.latex(formula)
            st.markdown(words.sentence(kind, slope, here, lang))
        with tabs:
            said = details.Said(
                lambda: text("act.table", lang),
                lambda: words.at_points(kind, slope, here, lang),
                lambda: code.torch_code(kind, slope, here),
                lambda: code.numpy_code(kind, slope, here),
                "activation",
            )
            ours = np.stack([y, steep])
            proven = Proof("act_proof", ours, lambda: curve_by_torch(kind, slope, x))
            details.tabs(said, proven, lang)

    at_the_point()
    if settings.pass_ != "forward":
        return
    straight(lang)
    sections.feature_map(kind, slope, lang)
    sections.vanishing(controls)
    sections.dying(controls)


if kind == "softmax":
    st.latex(words.FORMULAS["softmax"][0])
    sections.softmax_page(controls)
else:
    curve_page()
