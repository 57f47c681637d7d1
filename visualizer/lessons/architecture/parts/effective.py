"""The part of the page that measures what a unit really depends on; torch does it when asked."""

from __future__ import annotations

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from visualizer.engine.network.walk import Walk
from visualizer.lessons.architecture.effective import Measured, can_be_measured, measured
from visualizer.lessons.architecture.figures.effective import effective_figure, profile_figure
from visualizer.lessons.architecture.settings import ArchitectureSettings
from visualizer.material import photos as pictures
from visualizer.notation import number, percent, shape
from visualizer.ui import details
from visualizer.ui.charts import chart, is_dark, one_fits
from visualizer.words.text import text

_CHARTS = {460: "arch_effective_wide", 300: "arch_effective_phone"}
_ASKED = "arch_effective_asked"


def effective(walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    """Draw the folded part; opened it has a button, and after a press what was measured."""
    with details.folded(text("arch.effective", lang), "arch_effective") as is_open:
        if not is_open:
            return
        st.markdown(text("arch.effective_lead", lang))
        if not can_be_measured(walk, settings):
            st.info(text("arch.effective_cannot", lang))
            return
        unit = (settings.net, settings.layer, settings.row, settings.col)
        go = text("arch.effective_button", lang)
        if st.button(go, key="arch_effective_go", icon=":material/straighten:"):
            st.session_state[_ASKED] = unit
        if st.session_state.get(_ASKED) != unit:
            return
        with st.spinner(text("arch.effective_working", lang)):
            try:
                found = measured(walk, settings)
            except ImportError:
                st.info(text("arch.effective_no_torch", lang))
                return
        if found is None:
            st.info(text("arch.effective_none", lang))
        else:
            _show(found, walk, settings, lang)


def _show(found: Measured, walk: Walk, settings: ArchitectureSettings, lang: str) -> None:
    field = shape((found.field.height, found.field.width))
    middle = shape((found.middle.height, found.middle.width))
    names = (
        text("arch.effective_theory", lang, field=field),
        text("arch.effective_half", lang, field=middle),
    )
    photo = _photo(settings.photo, walk.input_shape)
    alt = text("arch.effective_alt", lang, field=field, middle=middle)
    for width in one_fits("arch_effectives", {w: f"{key}_box" for w, key in _CHARTS.items()}):
        figure = effective_figure(
            found.strength, found.field, found.middle, names,
            dark=is_dark(), photo=photo, width=width,
        )  # fmt: skip
        chart(figure, _CHARTS[width], alt)
    axes = (
        text("arch.effective_row", lang, row=found.row + 1),
        text("arch.effective_strength", lang),
    )
    profile = profile_figure(found.strength, found.row, found.field, axes, dark=is_dark())
    peak = int(found.strength[found.row].argmax()) + 1
    told = text(
        "arch.effective_profile_alt", lang, row=found.row + 1, peak=peak,
        left=found.field.left + 1, right=found.field.right + 1,
    )  # fmt: skip
    chart(profile, "arch_effective_profile", told)
    st.markdown(
        text(
            "arch.effective_found", lang, field=field, middle=middle, share=percent(found.share),
            strong=number(found.strong), side=round(found.side), draws=found.draws,
        )
    )  # fmt: skip
    st.markdown(text("arch.effective_why", lang))


def _photo(name: str, wanted: tuple[int, ...]) -> NDArray[np.float64] | None:
    """Return a photo in the size of the network's input; None without a name."""
    if not name:
        return None
    channels, height, width = wanted
    return pictures.resample(pictures.open_photo(name), 1 if channels == 1 else 3, height, width)
