"""The places of photos that excite a unit most, each a way to open that photo at that unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import streamlit as st

from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.looks import place
from visualizer.lessons.alexnet.parts import photo
from visualizer.lessons.alexnet.parts.answers import Answer, results
from visualizer.lessons.alexnet.parts.looks import jobs, photos
from visualizer.lessons.alexnet.parts.looks.photos import Source
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.notation import number, precise
from visualizer.settings.lesson import Lesson
from visualizer.ui.charts import is_dark
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.looks.tops import Excited

SHOWN: Final = 6


def search(answer: Answer, settings: AlexNetSettings, lang: str) -> list[Excited[Source]]:
    """Return all photos, the one that excites the chosen channel most first."""
    from visualizer.alexnet.looks.tops import most_excited

    total = len(photos.sources())
    bar, found = st.empty(), []
    for done, each in enumerate(photos.searched(answer.loaded), 1):
        found.append(each)
        if done % 4 == 0:
            words = text("alex.looks.searching", lang, done=number(done), total=number(total))
            bar.progress(done / total, words)
    bar.empty()
    return most_excited(found, settings.layer, settings.channel, total)


def draw(
    lesson: Lesson[AlexNetSettings],
    answer: Answer,
    settings: AlexNetSettings,
    found: list[Excited[Source]],
    lang: str,
) -> None:
    """Draw the best places, and below each the way to it."""
    own = sum(each.photo.own is not None for each in found)
    key = "alex.looks.places_own" if own else "alex.looks.places"
    st.markdown(text(key, lang, photos=number(len(found)), own=number(own)))
    # A field and its photo side by side need more room than a photo alone.
    beside, least = (2, 200) if len(answer.run.layer(settings.layer).shape) == 3 else (3, 130)
    for at in range(0, min(SHOWN, len(found)), beside):
        row = columns(f"alex_looks_places_{at}", beside, least)
        for column, (rank, each) in zip(row, enumerate(found[at : at + beside], at), strict=False):
            with column:
                _one(lesson, answer, settings, each, rank, lang)


def _one(
    lesson: Lesson[AlexNetSettings],
    answer: Answer,
    settings: AlexNetSettings,
    each: Excited[Source],
    rank: int,
    lang: str,
) -> None:
    title = each.photo.title(lang)
    words = text("alex.looks.place_alt", lang, photo=title, value=precise(each.value))
    st.image(in_place(_picture(answer, settings, each), "JPEG", quality=88), width="stretch",
             alt=words)  # fmt: skip
    here = settings.photo == each.photo.name and not each.photo.own
    st.button(
        f"{title}: {precise(each.value)}", key=f"alex_looks_open_{rank}", width="stretch",
        help=None if here else text("alex.looks.open", lang), on_click=_open,
        args=(lesson, each, len(answer.run.layer(settings.layer).shape) == 3),
    )  # fmt: skip


def _open(lesson: Lesson[AlexNetSettings], each: Excited[Source], has_places: bool) -> None:
    if each.photo.own is not None:
        photo.put_back(each.photo.own.kind, each.photo.own.data)
    row, col = (each.row, each.col) if has_places else (0, 0)
    jobs.move(lesson, photo=each.photo.name, row=row, col=col)


def _picture(answer: Answer, settings: AlexNetSettings, each: Excited[Source]) -> np.ndarray:
    from visualizer.alexnet.geometry import field_of

    seen = field_of(answer.run, settings.layer, each.row, each.col).seen
    dark = is_dark()

    def make() -> np.ndarray:
        crop = np.asarray(photos.crop_of(answer.loaded, each.photo))
        edges = (seen.left, seen.top, seen.right, seen.bottom)
        return place(crop, edges, dark)

    if each.photo.own is not None:
        return make()
    key = ("place", answer.loaded.generation, each.photo.name, seen, dark)
    found: np.ndarray = results().get(key, make)
    return found
