"""The contact sheet: what every channel of a layer looks for, made in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from visualizer.lessons.alexnet.figures.looks import contact_sheet
from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.looks import jobs
from visualizer.lessons.alexnet.parts.naming import with_class
from visualizer.lessons.alexnet.parts.places import FINGER, tiles
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.notation import number
from visualizer.settings.lesson import Lesson
from visualizer.ui import shell
from visualizer.ui.charts import is_dark
from visualizer.words.text import text

if TYPE_CHECKING:
    from visualizer.alexnet.looks.made import Wanted

PAGE: Final = 64  # channels on one sheet
_COLUMNS: Final = 16
_EVERY: Final = 2.0  # seconds between two looks at a sheet that grows


def draw(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the sheet, as far as it is made, and what begins or stops it."""
    from visualizer.alexnet.looks.made import table

    count = answer.run.layer(settings.layer).shape[0]
    st.markdown(text("alex.sheet.words", lang))
    first = _page(settings, count, lang)
    all_wanted = _wanted(answer, settings, range(first, min(first + PAGE, count)))
    found = jobs.job("sheet", all_wanted)
    growing = found is not None and not found.over
    made = sum(table().get(each) is not None for each in all_wanted)
    if growing:
        st.button(
            text("alex.stop", lang), key="alex_sheet_stop", icon=":material/stop:",
            on_click=jobs.end, args=("sheet",),
        )  # fmt: skip
    elif made < len(all_wanted):
        st.button(
            text("alex.sheet.make", lang, count=number(len(all_wanted) - made)),
            key="alex_sheet_make", icon=":material/play_arrow:",
            on_click=jobs.begin_sheet, args=(answer.loaded, all_wanted),
        )  # fmt: skip
    part = st.fragment(_grid, run_every=_EVERY if growing else None)
    part(lesson, answer, settings, all_wanted, growing, lang)


def _page(settings: AlexNetSettings, count: int, lang: str) -> int:
    """Draw the choice of a part of the layer; return its first channel."""
    if count <= PAGE:
        return 0
    firsts = list(range(0, count, PAGE))
    key = f"alex_sheet_page_{count}"
    if st.session_state.get(key) not in firsts:
        st.session_state[key] = settings.channel // PAGE * PAGE
    chosen = st.selectbox(
        text("alex.sheet.page", lang), firsts, key=key, width=240,
        format_func=lambda first: f"{first + 1}–{min(first + PAGE, count)}",
    )  # fmt: skip
    return int(chosen)


def _wanted(answer: Answer, settings: AlexNetSettings, channels: range) -> tuple[Wanted, ...]:
    from visualizer.alexnet.looks.made import SHEET_STEPS, Wanted

    generation = answer.loaded.generation
    return tuple(
        Wanted(generation, settings.layer, channel, 0, SHEET_STEPS) for channel in channels
    )


def _grid(
    lesson: Lesson[AlexNetSettings],
    answer: Answer,
    settings: AlexNetSettings,
    all_wanted: tuple[Wanted, ...],
    was_growing: bool,
    lang: str,
) -> None:
    from visualizer.alexnet.looks.made import SMALL, table

    with shell.contained():
        jobs.follow()
        found = jobs.job("sheet", all_wanted)
        growing = found is not None and not found.over
        if was_growing and not growing:
            st.rerun()
        if found is not None and found.state == "failed":
            st.error(text("alex.looks.failed", lang), icon=":material/error:")
        small = [made.small if made else None for made in map(table().get, all_wanted)]
        done = sum(each is not None for each in small)
        if growing:
            words = text("alex.sheet.step", lang, done=number(done), total=number(len(small)))
            st.progress(done / len(small), words)
        if not done:
            return
        channels = [each.channel for each in all_wanted]
        shown = contact_sheet(small, channels, SMALL, min(_COLUMNS, len(small)), is_dark())
        words_of = [with_class(answer, settings.layer, channel, lang) for channel in channels]
        label = text("alex.sheet", lang, name=settings.layer)
        tiles(
            "alex_sheet_tiles", shown, words_of, settings.channel, label,
            lambda channel: jobs.to_channel(lesson, channel), least=FINGER,
        )  # fmt: skip
        st.caption(text("alex.sheet.hint", lang))
