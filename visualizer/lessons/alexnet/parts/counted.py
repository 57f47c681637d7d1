"""A number input for a place: the page counts from 1, settings and addresses from 0."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def counted(label: str, key: str, at: int, count: int, chosen: Callable[[int], None]) -> None:
    """Draw an input for one of ``count`` places, the one at ``at`` (from 0) chosen.

    The widget is keyed ``<key>_shown``; ``chosen`` is told the new place, from 0.
    """
    shown = f"{key}_shown"
    st.session_state[shown] = at + 1
    st.number_input(
        label, 1, count, key=shown, disabled=count == 1,
        on_change=lambda: chosen(int(st.session_state[shown]) - 1),
    )  # fmt: skip
