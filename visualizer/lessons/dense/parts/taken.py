"""The map that the fully connected lesson takes over from the convolution lesson."""

from __future__ import annotations

import streamlit as st

from visualizer.lessons import convolution
from visualizer.lessons.convolution.example import build
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.example import capped, map_of
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.settings.grids import encode
from visualizer.ui import address

_TAKEN = "_dense_taken"  # the convolution's address, and the arrival, at the last look


def with_convolution(settings: DenseSettings) -> DenseSettings:
    """Return settings with the map that the convolution lesson last made, if it made a new one.

    An address that brings its own numbers keeps them until the convolution lesson is used again.
    """
    if settings.map != "convolution" or not address.is_known(convolution.LESSON):
        return settings
    made = address.elsewhere(convolution.LESSON)
    now = (convolution.LESSON.format(made.changed(step=0)), address.arrivals(LESSON))
    before = st.session_state.get(_TAKEN)
    st.session_state[_TAKEN] = now
    arrived = before is None or before[1] != now[1]
    if before == now or (arrived and settings.data):
        return settings
    grid = capped(build(made).trace.activated)
    default = map_of(LESSON.defaults())
    same = grid.shape == default.shape and bool((grid == default).all())
    address.change(LESSON, data="" if same else encode(grid))
    settings = address.current(LESSON)
    address.keep(LESSON, settings)
    return settings
