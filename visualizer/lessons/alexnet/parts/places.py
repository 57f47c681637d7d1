"""Pictures made of places: a click on one tells which, also while the page runs again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.figures.colors import palette
from visualizer.figures.picture import data_uri, in_place
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
    words: Sequence[str],
    chosen: int,
    label: str,
    picked: Callable[[int], None],
    least: int = 0,
    photos: bool = False,
) -> None:
    """Draw a mosaic, keyed ``key``; ``picked`` is told the channel that is clicked.

    words: what each says when pointed at. chosen: the channel with an outline. label: what it
    shows, for those who do not see it. least: how wide one must be for a finger, 0 if it may be
    smaller. photos: it has as many colours as photos, and travels as a JPEG.
    """
    height, width = shown.tile
    data = {
        "picture": in_place(shown.pixels, "JPEG", quality=88) if photos else data_uri(shown.pixels),
        "columns": shown.columns,
        "tile": [width + shown.gap, height + shown.gap], "numbers": list(shown.channels),
        "words": list(words), "chosen": chosen, "least": least, "label": label,
        "accent": palette(is_dark()).accent,
    }  # fmt: skip
    _draw("tiles", key, data, lambda number: picked(int(number)))


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

    _component(name)(key=key, data=data, on_picked_change=told)
