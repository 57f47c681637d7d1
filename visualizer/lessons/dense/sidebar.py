"""The fully connected lesson's sidebar, and the map it takes over from the convolution lesson."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons.convolution.settings import LESSON as CONVOLUTION
from visualizer.lessons.dense.example import convolution_map, map_of
from visualizer.lessons.dense.settings import LESSON
from visualizer.settings.grids import encode
from visualizer.settings.parameters import Values
from visualizer.ui import address
from visualizer.ui.controls import Controls
from visualizer.ui.inputs import reset_button
from visualizer.words.text import text

_TAKEN = "_dense_taken"  # the convolution's address, and the arrival, at the last look


def with_convolution(values: Values) -> Values:
    """Return ``values`` with the map that the convolution lesson last made, if it made a new one.

    An address that brings its own numbers keeps them until the convolution lesson is used again.
    """
    if values["dense_map"] != "convolution":
        return values
    made = address.elsewhere(CONVOLUTION)
    now = (CONVOLUTION.format({**made, "conv_step": 0}), address.arrivals(LESSON))
    before = st.session_state.get(_TAKEN)
    st.session_state[_TAKEN] = now
    arrived = before is None or before[1] != now[1]
    if before == now or (arrived and values["dense_data"]):
        return values
    grid = convolution_map(made)
    default = map_of(LESSON.defaults())
    same = grid.shape == default.shape and bool((grid == default).all())
    changes: Values = {"dense_data": "" if same else encode(grid)}
    address.change(LESSON, **changes)
    values = address.current(LESSON)
    address.keep(LESSON, values)
    return values


def sidebar(values: Values, lang: str) -> None:
    """Draw every control of the lesson."""
    controls = Controls(LESSON, values, LESSON.bounds(values), lang)
    with st.sidebar:
        st.markdown(f"##### {text('common.section_input', lang)}")
        controls.show("dense_map", "dense_channels", "dense_size")
        st.caption(text("dense.capped", lang))
        st.markdown(f"##### {text('dense.section_layer', lang)}")
        controls.show("dense_outputs", "dense_seed")
        reset_button(LESSON, lang)
