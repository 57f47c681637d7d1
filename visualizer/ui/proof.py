"""The proof: torch computes the same, and the greatest difference is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import streamlit as st

from visualizer.notation import precise
from visualizer.words.text import text

TOLERANCE = 1e-9
Theirs = np.ndarray | tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Proof:
    """``ours`` and how torch computes the same; ``key`` of the button.

    ``by_torch`` returns torch's values, or (ours, theirs) where ours depend on what torch drew.
    """

    key: str
    ours: np.ndarray
    by_torch: Callable[[], Theirs]


def proof(wanted: Proof, lang: str) -> None:
    """Draw the button that asks torch, and after a press what came of it."""
    st.markdown(text("proof.lead", lang))
    if not st.button(text("proof.button", lang), key=wanted.key, icon=":material/verified:"):
        return
    with st.spinner(text("proof.working", lang)):
        try:
            found = wanted.by_torch()
        except ImportError:
            st.info(text("proof.missing", lang))
            return
    ours, theirs = found if isinstance(found, tuple) else (wanted.ours, found)
    difference = float(np.max(np.abs(ours - theirs), initial=0.0))
    scale = max(1.0, float(np.max(np.abs(theirs), initial=0.0)))
    written = precise(difference)
    if ours.shape == theirs.shape and difference <= TOLERANCE * scale:
        st.success(text("proof.equal", lang, count=ours.size, difference=written))
        if difference:
            st.caption(text("proof.rounding", lang))
    else:
        st.error(text("proof.unequal", lang, difference=written))
