"""The controls of an input grid, the same in every lesson that has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st
from PIL import Image

from visualizer.figures.picture import in_place
from visualizer.material import photos
from visualizer.settings.inputs import HasInput, is_picture, with_typed
from visualizer.settings.lesson import Lesson
from visualizer.settings.rules import S
from visualizer.ui import address, sources
from visualizer.ui.controls import Controls
from visualizer.ui.details import popped
from visualizer.ui.grid_editor import grid_editor
from visualizer.ui.upload import taken_picture
from visualizer.words.text import text

PICTURES = ("photo", "upload")
_SMALL = 24  # cells a side: with fewer, nobody sees what the picture shows
_LARGE = 32  # what a picture gets, where the other settings allow as much
_PICTURE_WIDTH = 160  # pixels, as the sidebar shows the picture itself


@dataclass(frozen=True)
class Grown:
    """Sizes (height, width) of a grid that a picture made larger, and how often an address spoke.

    The old size comes back with another kind of input, unless a person has set another meanwhile.
    """

    before: tuple[int, int]
    after: tuple[int, int]
    arrivals: int


def kind(controls: Controls[S]) -> None:
    """Draw the choice of the kind of input; a picture chosen by hand gets a grid to be seen on."""
    lesson = controls.lesson
    st.selectbox(
        controls.label("input"),
        [str(choice) for choice in controls.bounds("input").choices or ()],
        key=lesson["input"].name,
        format_func=controls.title_of("input"),
        help=controls.help("input"),
        on_change=_chosen,
        args=(lesson,),
    )


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
        sources.type_in(lesson, grid)

    key = f"{lesson.prefix}_input_editor"
    with popped(text("edit.input", lang), f"{key}_place") as is_open:
        if is_open:
            names = [text("edit.channel", lang, channel=c + 1) for c in range(len(grid))]
            grid_editor(key, grid, names, typed, lang)


def colours(controls: Controls[S], grid: np.ndarray) -> None:
    """Show a colour picture itself, where its colours are the input's three channels (3, H, W)."""
    settings: Any = controls.settings
    if len(grid) != 3 or not is_picture(settings):
        return
    picture = sources.picture_of(controls.lesson, "data") if settings.input == "upload" else None
    if settings.input == "photo":
        picture = photos.open_photo(settings.photo)
    if picture is None:  # it came with an address: the numbers are all there is
        cells = np.clip(grid, 0, 255).astype(np.uint8).transpose(1, 2, 0)
        shown = Image.fromarray(np.ascontiguousarray(cells)).resize(
            (_PICTURE_WIDTH, _PICTURE_WIDTH * cells.shape[0] // cells.shape[1]),
            Image.Resampling.NEAREST,
        )
    else:
        shown = photos.middle(picture, grid.shape[1] / grid.shape[2])
    words = text("input.three_channels", controls.lang)
    st.image(in_place(shown), words, _PICTURE_WIDTH, alt=words)


def _chosen(lesson: Lesson[S]) -> None:
    """Give a picture room, and take it back when something else is chosen."""
    wanted = st.session_state[lesson["input"].name]
    settings: Any = address.current(lesson)
    if wanted == "photo" or (wanted == "upload" and sources.picture_of(lesson, "data")):
        _into_widgets(lesson, _with_room(lesson, settings))
    elif wanted not in PICTURES:
        grown: Grown | None = st.session_state.pop(_grown(lesson), None)
        now = (settings.size, settings.width)
        if grown and grown.after == now and grown.arrivals == address.arrivals(lesson):
            _into_widgets(lesson, grown.before)


def _with_room(lesson: Lesson[S], settings: Any) -> tuple[int, int]:
    """Return the size (height, width) a picture is to have, and remember the one it replaces."""
    before = after = (settings.size, settings.width)
    if min(before) < _SMALL:
        # As large as leaves every other setting as it is.
        names = ("size", "width") if settings.rect else ("size", "size")
        sides = [lesson.bound(settings, name) for name in names]
        after = (min(_LARGE, int(sides[0].high)), min(_LARGE, int(sides[1].high)))
        grown = Grown(before, after, address.arrivals(lesson))
        st.session_state[_grown(lesson)] = grown
    return after


def _into_widgets(lesson: Lesson[S], size: tuple[int, int]) -> None:
    for name, side in zip(("size", "width"), size, strict=True):
        st.session_state[lesson[name].name] = side


def _grown(lesson: Lesson[S]) -> str:
    return f"_{lesson.prefix}_grown"


def _upload(lesson: Lesson[S], lang: str) -> None:
    def take(picture: Image.Image) -> None:
        settings: Any = address.current(lesson)
        height, width = _with_room(lesson, settings)
        settings = settings.changed(size=height, width=width)
        grid = sources.remember_picture(lesson, "data", picture, settings.input_shape)
        address.put(lesson, with_typed(settings, grid, "upload"))

    known = sources.picture_of(lesson, "data") is not None
    taken_picture(text("input.upload", lang), f"{lesson.prefix}_upload", take, lang, known=known)
