"""The two ways to use the camera: one picture, as always, or live; the second is one tap away."""

from __future__ import annotations

from typing import Final

import streamlit as st

from visualizer.ui.address import WHILE_HERE
from visualizer.words.text import text

# It is in no address, and gone when the reader leaves: no link switches a camera on.
WAY: Final = f"{WHILE_HERE}alex_way"
ONE, LIVE = "one", "live"


def choose(lang: str) -> bool:
    """Draw the choice; return whether it is live."""
    way = st.segmented_control(
        text("alex.live.way", lang),
        (ONE, LIVE),
        key=WAY,
        default=ONE,
        required=True,
        format_func=lambda name: text(f"alex.live.way.{name}", lang),
        label_visibility="collapsed",
    )
    if way == LIVE:
        st.caption(text("alex.live.here", lang))
    return way == LIVE


def is_live() -> bool:
    """Tell whether the camera is the page's photo, and live."""
    return st.session_state.get(WAY) == LIVE
