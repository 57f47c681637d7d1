"""The question of a tour's step: the teacher's own, answered on the spot."""

from __future__ import annotations

import html

import streamlit as st

from visualizer.tours.tour import Question, Step
from visualizer.ui import details, shell
from visualizer.words.quoting import plainly
from visualizer.words.text import text


@shell.fragment
def question(step: Step, key: str, lang: str) -> None:
    """Draw the step's question, one tap away; nothing where it has none."""
    if step.question is None:
        return
    with details.folded(text("tour.question", lang), f"tour_q_{key}") as is_open:
        if is_open:
            _asked(step.question, key, lang)


def _asked(asked: Question, key: str, lang: str) -> None:
    chosen = st.radio(
        plainly(asked.text.text(lang)),
        range(len(asked.choices)),
        index=None,
        format_func=lambda at: plainly(asked.choices[at].text(lang)),
        key=f"tour_a_{key}",
    )
    if chosen is None:
        return
    if chosen != asked.answer:
        st.markdown(text("tour.wrong", lang))
        return
    why = f" {html.escape(asked.why.text(lang))}" if asked.why is not None else ""
    st.html(f"<p><strong>{html.escape(text('tour.right', lang))}</strong>{why}</p>")
