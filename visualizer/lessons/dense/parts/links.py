"""The drawing of a dense layer with its links: hover lights them in the browser, without asking."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.example import DenseExample
from visualizer.lessons.dense.figure import matrix, matrix_cell, spread
from visualizer.ui import address, scripts
from visualizer.ui.charts import chart
from visualizer.words.text import text

_WIDTHS = {"dense_matrix": 900, "dense_matrix_narrow": 340}  # pixels the picture is made for
_ONE_OF_TWO = """<style>
.st-key-dense_matrix_narrow { display: none; }
@media (max-width: 740px) {
  .st-key-dense_matrix { display: none; }
  .st-key-dense_matrix_narrow { display: flex; }
}
</style>"""
CHART = "dense_net"


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_links", html="<span></span>", js=scripts.script("dense/links.js")
    )


def links(example: DenseExample, figure: go.Figure, alt: str) -> None:
    """Draw the figure of ``figures.dense.connections`` and let the browser link its parts."""
    height = example.map.shape[1]
    places = [example.place(i) for i in range(example.x.size)]
    data = {
        "weights": example.weight.astype(int).tolist(),
        "heights": [float(v) for v in spread(len(example.y), example.x.size)],
        "cells": [[col, channel * (height + 0.7) + row] for channel, row, col in places],
    }
    seen = json.dumps([data, np.asarray(example.map).tolist(), alt, figure.layout.font.color])
    identity = hashlib.sha256(seen.encode()).hexdigest()[:12]
    figure.layout.meta = {"id": identity}
    chart(figure, CHART, alt)
    _component()(
        key="dense_links",
        height=1,
        data={
            **data,
            "id": identity,
            "chart": CHART,
            "stage": "dense_stage",
            "output": example.chosen,
            "asked": address.arrivals(LESSON),
        },
    )


def whole_layer(example: DenseExample, output: int, dark: bool, lang: str) -> None:
    """Draw y = Wx + b, made for a desk and for a phone: the browser shows the one that fits."""
    size = example.weight.shape
    place = text("dense.matrix_hover", lang, row="{row}", column="{column}")
    st.html(_ONE_OF_TWO)
    for key, width in _WIDTHS.items():
        cell = matrix_cell(size, width)
        numbers = (example.weight, example.x, example.bias, example.y, output)
        figure = matrix(*numbers, place=place, dark=dark, cell=cell)
        alt = text("dense.alt_matrix", lang)
        with st.container(key=key):
            chart(figure, f"{key}_chart", alt)
    st.caption(text("dense.matrix_words", lang))
