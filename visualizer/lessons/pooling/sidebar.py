"""The pooling lesson's sidebar, in the order one thinks."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.pooling.example import PoolExample
from visualizer.lessons.pooling.settings import EXAMPLES, LESSON, data_shape
from visualizer.settings.parameters import Values
from visualizer.ui import address
from visualizer.ui import inputs as input_controls
from visualizer.ui.controls import Controls
from visualizer.words.text import text


def sidebar(values: Values, example: PoolExample, lang: str) -> None:
    """Draw every control of the lesson."""
    controls = Controls(LESSON, values, LESSON.bounds(values), lang)
    with st.sidebar:
        _heading("common.section_input", lang)
        input_controls.source(controls, data_shape)
        controls.show("pool_size", "pool_channels", "pool_seed")
        input_controls.editor(LESSON, example.input, lang)
        _heading("pool.section_kind", lang)
        controls.show("pool_kind", "pool_kernel")
        if values["pool_kind"] != "global":
            _heading("common.section_motion", lang)
        controls.show("pool_stride", "pool_padding", "pool_ceil", "pool_count_pad")
        _heading("common.section_after", lang)
        controls.show("pool_neurons")
        _heading("pool.section_examples", lang)
        for name, settings in EXAMPLES.items():
            st.button(
                text(f"pool.example_{name}", lang),
                key=f"pool_example_{name}",
                on_click=address.change,
                args=(LESSON,),
                kwargs={**LESSON.defaults(), **settings},
                width="stretch",
            )
        input_controls.reset_button(LESSON, lang)


def _heading(key: str, lang: str) -> None:
    st.markdown(f"##### {text(key, lang)}")
