"""A lesson's settings between the address, the widgets and the reader.

Widget keys are the address's parameter names. Streamlit's own binding is not used: it writes a
selectbox's translated label into the address, so that a link made in Korean would not open in
English. Here the lesson's table reads and writes, in one form for both languages.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from visualizer.lessons.registry import PAGES
from visualizer.settings.lesson import Lesson, Notice
from visualizer.settings.messages import notice_sentence
from visualizer.settings.parameters import Value, Values

# Another page's settings are left behind when the reader goes back from it to this one.
_PREFIXES = frozenset(page.prefix for page in PAGES)


def _kept(lesson: Lesson) -> str:
    return f"_{lesson.prefix}_values"


def _told(lesson: Lesson) -> str:
    return f"_{lesson.prefix}_notices"


def _arrived(lesson: Lesson) -> str:
    return f"_{lesson.prefix}_arrivals"


def current(lesson: Lesson) -> Values:
    """Return the settings as they are now; only after ``read`` in this session."""
    return dict(st.session_state[_kept(lesson)])


def elsewhere(lesson: Lesson) -> Values:
    """Return the settings another page's lesson was left with, its defaults if never opened."""
    kept: Values | None = st.session_state.get(_kept(lesson))
    return dict(kept) if kept is not None else lesson.settle(lesson.defaults())[0]


def arrivals(lesson: Lesson) -> int:
    """Return how often an address has set this lesson: the player then goes to its step."""
    return int(st.session_state.get(_arrived(lesson), 0))


def note_page(name: str) -> None:
    """Note, before a page runs, that the reader has come to it from another."""
    if st.session_state.get("_page") != name:
        st.session_state["_page"] = name
        st.session_state["_page_entered"] = True


def read(lesson: Lesson) -> tuple[Values, list[Notice]]:
    """Return the settings of this run, valid and settled, and put them into the widgets.

    The address speaks when the page is entered and on the browser's Back and Forward; from then on
    the widgets do. Settings survive a visit to another page.
    """
    # Settings without a widget stay in the state of the session: they alone tell nothing.
    came = bool(st.session_state.pop("_page_entered", False))
    entered = came or not any(name in st.session_state for name in lesson.names)
    query = {name: st.query_params[name] for name in st.query_params}
    named = any(name.startswith(lesson.prefix + "_") for name in query)
    kept: Values | None = st.session_state.get(_kept(lesson))
    if _is_history() or (entered and (named or kept is None)):
        values, notices = lesson.parse(query)
        st.session_state[_told(lesson)] = (values, notices)
        st.session_state[_arrived(lesson)] = arrivals(lesson) + 1
    else:
        shown = {n: st.session_state[n] for n in lesson.names if n in st.session_state}
        # A settled setting that falls silently into place would be told at the next address.
        values, _ = lesson.settle({**(kept or {}), **shown})
        told = st.session_state.get(_told(lesson))
        notices = told[1] if told and told[0] == values else []
    for name in lesson.names:
        st.session_state[name] = values[name]
    keep(lesson, values)
    return values, notices


def keep(lesson: Lesson, values: Mapping[str, Value]) -> None:
    """Remember settled values and write the address that brings them back."""
    st.session_state[_kept(lesson)] = dict(values)
    wanted = lesson.format(values)
    others = {
        name: st.query_params[name]
        for name in st.query_params
        if name.partition("_")[0] not in _PREFIXES
    }
    if {**others, **wanted} != st.query_params.to_dict():
        st.query_params.from_dict({**others, **wanted})


def change(lesson: Lesson, **changes: Value) -> None:
    """Set some settings from a callback, as if a person had turned those knobs."""
    values, _ = lesson.settle({**st.session_state[_kept(lesson)], **changes})
    st.session_state[_kept(lesson)] = values
    for name in lesson.names:
        st.session_state[name] = values[name]


def reset(lesson: Lesson) -> None:
    """Set everything back, from a callback; the player goes to the first step."""
    change(lesson, **lesson.defaults())
    st.session_state[_arrived(lesson)] = arrivals(lesson) + 1


def say(notices: list[Notice], lang: str) -> None:
    """Show, in one box, everything of the address that could not be taken as it was."""
    if notices:
        lines = [notice_sentence(notice, lang) for notice in notices[:6]]
        body = "\n".join(f"- {line}" for line in lines) if len(lines) > 1 else lines[0]
        st.warning(body, icon=":material/link_off:")


def _is_history() -> bool:
    context = get_script_run_ctx()
    return bool(context is not None and getattr(context, "is_history_navigation", False))
