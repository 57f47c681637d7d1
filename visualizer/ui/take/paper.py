"""The worksheet: for which paper, how many, from which seed; printed when its button is pressed."""

from __future__ import annotations

from typing import Any

import streamlit as st

from visualizer.material.randomness import LAST_SEED
from visualizer.notation import number
from visualizer.taking.paper.blocks import MOST_GRIDS, MOST_SIDE
from visualizer.taking.sheets import MOST_SHEETS, PAPERS, fits_paper, worksheets
from visualizer.taking.taken import Taken
from visualizer.ui import details
from visualizer.words.text import text


def draw(taken: Taken[Any], settings: Any, lang: str) -> None:
    """Draw a lesson's worksheet, one tap away, or say that its example is too large for paper."""
    title = text("take.worksheet", lang)
    with details.folded(title, "take_sheet", icon=":material/print:") as is_open:
        if not is_open:
            return
        if fits_paper(taken, settings, lang):
            _choices(taken, settings, lang)
            return
        grids, side = number(MOST_GRIDS), number(MOST_SIDE)
        st.markdown(text("take.too_large_for_paper", lang, grids=grids, side=side))


def _choices(taken: Taken[Any], settings: Any, lang: str) -> None:
    size = st.segmented_control(
        text("take.paper", lang),
        PAPERS,
        default=PAPERS[0],
        required=True,
        format_func=lambda name: text(f"take.paper_{name}", lang),
        key="take_paper",
    )
    count, seed = 1, 0
    if taken.other is not None:
        with st.container(horizontal=True):
            count = st.number_input(
                text("take.count", lang),
                1,
                MOST_SHEETS,
                1,
                key="take_count",
                help=text("take.count_help", lang),
            )
            seed = st.number_input(text("take.seed", lang), 0, LAST_SEED, 1, key="take_seed")
    key = st.checkbox(text("take.key", lang), True, key="take_key")
    details.download(
        text("take.pdf", lang),
        lambda: worksheets(taken, settings, lang, size=size, count=count, seed=seed, key=key),
        f"{taken.name}_{lang}.pdf",
    )
