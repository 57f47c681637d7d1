"""What this unit looks for: a picture made for it, and the places of photos that excite it most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.looks import jobs, patches, photos, picture, sheet
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.settings.lesson import Lesson
from visualizer.ui import shell
from visualizer.ui.details import folded
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.looks.tops import Excited


def looks(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw both parts, folded: of the chosen unit, and of its whole layer."""
    photos.note(answer, settings.photo)
    _unit(lesson, answer, settings, lang)
    _layer(lesson, answer, settings, lang)


@shell.fragment
def _unit(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    jobs.follow()
    title = text("alex.looks", lang)
    with folded(title, "alex_looks", icon=":material/frame_inspect:") as is_open:
        if not is_open:
            return
        st.markdown(text("alex.looks.words", lang))
        made, seen = columns("alex_looks_row", [2, 3], 240)
        with seen:
            found: list[Excited[photos.Source]] = patches.search(answer, settings, lang)
            patches.draw(lesson, answer, settings, found, lang)
        with made:
            picture.draw(answer, settings, found[0] if found else None, lang)
        st.caption(text("alex.looks.caution", lang))


@shell.fragment
def _layer(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    jobs.follow()
    title = text("alex.sheet", lang, name=settings.layer)
    with folded(title, "alex_sheet", icon=":material/grid_on:") as is_open:
        if is_open:
            sheet.draw(lesson, answer, settings, lang)
