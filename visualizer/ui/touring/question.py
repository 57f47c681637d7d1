"""The question of a tour's step: the teacher's own in the bar, a lesson's in the page's place.

A lesson's question hides what would give the answer away, so it cannot stand above the lesson.
"""

from __future__ import annotations

import html
from zlib import crc32

import streamlit as st

from visualizer.asking import about
from visualizer.tours.tour import Question
from visualizer.ui import details, shell
from visualizer.ui.asking import one
from visualizer.ui.touring.place import Place
from visualizer.words.quoting import plainly
from visualizer.words.text import text

_ASKING = "_tour_asking"  # the place whose question stands instead of the page


def question(where: Place, lang: str) -> None:
    """Draw the way to the step's question; nothing where it has none."""
    key = f"{where.tour.name}_{where.at}"
    if where.step.question is not None:
        _own(where.step.question, key, lang)
    elif where.step.ask:
        asking = is_asking(where)
        st.button(
            text("tour.to_lesson" if asking else "tour.question", lang),
            key="tour_asks",
            type="tertiary",
            icon=":material/undo:" if asking else ":material/quiz:",
            on_click=_turn,
            args=(None if asking else where.written,),
        )


def is_asking(where: Place) -> bool:
    """Tell whether a question of the lesson stands in the page's place."""
    return bool(where.step.ask) and st.session_state.get(_ASKING) == where.written


def stop_asking() -> None:
    """Show the page again."""
    st.session_state.pop(_ASKING, None)


def instead(where: Place, lang: str) -> None:
    """Draw the lesson's question about the step's own example."""
    step = where.step
    settings = step.entry.lesson.parse(dict(step.query))[0]
    asked = about(step.page, step.ask, settings)
    if asked is not None:
        one.draw(asked, f"tour_asked_{crc32(where.written.encode()):x}", lang)


def _turn(written: str | None) -> None:
    st.session_state[_ASKING] = written


@shell.fragment
def _own(asked: Question, key: str, lang: str) -> None:
    with details.folded(text("tour.question", lang), f"tour_q_{key}") as is_open:
        if is_open:
            _asked(asked, key, lang)


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
