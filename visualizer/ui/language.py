"""Which language the words are in: the address, then the switch, the browser, at last English."""

from __future__ import annotations

import streamlit as st

from visualizer.words.text import DEFAULT_LANGUAGE, LANGUAGES, text

KEY = "lang"  # the switch's key, and the parameter in the address
_WRITTEN = "_lang_written"  # what the address said when we last saw or wrote it
NAMES = {"en": "English", "ko": "한국어"}  # a language is named in itself
# Text, captions, headings, labels, tabs, buttons and figures: whatever holds words, and not code.
_KOREAN = (
    ".stApp :is(p, li, td, th, h1, h2, h3, h4, h5, h6, label, button, a, span, small, summary)"
)


def current() -> str:
    """Return the language of this run, "en" or "ko"."""
    chosen = st.session_state.get(KEY)
    return chosen if chosen in LANGUAGES else DEFAULT_LANGUAGE


def settle() -> str:
    """Decide the language before anything is drawn, and keep it in the address; return it.

    An address that names a language wins whenever it is new (a link opened, the browser's Back). A
    choice made by hand is written to the address and so survives a change of page and a reload. The
    browser's own language decides only where neither has spoken, and is not written: a link sent on
    leaves the choice to the reader.
    """
    asked = st.query_params.get(KEY)
    wanted = language_of(asked or "")
    known = st.session_state.get(KEY)
    written = st.session_state.get(_WRITTEN)
    guess = _of_browser()
    if wanted is not None and wanted != written:
        lang = wanted
    else:
        lang = known if known in LANGUAGES else guess
    # Set anew each run: Streamlit forgets the state of a widget that a run did not draw.
    st.session_state[KEY] = lang
    if asked is not None or written or lang != guess:
        # Entering another page Streamlit empties the address, and assets/page.js puts the language
        # back. Written from here, before the page is entered, it would take the example of the
        # page that is left out of the history.
        is_kept = asked is None and lang == written
        if asked != lang and not is_kept:
            st.query_params[KEY] = lang
        st.session_state[_WRITTEN] = lang
    return lang


def in_address() -> dict[str, str]:
    """Return what a link has to carry so that its page keeps a language that was chosen."""
    return {KEY: current()} if st.session_state.get(_WRITTEN) else {}


def switch() -> None:
    """Draw the switch."""
    st.segmented_control(
        text("shell.language", current()),
        LANGUAGES,
        required=True,
        format_func=NAMES.__getitem__,
        key=KEY,
        label_visibility="collapsed",
    )


def tell_browser() -> None:
    """Say which language the words are in, for screen readers, and how its lines break.

    Streamlit always says English. Korean lines break between words; it breaks them anywhere.
    """
    lang = current()
    html = f"<script>document.documentElement.lang = '{lang}'</script>"
    if lang == "ko":
        html += f"<style>{_KOREAN} {{ word-break: keep-all; overflow-wrap: anywhere; }}</style>"
    st.html(html, unsafe_allow_javascript=True)


def language_of(tag: str) -> str | None:
    """Return the language of a tag as people and browsers write it; None for one we lack.

    >>> language_of("ko-KR"), language_of("KO"), language_of("en_US"), language_of("fr")
    ('ko', 'ko', 'en', None)
    """
    language = tag.lower().replace("_", "-").partition("-")[0]
    return language if language in LANGUAGES else None


def _of_browser() -> str:
    return language_of(st.context.locale or "") or DEFAULT_LANGUAGE
