"""Pictures made of places: a click on one tells which, also while the page runs again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import streamlit as st

from visualizer.figures.colors import Floats, palette
from visualizer.figures.packing import pack
from visualizer.lessons.alexnet.figures.maps import Mosaic
from visualizer.lessons.registry import ROOT
from visualizer.ui import scripts
from visualizer.ui.charts import is_dark

FINGER = 40  # pixels: the least width of what a finger chooses
_FOLDER = ROOT / "assets" / "places"


@lru_cache(maxsize=2)
def _component(name: str) -> Callable[..., Any]:
    return st.components.v2.component(
        f"convscope_{name}",
        html=(_FOLDER / f"{name}.html").read_text("utf-8"),
        css=(_FOLDER / f"{name}.css").read_text("utf-8"),
        js=scripts.script(f"places/{name}.js"),
    )


def tiles(
    key: str,
    shown: Mosaic,
    words: Sequence[str] | Floats,
    chosen: int,
    label: str,
    picked: Callable[[int], None],
    least: int = 0,
) -> None:
    """Draw a mosaic, keyed ``key``; ``picked`` is told the channel that is clicked.

    words: what each says when pointed at; or the numbers (rows, columns) themselves, which the
    browser writes, each with its row and column: a large map has thousands. chosen: the channel
    with an outline. label: what it shows, for those who do not see it. least: how wide one must be
    for a finger, 0 if it may be smaller.
    """
    height, width = shown.tile
    data = {
        "picture": shown.picture,
        "columns": shown.columns,
        "tile": [width + shown.gap, height + shown.gap], "numbers": list(shown.channels),
        **_told(words), "chosen": chosen, "least": least, "label": label,
        "accent": palette(is_dark()).accent,
    }  # fmt: skip
    _draw("tiles", key, data, lambda number: picked(int(number)))


def _told(words: Sequence[str] | Floats) -> dict[str, Any]:
    if isinstance(words, np.ndarray):
        return {"words": [], "values": pack(words)}
    return {"words": list(words), "values": None}


def diagram(
    key: str,
    arrangements: list[dict[str, Any]],
    chosen: str,
    label: str,
    picked: Callable[[str], None],
) -> None:
    """Draw boxes to press, keyed ``key``; ``picked`` is told the name of the one pressed."""
    colors = palette(is_dark())
    data = {
        "arrangements": arrangements, "chosen": chosen, "label": label,
        "colors": {
            "ink": colors.ink, "line": colors.faint, "pale": colors.padding,
            "plain": colors.background, "fill": f"{colors.probability}40",
            "edge": colors.probability, "accent": colors.accent, "chosen": f"{colors.accent}40",
        },
    }  # fmt: skip
    _draw("diagram", key, data, lambda name: picked(str(name)))


def _draw(name: str, key: str, data: dict[str, Any], picked: Callable[[int | str], None]) -> None:
    def told() -> None:
        place = (st.session_state.get(key) or {}).get("picked")
        if place is not None:
            picked(place)

    _component(name)(key=key, data=scripts.sent(data), on_picked_change=told)
