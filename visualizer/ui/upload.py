"""The place for a person's own picture, the same on every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from visualizer.material import PictureError
from visualizer.material.picture_limits import (
    FORMAT_LIST,
    MAX_MEGABYTES,
    MAX_MEGAPIXELS,
    SURE_MEGAPIXELS,
)
from visualizer.ui.scripts import styled
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


def say_refusal(error: PictureError, lang: str) -> None:
    """Say why a file was not taken."""
    st.error(text(error.key, lang, **error.details), icon=":material/broken_image:")


def say_changes(notes: Sequence[str], lang: str) -> None:
    """Say what had to be changed in a picture: ``notes`` are keys of texts."""
    if notes:
        changes = " · ".join(text(note, lang) for note in notes)
        st.caption(text("picture.changed", lang, changes=changes))
