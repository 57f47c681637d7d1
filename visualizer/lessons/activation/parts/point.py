"""The point that slides along a curve: a component that moves it in the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from visualizer.figures.packing import pack, written
from visualizer.lessons.activation import LESSON
from visualizer.lessons.registry import ROOT
from visualizer.ui import address, charts, scripts
from visualizer.words.text import text

_FOLDER = ROOT / "assets" / "point"


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_point",
        html=(_FOLDER / "point.html").read_text("utf-8"),
        css=(_FOLDER / "point.css").read_text("utf-8"),
        js=scripts.script("point/point.js"),
    )


def chart(
    figure: go.Figure, x: np.ndarray, y: np.ndarray, slope: np.ndarray, alt: str
) -> dict[str, Any]:
    """Draw the curve, keyed ``act_stage``; the figure must not depend on where the point is.

    Returns what the browser needs to move the point: every place it can stand at.
    """
    ready = written(figure)
    charts.ready_chart(ready, "act_stage", alt)
    return {"x": pack(x), "y": pack(y), "slope": pack(slope), "id": ready.identity}


def slider(
    data: dict[str, Any],
    x: np.ndarray,
    formulas: tuple[str, str],
    lang: str,
    back: Mapping[str, Any] | None = None,
) -> None:
    """Draw the slider under the chart; call it in a fragment, which runs again at rest.

    back: how what flows back is written, and its numbers at each x; None forward.
    """
    key = "act_player"

    def rested() -> None:
        place = (st.session_state.get(key) or {}).get("x")
        if place is not None:
            address.change(LESSON, x=round(float(place), 2))

    settings = address.current(LESSON)
    _component()(
        key=key,
        data=scripts.sent(
            {
                **data,
                "stage": "act_stage",
                "at": int(np.argmin(np.abs(x - settings.x))),
                "ask": address.arrivals(LESSON),
                "label": text("param.act_x", lang),
                "value": formulas[0],
                "steep": formulas[1],
                **(back or {}),
            }
        ),
        on_x_change=rested,
    )
    address.keep(LESSON, settings)
