"""A chart whose frames the browser plays, with buttons that the keyboard reaches."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from visualizer.figures.packing import written
from visualizer.lessons.registry import ROOT
from visualizer.ui import scripts
from visualizer.ui.charts import ready_chart
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "growth"


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_growth",
        html=(_FOLDER / "growth.html").read_text("utf-8"),
        css=(_FOLDER / "growth.css").read_text("utf-8"),
        js=scripts.script("growth/growth.js"),
    )


def played(figure: go.Figure, key: str, shown: int, alt: str, lang: str) -> None:
    """Draw a figure of ``figures.receptive`` with its buttons, keyed ``<key>_play``.

    shown: the frame that the figure shows as it is.
    """
    frames = figure.to_plotly_json()["frames"]
    ready = written(figure)
    ready_chart(ready, key, alt)
    _component()(
        key=f"{key}_play",
        data=scripts.sent(
            {
                "id": ready.identity,
                "chart": key,
                "frames": [
                    frame["data"][1]["text"][0].removeprefix("<b>").removesuffix("</b>")
                    for frame in frames
                ],
                "shown": shown,
                "labels": {
                    "group": text("arch.field", lang),
                    "play": text("common.play", lang),
                    "pause": text("common.pause", lang),
                },
            }
        ),
    )
