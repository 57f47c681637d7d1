"""The dense page while it runs backward: the same drawing, player and tabs."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.backward import words
from visualizer.lessons.dense.backward.code import numpy_backward, torch_backward
from visualizer.lessons.dense.backward.flow import flow
from visualizer.lessons.dense.parts.links import drawing_back
from visualizer.lessons.dense.proof import gradient_by_torch
from visualizer.lessons.dense.scene import drawn
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dense.sidebar import sidebar
from visualizer.ui import charts, details, player, shell
from visualizer.ui.backward import controls
from visualizer.ui.backward.page import Told, following
from visualizer.ui.proof import Proof
from visualizer.words.text import text


def instead(settings: DenseSettings, lang: str) -> None:
    """Where the settings run backward: draw that, and end the page."""
    if settings.pass_ == "forward":
        return
    shown = LESSON.rewound(settings)
    controls.switch(LESSON, lang)
    drawing_back(flow(shown), settings.step, charts.is_dark(), lang)
    _step_by_step(shown, lang)
    sidebar(settings, lang)
    shell.end_page()


@shell.fragment
def _step_by_step(shown: DenseSettings, lang: str) -> None:
    found = flow(shown)
    way = found.way
    still = drawn(shown, charts.is_dark(), lang)
    ours = np.concatenate([part.ravel() for part in found.gradients])
    told = Told(
        file="dense",
        names=words.player_words(found, lang),
        story=words.story(found, lang),
        letters=text("dense.back_letters", lang),
        sentence=lambda step: words.sentence(found, step, lang),
        table=lambda step: words.table(found, step, lang),
        torch=lambda: torch_backward(found),
        numpy=lambda: numpy_backward(found),
        proof=Proof("dense_proof_back", ours, lambda: gradient_by_torch(found)),
    )
    # No drawing of lines has room for the number of each weight: their table stands open.
    whole, at_first = f"dense_back_{way}", way == "weight"
    hidden = not st.session_state.get(whole, at_first)
    quiet = text(f"dense.back_hover_{way}", lang)
    following(LESSON, still, told, lang, quiet=quiet, hidden=hidden)
    with details.folded(text(f"dense.back_whole_{way}", lang), whole, is_open=at_first) as is_open:
        if is_open:
            st.markdown(text(f"dense.back_whole_{way}_words", lang))
            player.stage(LESSON, still, words.stage_alt(found, lang))
