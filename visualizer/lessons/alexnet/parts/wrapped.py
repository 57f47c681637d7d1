"""Columns that stand below one another where they would be too narrow for what is in them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from visualizer.ui.scripts import styled


def columns(key: str, shares: int | Sequence[float], least: int) -> list[DeltaGenerator]:
    """Return columns like ``st.columns``, each at least ``least`` pixels wide; ``key`` names them.

    They wrap by the room that the page leaves them: an open sidebar counts, a window's width alone
    does not.
    """
    styled(f".st-key-{key} [data-testid=stColumn] {{ min-width: {least}px; }}")
    with st.container(key=key):
        return st.columns(shares)
