"""What the activation's page says while it runs backward."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from visualizer.figures.packing import pack
from visualizer.lessons.activation import LESSON
from visualizer.lessons.activation.backward import words
from visualizer.lessons.activation.backward.flow import flow
from visualizer.lessons.activation.proof import gradient_by_torch
from visualizer.lessons.activation.settings import ActivationSettings
from visualizer.ui import address, details
from visualizer.ui.proof import Proof
from visualizer.words.text import text


def numbers(settings: ActivationSettings, x: np.ndarray) -> dict[str, Any] | None:
    """Return what the browser writes of the way back at each x; None forward."""
    if settings.pass_ == "forward":
        return None
    found = flow(settings, x)
    return {"back": words.WRITTEN, "given": pack(found.given), "result": pack(found.result)}


def below(x: np.ndarray, lang: str) -> None:
    """Draw what stands under the curve: why, and the tabs. Call it in a fragment."""
    settings = address.current(LESSON)
    says, tabs = details.beside("act_below")
    with says:
        st.header(text("back.title", lang), anchor=False)
        st.latex(words.FORMULA)
        st.markdown(words.sentence(settings, lang))
    with tabs:
        said = details.Said(
            lambda: text("act.table", lang),
            lambda: words.table(settings, lang),
            lambda: words.torch_backward(settings),
            lambda: words.numpy_backward(settings),
            "activation",
        )
        ours = flow(settings, x).result
        proven = Proof("act_proof_back", ours, lambda: gradient_by_torch(settings, x))
        details.tabs(said, proven, lang)
