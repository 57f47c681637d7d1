"""Trying a smaller size loses nothing: a grid is made anew from what it came from."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def typed() -> None:
    import numpy as np
    import streamlit as st

    from tests.settings.cases import settle
    from visualizer.lessons.convolution import LESSON
    from visualizer.settings.grids import decode, encode
    from visualizer.ui import address, sources

    grid = np.arange(25.0).reshape(1, 5, 5)
    now = settle(LESSON, input="custom", data=encode(grid))
    address.put(LESSON, now)
    sources.remember_typed(LESSON, "data", grid)
    for size in (3, 5):
        now = LESSON.settle(now.changed(size=size, width=size))[0]
        now = sources.follow(LESSON, now, "data", "custom", now.input_shape)
        st.text(repr(decode(now.data).astype(int).tolist()))
    # A number typed into the small grid keeps what lies beyond it.
    small = LESSON.settle(now.changed(size=3, width=3))[0]
    part = decode(small.data).copy()
    part[0, 0, 0] = -7
    sources.remember_typed(LESSON, "data", part)
    now = LESSON.settle(small.changed(data=encode(part), size=5, width=5))[0]
    now = sources.follow(LESSON, now, "data", "custom", now.input_shape)
    st.text(repr(decode(now.data).astype(int).tolist()))
    # Numbers of another origin are left alone, and the source is forgotten.
    other = LESSON.settle(now.changed(data=encode(-grid)))[0]
    st.text(repr(sources.follow(LESSON, other, "data", "custom", other.input_shape) == other))
    st.text(repr("_conv_data_custom" in st.session_state))


def test_typed_numbers_come_back_with_the_size() -> None:
    app = AppTest.from_function(typed, default_timeout=30).run()
    assert not app.exception
    rows = [list(range(5 * row, 5 * row + 5)) for row in range(5)]
    small = [row[:3] for row in rows[:3]]
    changed = [[-7, *rows[0][1:]], *rows[1:]]
    shown = [part.value for part in app.text]
    assert shown == [repr([small]), repr([rows]), repr([changed]), "True", "False"]
