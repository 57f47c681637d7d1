"""The dropout lesson's sidebar."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.dropout.settings import LESSON
from visualizer.settings.parameters import Values
from visualizer.ui import address
from visualizer.ui.controls import Controls
from visualizer.ui.inputs import reset_button
from visualizer.words.text import text


def sidebar(values: Values, lang: str) -> None:
    """Draw every control of the lesson."""
    controls = Controls(LESSON, values, LESSON.bounds(values), lang)
    with st.sidebar:
        st.markdown(f"##### {text('drop.section_drop', lang)}")
        st.slider(
            controls.label("drop_p"),
            0.0,
            1.0,
            step=0.05,
            key="drop_p",
            help=controls.help("drop_p"),
        )
        controls.show("drop_mode", "drop_seed")
        st.button(
            text("drop.again", lang),
            key="drop_again",
            icon=":material/casino:",
            on_click=_again,
            width="stretch",
        )
        st.markdown(f"##### {text('drop.section_net', lang)}")
        controls.show("drop_inputs", "drop_layers", "drop_neurons", "drop_outputs")
        st.markdown(f"##### {text('drop.section_mean', lang)}")
        controls.show("drop_draws")
        reset_button(LESSON, lang)


def _again() -> None:
    seed = int(address.current(LESSON)["drop_seed"])
    address.change(LESSON, drop_seed=(seed + 1) % 10_000)
