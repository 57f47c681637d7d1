"""The point that slides along a curve: a component that moves it in the browser."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from visualizer.figures.packing import pack
from visualizer.lessons.catalog import ROOT
from visualizer.lessons.lesson import Lesson
from visualizer.lessons.text import text
from visualizer.ui import address, scripts

_FOLDER = ROOT / "assets" / "point"
CONFIG = scripts.CHART_CONFIG


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_point",
        html=(_FOLDER / "point.html").read_text("utf-8"),
        css=(_FOLDER / "point.css").read_text("utf-8"),
        js=scripts.script("point/point.js"),
    )


def curve_data(x: np.ndarray, y: np.ndarray, slope: np.ndarray, kind: str) -> dict[str, Any]:
    """Return what the browser needs to move the point: every place it can stand at."""
    data = {"x": pack(x), "y": pack(y), "slope": pack(slope)}
    digest = hashlib.sha256(json.dumps([kind, data], sort_keys=True).encode()).hexdigest()[:12]
    return {**data, "id": digest}


def chart(figure: go.Figure, data: dict[str, Any], alt: str) -> None:
    """Draw the curve, keyed ``act_stage``; the figure must not depend on where the point is."""
    figure.layout.meta = {"id": data["id"]}
    st.plotly_chart(figure, key="act_stage", theme=None, config=CONFIG, alt=alt, width="stretch")


def slider(
    lesson: Lesson, data: dict[str, Any], x: np.ndarray, written: tuple[str, str], lang: str
) -> None:
    """Draw the slider under the chart; call it in a fragment, which runs again at rest."""
    key, name = "act_player", "act_x"

    def rested() -> None:
        place = (st.session_state.get(key) or {}).get("x")
        if place is not None:
            address.change(lesson, **{name: round(float(place), 2)})

    values = address.current(lesson)
    _component()(
        key=key,
        data={
            **data,
            "stage": "act_stage",
            "at": int(np.argmin(np.abs(x - float(values[name])))),
            "ask": address.arrivals(lesson),
            "label": text("param.act_x", lang),
            "value": written[0],
            "steep": written[1],
        },
        on_x_change=rested,
    )
    address.keep(lesson, values)
