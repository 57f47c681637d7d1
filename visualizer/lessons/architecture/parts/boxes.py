"""The drawing's boxes: a click on one is told, whatever redraws the chart meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from visualizer.figures.packing import written
from visualizer.ui import scripts
from visualizer.ui.charts import ready_chart


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_boxes", html="<span></span>", js=scripts.script("boxes/boxes.js")
    )


def clickable(figure: go.Figure, key: str, alt: str, picked: Callable[[int], None]) -> None:
    """Draw a figure of ``figures.drawing``; picked: told the step of a box that is clicked."""
    ready = written(figure)
    ready_chart(ready, key, alt)
    listener = f"{key}_boxes"

    def chosen() -> None:
        step = (st.session_state.get(listener) or {}).get("box")
        if step is not None:
            picked(int(step))

    _component()(
        key=listener,
        height=1,
        data=scripts.sent({"id": ready.identity, "chart": key}),
        on_box_change=chosen,
    )
