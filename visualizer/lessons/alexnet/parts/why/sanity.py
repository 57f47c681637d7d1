"""The check with random weights: the same map beside it, and what to conclude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import streamlit as st

from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.parts.answers import abandoned, results
from visualizer.lessons.alexnet.parts.why.found import Asked, Found, Ticks, when_asked
from visualizer.lessons.alexnet.parts.why.shown import laid_over
from visualizer.lessons.alexnet.settings import AlexNetSettings
from visualizer.notation import precise
from visualizer.settings.lesson import Lesson
from visualizer.ui import shell
from visualizer.ui.controls import Controls
from visualizer.ui.details import folded
from visualizer.words.text import text

ALIKE, HALF = 0.5, 0.3  # of a rank correlation: where a map counts as the same, and as half so
_SEED = 2018  # not that of random_model, whose weights a network may have already


@dataclass(frozen=True)
class _Compared:
    """Rank correlations with the map from random weights: with signs, and of strengths alone."""

    signed: float
    strength: float
    has_signs: bool


@shell.fragment
def sanity(
    lesson: Lesson[AlexNetSettings],
    known: Sequence[tuple[Asked, Found]],
    settings: AlexNetSettings,
    lang: str,
) -> None:
    """Draw, one tap away, each map beside the one that random weights give."""
    with folded(text("alex.sanity", lang), "alex_sanity_part", icon=":material/casino:") as is_open:
        if not is_open:
            return
        st.markdown(text("alex.sanity_words", lang))
        with st.container(width=360):
            Controls(lesson, settings, lang).show("sanity")
        if st.session_state["alex_sanity"] != settings.sanity:
            st.rerun()  # the whole page: the address says it too
        if not known[0][0].answer.loaded.weights.trained:
            st.info(text("alex.sanity_untrained", lang), icon=":material/info:")
        for one, what in known:
            _beside(one, what, settings.sanity, lang)


def _beside(one: Asked, what: Found, depth: str, lang: str) -> None:
    name = one.title(lang)
    key = ("sanity", depth, *one.key)
    if not one.slow:
        with st.spinner(text("alex.sanity_working", lang), show_time=False):
            other: Found | None = results().get(key, lambda: _last(_random(one, depth, lang)))
    else:
        other = when_asked(
            key, f"alex_sanity_{one.method}", text("alex.sanity_start", lang, method=name),
            lambda: _random(one, depth, lang), lang,
        )  # fmt: skip
    if other is None:
        return
    titles = [
        text("alex.sanity_here", lang, method=name),
        text(f"alex.sanity_{depth}", lang, method=name),
    ]
    with st.container(width=720):
        for column, each, title in zip(st.columns(2), (what, other), titles, strict=True):
            column.image(in_place(laid_over(one, each)), title, "stretch", alt=title)
    _conclude(_compared(what, other), one, lang)


def _random(one: Asked, depth: str, lang: str) -> Ticks:
    from visualizer.alexnet.attribution.sanity import randomised

    with randomised(one.answer.run, depth, _SEED, abandoned) as run:
        yield from one.run(run, lang)


def _last(ticks: Ticks) -> Found:
    *_, (_, _, last) = ticks
    return last


def _compared(what: Found, other: Found) -> _Compared:
    from visualizer.alexnet.attribution.sanity import likeness

    first, second = what.heat.spread, other.heat.spread
    strength = likeness(np.abs(first), np.abs(second))
    has_signs = bool((first < 0).any() or (second < 0).any())
    return _Compared(likeness(first, second), strength, has_signs)


def _conclude(found: _Compared, one: Asked, lang: str) -> None:
    """Say how alike both maps are, and what follows."""
    if np.isnan(found.signed):
        st.markdown(text("alex.sanity_nothing", lang))
        return
    said = text("alex.sanity_number", lang, likeness=precise(found.signed))
    if found.has_signs:
        said += " " + text("alex.sanity_strength", lang, likeness=precise(found.strength))
    if not one.answer.loaded.weights.trained:
        st.markdown(said)
        return
    if found.signed >= ALIKE:
        verdict = "same"
    elif found.has_signs and found.strength >= ALIKE:
        verdict = "places"
    else:
        verdict = "half" if max(found.signed, found.strength) >= HALF else "other"
    st.markdown(f"{said} {text(f'alex.sanity_is_{verdict}', lang)}")
