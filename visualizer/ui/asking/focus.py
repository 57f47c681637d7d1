"""Where the keyboard goes when the question changes under it."""

from __future__ import annotations

import json
from functools import cache

import streamlit as st

from visualizer.lessons.registry import ROOT

_SOON = "_asked_focus"


def focus_soon() -> None:
    """Note, in a callback, that what the reader pressed will be gone: the focus has to move on."""
    st.session_state[_SOON] = True


def focus_on(selector: str, which: str) -> None:
    """Move the focus to an element if `focus_soon` was called before this run.

    which: tells this move from the one before; the same script is not run twice.
    """
    if st.session_state.pop(_SOON, False):
        _run(f"window.convscopeFocus({json.dumps(selector)}) // {which}")


def show(selector: str, which: str) -> None:
    """Scroll no further than is needed to see an element; ``which`` as for `focus_on`."""
    _run(f"window.convscopeShow({json.dumps(selector)}) // {which}")


def _run(call: str) -> None:
    st.html(f"<script>{_script()}\n{call}</script>", unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return (ROOT / "assets" / "focus.js").read_text("utf-8")
