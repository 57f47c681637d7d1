"""The place for a person's own picture, the same on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from PIL import Image

from visualizer.material import PictureError, open_picture
from visualizer.material.picture_limits import (
    FORMAT_LIST,
    MAX_MEGABYTES,
    MAX_MEGAPIXELS,
    SURE_MEGAPIXELS,
)
from visualizer.ui.scripts import styled
from visualizer.ui.view import returning
from visualizer.words.text import text


def picture_uploader(
    label: str, key: str, changed: Callable[..., None], args: tuple[Any, ...], lang: str
) -> None:
    """Draw the place for a file, and what the file may be, in the reader's language.

    Any file is taken: what is wrong with it our own opener says. Streamlit's line inside, in
    English and with the server's limit instead of ours, is left out.
    """
    styled(f".st-key-{key} [data-testid=stFileUploaderDropzoneInstructions] {{ display: none; }}")
    st.file_uploader(label, key=key, on_change=changed, args=args)
    st.caption(
        text(
            "picture.hint",
            lang,
            formats=FORMAT_LIST,
            megabytes=MAX_MEGABYTES,
            most=MAX_MEGAPIXELS,
            sure=SURE_MEGAPIXELS,
        )
    )


def taken_picture(
    label: str, key: str, take: Callable[[Image.Image], None], lang: str, *, known: bool
) -> None:
    """Draw the place for a file of which ``take`` gets the picture, and say what became of it.

    known: whether the session has a picture from here.
    """
    place = returning.key(key)
    picture_uploader(label, place, _uploaded, (key, place, take), lang)
    if returning.came_back() and not known:
        st.caption(text("shell.source_lost", lang))
    trouble: PictureError | None = st.session_state.get(f"_{key}_trouble")
    if trouble is not None:
        say_refusal(trouble, lang)
    say_changes(st.session_state.get(f"_{key}_notes", ()), lang)


def _uploaded(key: str, place: str, take: Callable[[Image.Image], None]) -> None:
    """Hand over a new picture; what is no picture changes nothing."""
    st.session_state[f"_{key}_trouble"] = None
    st.session_state[f"_{key}_notes"] = ()
    file = st.session_state.get(place)
    if file is None:
        return
    try:
        picture = open_picture(file.getvalue())
    except PictureError as error:
        st.session_state[f"_{key}_trouble"] = error
        return
    st.session_state[f"_{key}_notes"] = picture.notes
    take(picture.image)


def say_refusal(error: PictureError, lang: str) -> None:
    """Say why a file was not taken."""
    st.error(text(error.key, lang, **error.details), icon=":material/broken_image:")


def say_changes(notes: Sequence[str], lang: str) -> None:
    """Say what had to be changed in a picture: ``notes`` are keys of texts."""
    if notes:
        changes = " · ".join(text(note, lang) for note in notes)
        st.caption(text("picture.changed", lang, changes=changes))
