"""Activation functions: curve and derivative, and what they do to maps, gradients and neurons."""

import numpy as np
import streamlit as st

from visualizer.lessons.activation import example as story
from visualizer.lessons.activation import figure as figures
from visualizer.lessons.activation import words
from visualizer.lessons.activation.parts import point
from visualizer.lessons.activation.parts import sections as parts
from visualizer.lessons.activation.settings import LESSON
from visualizer.notation import number
from visualizer.ui import address, details, player, shell
from visualizer.ui.proof import curve_by_torch, proof
from visualizer.words.text import text

lang = shell.open_page("activation")
values, notices = address.read(LESSON)
address.say(notices, lang)
kind, slope = str(values["act_kind"]), float(values["act_slope"])
parts.sidebar(values, lang)


def curve_page() -> None:
    """Draw everything of a function that works on one number at a time."""
    x = story.grid()
    y, steep = story.function(kind, slope)(x), story.derivative(kind, slope)(x)
    data = point.curve_data(x, y, steep, kind)
    names = (text(f"choice.act_kind.{kind}", lang), text("act.derivative", lang))
    start = int(np.argmin(np.abs(x - story.START)))
    point.chart(figures.curve(x, y, steep, start, names, player.is_dark()), data, names[0])

    @shell.fragment
    def at_the_point() -> None:
        """Everything that follows the point: when it rests, this alone runs again."""
        written = tuple(part.replace("{a}", number(slope)) for part in words.WRITTEN[kind])
        point.slider(LESSON, data, x, (written[0], written[1]), lang)
        here = float(address.current(LESSON)["act_x"])
        code = words.torch_code(kind, slope, here), words.numpy_code(kind, slope, here)
        table = words.at_points(kind, slope, here, lang)
        says, tabs = st.columns(2, gap="large")
        with says:
            st.subheader(text("act.what_title", lang), anchor=False)
            for formula in words.FORMULAS[kind]:
                st.latex(formula)
            st.markdown(words.sentence(kind, slope, here, lang))
        with tabs:
            names = [text(f"common.tab_{n}", lang) for n in ("words", "code", "proof", "take")]
            in_words, in_code, proven, take = st.tabs(names)
        with in_words:
            details.words(text("act.table", lang), table)
        with in_code:
            details.code(*code, lang)
        with proven:
            ours = np.stack([y, steep])
            proof("act_proof", ours, lambda: curve_by_torch(kind, slope, x), lang)
        with take:
            details.take("activation", *code, table, lang)

    at_the_point()
    parts.feature_map(kind, slope, lang)
    parts.vanishing(kind, slope, int(values["act_layers"]), lang)
    parts.dying(float(values["act_bias"]), slope, lang)


if kind == "softmax":
    st.latex(words.FORMULAS["softmax"][0])
    parts.softmax_page(values, lang)
else:
    curve_page()
