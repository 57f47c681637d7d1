"""Painting the picture that an output is to become, with what the input is painted with."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import streamlit as st

from visualizer.figures.colors import palette
from visualizer.lessons.registry import ROOT
from visualizer.settings.painted import read_painted
from visualizer.ui import charts, scripts
from visualizer.words.player import labels
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "target"
_STYLES = (ROOT / "assets" / "player" / "player.css", _FOLDER / "target.css")
_OURS = ("painting", "easel", "at")


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_target",
        html=(_FOLDER / "target.html").read_text("utf-8"),
        css="\n".join(sheet.read_text("utf-8") for sheet in _STYLES),
        js=scripts.script("target/target.js"),
    )


def painter(key: str, grid: np.ndarray, painted: Callable[[np.ndarray], None], lang: str) -> None:
    """Draw a grid (maps, rows, columns) to be painted on; ``painted`` gets the whole new one.

    The first map is what is seen. A cell that is painted gets its number in every map.
    """
    maps, rows, columns = grid.shape
    count = f"_{key}_painted"

    def sent() -> None:
        found = read_painted((st.session_state.get(key) or {}).get("painted"), (1, rows, columns))
        if found is not None:
            st.session_state[count] = found.count
            changed = found.grid[0] != grid[0]
            painted(np.where(changed, found.grid[0], grid))

    colors = palette(charts.is_dark())
    own = {name: text(f"back.paint_{name}", lang, row="{row}", col="{col}", value="{value}")
           for name in _OURS}  # fmt: skip
    _component()(
        key=key,
        data=scripts.sent(
            {
                "grid": grid[0].ravel().tolist(),
                "size": [rows, columns],
                "painted": st.session_state.get(count, 0),
                "colors": {
                    name: getattr(colors, name) for name in ("negative", "zero", "positive", "line")
                },
                "labels": {**labels(lang), **own},
            }
        ),
        on_painted_change=sent,
    )
    if maps > 1:
        st.caption(text("back.paint_all", lang))
