"""The controls of an input grid, the same in every lesson that has one."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from visualizer.material import PictureError, open_picture, photos
from visualizer.settings.inputs import HasInput, with_typed
from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import S
from visualizer.ui import address, sources
from visualizer.ui.controls import Controls
from visualizer.ui.grid_editor import grid_editor
from visualizer.ui.upload import picture_uploader, say_changes, say_refusal
from visualizer.words.text import text


def photo_or_upload(controls: Controls[S]) -> None:
    """Draw the choice of a photo, or the place for a file, where the input is one."""
    settings: HasInput = controls.settings  # type: ignore[assignment]  # a lesson with an input
    if settings.input == "photo":
        st.selectbox(
            controls.label("photo"),
            photos.photo_names(),
            key=controls.lesson["photo"].name,
            format_func=lambda name: photos.photo_title(name, controls.lang),
        )
    if settings.input == "upload":
        _upload(controls.lesson, controls.lang)


def editor(controls: Controls[S], grid: np.ndarray) -> None:
    """Draw the table in which a person types the input's numbers (C, H, W)."""
    lesson, lang = controls.lesson, controls.lang

    def typed(grid: np.ndarray) -> None:
        sources.remember_typed(lesson, "data", grid)
        address.put(lesson, with_typed(address.current(lesson), grid))

    with st.popover(text("edit.input", lang), width="stretch"):
        names = [text("edit.channel", lang, channel=c + 1) for c in range(len(grid))]
        grid_editor(f"{lesson.prefix}_input_editor", grid, names, typed, lang)


def _upload(lesson: Lesson[S], lang: str) -> None:
    key = f"{lesson.prefix}_upload"
    picture_uploader(text("input.upload", lang), key, _uploaded, (lesson,), lang)
    trouble: PictureError | None = st.session_state.get(f"_{key}_trouble")
    if trouble is not None:
        say_refusal(trouble, lang)
    say_changes(st.session_state.get(f"_{key}_notes", ()), lang)


def _uploaded(lesson: Lesson[S]) -> None:
    """Take a new picture's numbers into the settings; what is no picture changes nothing."""
    key = f"{lesson.prefix}_upload"
    st.session_state[f"_{key}_trouble"] = None
    st.session_state[f"_{key}_notes"] = ()
    file = st.session_state.get(key)
    if file is None:
        return
    try:
        picture = open_picture(file.getvalue())
    except PictureError as error:
        st.session_state[f"_{key}_trouble"] = error
        return
    st.session_state[f"_{key}_notes"] = picture.notes
    settings: Any = address.current(lesson)
    grid = sources.remember_picture(lesson, "data", picture.image, settings.input_shape)
    address.put(lesson, with_typed(settings, grid, "upload"))
