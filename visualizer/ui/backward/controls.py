"""The controls of the gradient at the output, the same in every lesson with a backward pass."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st
from PIL import Image

from visualizer.settings.grids import encode
from visualizer.settings.labels import label
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import ChoiceParameter
from visualizer.settings.rules import S
from visualizer.settings.upstream import Shape, with_upstream
from visualizer.ui import address, sources
from visualizer.ui.backward.painting import painter
from visualizer.ui.controls import Controls
from visualizer.ui.details import popped
from visualizer.ui.grid_editor import grid_editor
from visualizer.ui.upload import taken_picture
from visualizer.words.text import known as is_known
from visualizer.words.text import text


def switch(lesson: Lesson[Any], lang: str) -> None:
    """Draw the way back, and to the other gradients, above a stage that runs backward."""
    parameter = lesson["pass_"]
    assert isinstance(parameter, ChoiceParameter)
    key = f"{lesson.prefix}_pass_bar"
    now = str(address.current(lesson).pass_)
    st.session_state[key] = now

    def turned() -> None:
        address.change(lesson, pass_=st.session_state[key] or now)

    st.segmented_control(
        label(parameter.name, lang), parameter.choices, key=key,
        format_func=lambda choice: text(_bar(lesson, choice), lang),
        label_visibility="collapsed", on_change=turned,
    )  # fmt: skip


def _bar(lesson: Lesson[Any], choice: str) -> str:
    """Return the key of what a way is called above the stage: the lesson's own, else the common."""
    own = f"{lesson.prefix}.back_bar_{choice}"
    return own if is_known(own) else f"back.bar_{choice}"


def aim(controls: Controls[S], shape: Shape) -> None:
    """Draw the choice of the target picture, named as the input's are, and the place for a file.

    shape: the output's (maps, rows, columns).
    """
    if "aim" not in controls.relevant:
        return
    lesson, lang = controls.lesson, controls.lang
    st.selectbox(
        controls.label("aim"),
        [str(choice) for choice in controls.bounds("aim").choices or ()],
        key=lesson["aim"].name,
        format_func=controls.title_of("aim"),
        help=controls.help("aim"),
    )
    settings: Any = controls.settings
    if settings.aim == "upload":

        def take(picture: Image.Image) -> None:
            # In grey: every map of the output is to become the same picture.
            grid = sources.remember_picture(lesson, "target", picture.convert("L"), shape)
            wished = with_upstream(address.current(lesson), "target", encode(grid), "upload")
            address.put(lesson, wished)

        key, known = f"{lesson.prefix}_aim_upload", sources.picture_of(lesson, "target") is not None
        taken_picture(text("back.aim_upload", lang), key, take, lang, known=known)


def editor(controls: Controls[Any], field: str, grid: np.ndarray | None) -> None:
    """Draw the table in which the gradient, or the target, is typed: ``field`` names which.

    A target that is a picture can be painted as well. grid: (maps, rows, columns); nothing is drawn
    where there is none.
    """
    if grid is None or "upstream" not in controls.relevant:
        return
    lesson, lang = controls.lesson, controls.lang

    def typed(grid: np.ndarray) -> None:
        sources.remember_typed(lesson, field, grid)
        address.put(lesson, with_upstream(address.current(lesson), field, encode(grid)))

    key = f"{lesson.prefix}_{field}_editor"
    with popped(text(f"back.edit_{field}", lang), f"{key}_place") as is_open:
        if is_open:
            if field == "target" and "aim" in controls.relevant:
                painter(f"{lesson.prefix}_target_paint", grid, typed, lang)
            names = [text("common.map", lang, number=i + 1) for i in range(len(grid))]
            grid_editor(key, grid, names, typed, lang)
