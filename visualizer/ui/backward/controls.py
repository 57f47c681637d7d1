"""The controls of the gradient at the output, the same in every lesson with a backward pass."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from visualizer.settings.grids import encode
from visualizer.settings.labels import label
from visualizer.settings.lesson import Lesson
from visualizer.settings.parameters import ChoiceParameter
from visualizer.settings.upstream import with_upstream
from visualizer.ui import address, sources
from visualizer.ui.controls import Controls
from visualizer.ui.details import popped
from visualizer.ui.grid_editor import grid_editor
from visualizer.words.text import known, text


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
    return own if known(own) else f"back.bar_{choice}"


def editor(controls: Controls[Any], field: str, grid: np.ndarray | None) -> None:
    """Draw the table in which the gradient, or the target, is typed: ``field`` names which.

    grid: (maps, rows, columns); nothing is drawn where there is none.
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
            names = [text("common.map", lang, number=i + 1) for i in range(len(grid))]
            grid_editor(key, grid, names, typed, lang)
