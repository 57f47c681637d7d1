"""The part of the page: what is asked for, one method's map or two side by side, two checks."""

from __future__ import annotations

import numpy as np
import streamlit as st

from visualizer.lessons.alexnet.parts.answers import Answer
from visualizer.lessons.alexnet.parts.prediction import percent
from visualizer.lessons.alexnet.parts.why import deletion, sanity, shown
from visualizer.lessons.alexnet.parts.why.found import Asked, Found, asked, found
from visualizer.lessons.alexnet.parts.wrapped import columns
from visualizer.lessons.alexnet.settings import BEST, AlexNetSettings
from visualizer.settings.lesson import Lesson
from visualizer.ui.controls import Controls
from visualizer.ui.details import beside
from visualizer.words.text import text

Pair = tuple[Asked, Found]


def why(
    lesson: Lesson[AlexNetSettings], answer: Answer, settings: AlexNetSettings, lang: str
) -> None:
    """Draw the controls, the evidence for a class, and how far it can be trusted."""
    controls = Controls(lesson, settings, lang)
    first, second, third, fourth = columns("alex_why", [2, 3, 2, 2], 150)
    with first:
        controls.show("method")
    with second:
        st.selectbox(
            text("param.alex_class", lang), _classes(answer), key="alex_class",
            format_func=lambda index: _class_name(answer, index, lang),
        )  # fmt: skip
    with third:
        controls.show("cam_layer", "patch", "baseline")
    with fourth:
        controls.show("second")
    index = settings.class_
    if index == BEST:
        index = answer.prediction.top[0].name.index
    wanted = asked(answer, settings, index)
    known = _one(wanted[0], lang) if len(wanted) == 1 else _two(wanted, lang)
    if not known:
        return
    shown.sheet_of(answer, known, lang)
    if len(known) == 2:
        shown.likeness_of(known, lang)
    sanity.sanity(lesson, known, settings, lang)
    deletion.deletion(known, lang)


def _one(one: Asked, lang: str) -> list[Pair]:
    st.markdown(text(f"alex.about_{one.method}", lang))
    what = found(one, lang)
    if what is None:
        return []
    shown.alone(one, what, lang)
    return [(one, what)]


def _two(wanted: list[Asked], lang: str) -> list[Pair]:
    """Draw two methods side by side, below each other where there is no room."""
    known = []
    for column, one in zip(beside("alex_two", 2, least=340), wanted, strict=True):
        with column:
            st.markdown(f"**{one.title(lang)}**")
            st.markdown(text(f"alex.about_{one.method}", lang))
            what = found(one, lang)
            if what is not None:
                shown.paired(one, what, lang)
                known.append((one, what))
    return known


def _classes(answer: Answer) -> list[int]:
    """All classes, the most probable first."""
    order = np.argsort(-answer.run.probabilities, kind="stable")
    return [BEST, *order.tolist()]


def _class_name(answer: Answer, index: int, lang: str) -> str:
    if index == BEST:
        best = answer.prediction.top[0]
        return text("alex.best_class", lang, name=best.name.name(lang))
    share = percent(float(answer.run.probabilities[index]))
    return f"{answer.loaded.weights.classes[index].name(lang)} · {share}"
