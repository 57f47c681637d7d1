"""A reader whose server is another one than before: it ended, or forgot a laptop that slept.

The page in the browser connects again by itself, sends what its widgets say, and has the lesson's
numbers in its address; so it comes back as it was, in a session that knows nothing of the visit
before. What only the old session had is gone: a file of the reader's own.
"""

from __future__ import annotations

import secrets

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from visualizer.words.text import text

_VISIT, _LINES, _SAID = "_visit", "_lines", "_came_back_said"
_BEGUN = "begun here"


def note() -> None:
    """Note, at the beginning of the session's first run, whether it goes on from another's."""
    if _VISIT not in st.session_state:
        st.session_state[_VISIT] = secrets.token_hex(4) if _brings_widgets() else _BEGUN


def say(lang: str) -> None:
    """Say once that the reader is back; at the end of a run, as one may be cut short by another."""
    if came_back() and not st.session_state.get(_SAID):
        st.session_state[_SAID] = True
        st.toast(text("shell.came_back", lang), icon=":material/sync:")


def heard() -> None:
    """Count, in a callback, that the browser has opened a new line to the server."""
    st.session_state[_LINES] = int(st.session_state.get(_LINES, 0)) + 1


def answer() -> str:
    """Return what tells the browser that a run which it asked for has come about."""
    return f"{st.session_state[_VISIT]} {st.session_state.get(_LINES, 0)}"


def came_back() -> bool:
    """Tell whether this session goes on from one that is lost."""
    return bool(st.session_state.get(_VISIT, _BEGUN) != _BEGUN)


def key(name: str) -> str:
    """Return the key of a place for a file.

    Of a reader who has come back it is a new one: the old place would go on naming a file that the
    server does not have.
    """
    return f"{name}_{st.session_state[_VISIT]}" if came_back() else name


def _brings_widgets() -> bool:
    """Tell whether the browser has sent values of widgets: a page that it opens has none yet."""
    context = get_script_run_ctx()
    if context is None:
        return False
    # Streamlit has no public way to ask this; tests/browser/test_returning.py would notice.
    return bool(context.session_state._state._new_widget_state.states)
