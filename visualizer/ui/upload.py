"""The place for a person's own picture, the same on every page."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakValueDictionary

import streamlit as st
from PIL import Image
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

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

# Above the limit for pictures, so that what is too large is refused by our own sentence.
USUAL_MEGABYTES = 50
_SHOWN = "_largest_place"


@dataclass(frozen=True)
class _Place:
    megabytes: int


_LARGE: Final[WeakValueDictionary[str, _Place]] = WeakValueDictionary()
"""By session, the largest place above the usual; each lives as long as its session."""


def picture_uploader(
    label: str, key: str, changed: Callable[..., None], args: tuple[Any, ...], lang: str
) -> None:
    """Draw the place for a file, and what the file may be, in the reader's language.

    Any file is taken: what is wrong with it our own opener says.
    """
    any_uploader(label, key, lang, changed, args, told=f"{MAX_MEGABYTES} MB")
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


def any_uploader(
    label: str,
    key: str,
    lang: str,
    changed: Callable[..., None] | None = None,
    args: tuple[Any, ...] = (),
    *,
    megabytes: int = USUAL_MEGABYTES,
    told: str = "",
) -> UploadedFile | None:
    """Draw the place for a file of any kind, of which ``changed`` says what is wrong with it.

    megabytes: of 10⁶ bytes; a larger one is refused before it is sent. The server takes as large a
    file as the largest of these places (server.maxUploadSize in .streamlit/config.toml).
    told: how large the reader is told that a file may be, where our own opener takes less.
    """
    if megabytes > USUAL_MEGABYTES:
        _note(megabytes)
    refused = text("upload.refused", lang, most=told or f"{megabytes} MB")
    words = (refused, text("upload.choose", lang), text("upload.drop", lang))
    # Streamlit's own are English; assets/uploads.css puts these in their place.
    written = (json.dumps(word, ensure_ascii=False) for word in words)
    rules = "--refused: {}; --choose: {}; --drop: {};".format(*written)
    styled(f".st-key-{key} {{ {rules} }}")
    return st.file_uploader(label, key=key, on_change=changed, args=args, max_upload_size=megabytes)


def largest_place(session: str) -> int:
    """Return how many megabytes the largest place for a file takes that a session has been shown.

    The server's limits ask it (deploy/limits), which know no widgets.
    """
    place = _LARGE.get(session)
    return place.megabytes if place is not None else USUAL_MEGABYTES


def _note(megabytes: int) -> None:
    context = get_script_run_ctx()
    if context is not None:
        largest = max(megabytes, largest_place(context.session_id))
        place = st.session_state[_SHOWN] = _Place(largest)
        _LARGE[context.session_id] = place


def forget(file: Any) -> None:
    """Free the memory of an uploaded file now; else it is kept until the visit ends."""
    context = get_script_run_ctx()
    remove = getattr(getattr(context, "uploaded_file_mgr", None), "remove_file", None)
    if context is not None and remove is not None:  # only the server's own keeper of files has it
        remove(session_id=context.session_id, file_id=file.file_id)


def say_refusal(error: PictureError, lang: str) -> None:
    """Say why a file was not taken."""
    st.error(text(error.key, lang, **error.details), icon=":material/broken_image:")


def say_changes(notes: Sequence[str], lang: str) -> None:
    """Say what had to be changed in a picture: ``notes`` are keys of texts."""
    if notes:
        changes = " · ".join(text(note, lang) for note in notes)
        st.caption(text("picture.changed", lang, changes=changes))
