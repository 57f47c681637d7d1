"""Opening a saved example again: in its own lesson, or on the way to it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from visualizer.lessons.registry import PageEntry, page_named
from visualizer.taking.saved import MOST_BYTES, Loaded, LoadError, parse
from visualizer.ui import address, details, shell
from visualizer.ui.upload import any_uploader
from visualizer.words.quoting import quoted
from visualizer.words.text import text

_FILE, _CAME, _MOVED = "take_file", "_take_came", "_take_moved"


@dataclass(frozen=True)
class _Came:
    """What came of a file: what was loaded, or why it was not."""

    file: str
    loaded: Loaded | None = None
    error: LoadError | None = None


def draw(entry: PageEntry, lang: str) -> None:
    """Draw the place for a file, one tap away; call it in a fragment."""
    if st.session_state.pop(_MOVED, False):
        st.rerun()  # the whole page has other settings now
    title = text("take.open", lang)
    with details.folded(title, "take_open", icon=":material/upload_file:") as is_open:
        if not is_open:
            return
        label, told = text("take.open_file", lang), f"{MOST_BYTES // 1_000_000} MB"
        any_uploader(label, _FILE, lang, _opened, (entry.name,), told=told)
        came: _Came | None = st.session_state.get(_CAME)
        if came is not None and st.session_state.get(_FILE) is not None:
            _say(came, entry, lang)


def _opened(page: str) -> None:
    """Take the file that has come; the page's own example is set at once."""
    file = st.session_state.get(_FILE)
    if file is None:
        st.session_state.pop(_CAME, None)
        return
    try:
        if file.size > MOST_BYTES:
            raise LoadError("take.too_large", megabytes=MOST_BYTES // 1_000_000)
        loaded = parse(file.getvalue())
    except LoadError as error:
        st.session_state[_CAME] = _Came(file.name, error=error)
        return
    st.session_state[_CAME] = _Came(file.name, loaded)
    if loaded.lesson == page:
        address.open_with(page_named(page).lesson, loaded.settings)
        st.session_state[_MOVED] = True


def _say(came: _Came, entry: PageEntry, lang: str) -> None:
    file = quoted(came.file)
    if came.error is not None:
        st.error(came.error.sentence(lang), icon=":material/broken_image:")
    elif came.loaded is not None and came.loaded.lesson == entry.name:
        key = "take.opened" if came.loaded.agrees else "take.opened_differs"
        say = st.success if came.loaded.agrees else st.warning
        say(text(key, lang, file=file))
    elif came.loaded is not None:
        other = page_named(came.loaded.lesson)
        st.info(text("take.elsewhere", lang, file=file))
        shell.link(
            other.name,
            text("take.go", lang, lesson=text(f"nav.{other.name}", lang)),
            icon=":material/arrow_forward:",
            settings=other.lesson.format(came.loaded.settings),
        )
