"""The controls of an input grid, the same in every lesson that has one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import streamlit as st

from visualizer.material import photos as pictures
from visualizer.settings.inputs import Shape, with_typed
from visualizer.settings.lesson import Lesson
from visualizer.settings.lesson_error import LessonError
from visualizer.settings.messages import error_sentence
from visualizer.settings.parameters import Values
from visualizer.ui import address
from visualizer.ui.controls import Controls
from visualizer.ui.grid_editor import grid_editor
from visualizer.words.text import text


def source(controls: Controls, shape_of: Callable[[Values], Shape]) -> None:
    """Draw what the input is, and the photo or the upload that goes with it."""
    prefix, lang = controls.lesson.prefix, controls.lang
    controls.show(f"{prefix}_input")
    kind = controls.values[f"{prefix}_input"]
    if kind == "photo":
        st.selectbox(
            controls.label(f"{prefix}_photo"),
            pictures.photo_names(),
            key=f"{prefix}_photo",
            format_func=lambda name: pictures.photo_title(name, lang),
        )
    if kind == "upload":
        _upload(controls.lesson, shape_of, lang)


def editor(lesson: Lesson, grid: np.ndarray, lang: str) -> None:
    """Draw the table in which a person types the input's numbers (C, H, W)."""

    def typed(grid: np.ndarray) -> None:
        address.change(lesson, **with_typed(lesson.prefix, address.current(lesson), grid))

    with st.popover(text("edit.input", lang), width="stretch"):
        names = [text("edit.channel", lang, channel=c + 1) for c in range(len(grid))]
        grid_editor(f"{lesson.prefix}_input_editor", grid, names, typed, lang)


def reset_button(lesson: Lesson, lang: str) -> None:
    """Draw the button that sets everything back."""
    st.button(
        text("common.reset", lang),
        icon=":material/restart_alt:",
        on_click=address.reset,
        args=(lesson,),
        width="stretch",
    )


def _upload(lesson: Lesson, shape_of: Callable[[Values], Shape], lang: str) -> None:
    key = f"{lesson.prefix}_upload"
    st.file_uploader(
        text("param.conv_upload", lang),
        key=key,
        on_change=_uploaded,
        args=(lesson, shape_of),
        help=text("upload.hint", lang),
    )
    trouble = st.session_state.get(f"_{key}_trouble")
    if trouble is not None:
        st.error(error_sentence(trouble, lang), icon=":material/broken_image:")


def _uploaded(lesson: Lesson, shape_of: Callable[[Values], Shape]) -> None:
    """Take a new picture's numbers into the settings; what is no picture changes nothing."""
    key = f"{lesson.prefix}_upload"
    st.session_state[f"_{key}_trouble"] = None
    file = st.session_state.get(key)
    if file is None:
        return
    try:
        picture = pictures.open_picture(file.getvalue())
    except LessonError as error:
        st.session_state[f"_{key}_trouble"] = error
        return
    values = address.current(lesson)
    grid = pictures.resample(picture, *shape_of(values))
    address.change(lesson, **with_typed(lesson.prefix, values, grid, "upload"))
