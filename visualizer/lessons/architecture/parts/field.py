"""The part of the page that shows a unit's receptive field on a picture, layer by layer."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import streamlit as st
from PIL import Image

from visualizer.engine.network.fields import map_size
from visualizer.engine.network.walk import Walk
from visualizer.figures.picture import in_place
from visualizer.lessons.architecture import LESSON
from visualizer.lessons.architecture.example import shapes_of, unit_of
from visualizer.lessons.architecture.figures.receptive import Growth, field_figure
from visualizer.lessons.architecture.parts import play
from visualizer.lessons.architecture.parts.effective import effective
from visualizer.lessons.architecture.parts.sections import side_by_side
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.lessons.architecture.stories import field_labels, field_sentence
from visualizer.material import photos as pictures
from visualizer.ui import address
from visualizer.ui.charts import is_dark, one_fits
from visualizer.words.text import text

_CHARTS = {460: "arch_field", 300: "arch_field_phone"}
"""The widths in pixels that the figure is made for, and the keys of its charts."""


def field(walk: Walk, lang: str) -> None:
    """Draw the field of the chosen unit and its controls; to be called in a fragment."""
    settings = address.current(LESSON)
    labels = field_labels(walk, settings, lang)
    names = [name for _, name, _ in labels]
    # The list leaves out layers that do not change the field: the one before stands for them.
    step = settings.step
    places = [_index(walk, name) for name in names]
    shown = max((i for i, place in enumerate(places) if place <= step), default=0)
    with st.container(key="arch_fields"):
        side_by_side("arch_fields", 280)
        drawn, controls = st.columns([3, 2], gap="large")
    with controls:
        st.markdown(text("arch.field_lead", lang))
        _unit(walk, settings, lang)
        if pictures.photo_names():
            st.selectbox(
                text("param.arch_photo", lang),
                pictures.photo_names(),
                key="arch_photo",
                format_func=lambda name: pictures.photo_title(name, lang),
            )
            settings = replace(settings, photo=st.session_state["arch_photo"])
        sentence = field_sentence(walk, settings, lang)
        st.markdown(sentence)
    size = (walk.input_shape[1], walk.input_shape[2])
    picture = _picture(settings.photo, walk.input_shape[0] == 1, *size)
    if not labels:
        address.keep(LESSON, settings)
        return
    with drawn:
        for width in one_fits("arch_field_widths", {w: f"{key}_box" for w, key in _CHARTS.items()}):
            figure = field_figure(
                size, [Growth(*label) for label in labels], text("arch.field_outside", lang),
                dark=is_dark(), step=shown, picture=picture, width=width,
            )  # fmt: skip
            play.played(figure, _CHARTS[width], shown, sentence, lang)
        _step(names, places, shown, lang)
    effective(walk, settings, lang)
    address.keep(LESSON, settings)


def _index(walk: Walk, name: str) -> int:
    return next(step.index for step in walk.steps if step.name == name)


def _unit(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Draw the controls of the unit's row and column, which are counted from 1."""
    index, row, col = unit_of(walk, settings)
    sizes = map_size(walk.layers, shapes_of(walk), index)
    for column, axis, at, size in zip(
        st.columns(2), ("row", "col"), (row, col), sizes, strict=True
    ):
        key = f"arch_{axis}_shown"
        st.session_state[key] = at + 1
        column.number_input(
            text(f"param.arch_{axis}", lang), 1, size, key=key, disabled=size == 1,
            on_change=_to_unit, args=(axis, key),
        )  # fmt: skip


def _to_unit(axis: str, key: str) -> None:
    address.change(LESSON, **{axis: int(st.session_state[key]) - 1})


def _step(names: list[str], places: list[int], shown: int, lang: str) -> None:
    if len(names) < 2:
        return
    key = "arch_step_shown"
    st.session_state[key] = names[shown]

    def moved() -> None:
        address.change(LESSON, step=places[names.index(st.session_state[key])])

    st.select_slider(text("param.arch_step", lang), names, key=key, on_change=moved)


@lru_cache(maxsize=32)
def _picture(name: str, gray: bool, height: int, width: int) -> str | None:
    """Return a photo in the size of the network's input, as a data URI; None without a name."""
    if not name:
        return None
    cells = pictures.resample(pictures.open_photo(name), 1 if gray else 3, height, width)
    pixels = np.rint(cells).astype(np.uint8).transpose(1, 2, 0)
    image = Image.fromarray(np.ascontiguousarray(np.repeat(pixels, 3 if gray else 1, axis=2)))
    return in_place(image, "PNG" if height * width < 4096 else "JPEG")
