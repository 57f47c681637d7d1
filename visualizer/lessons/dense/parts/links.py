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

from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.example import DenseExample
from visualizer.lessons.dense.figures.matrix import matrix, matrix_cell
from visualizer.lessons.dense.figures.network import connections
from visualizer.lessons.dense.figures.places import NARROW, WIDE, places, spread
from visualizer.notation import shape
from visualizer.ui import address, scripts
from visualizer.ui.charts import chart, one_fits
from visualizer.words.text import text

CHART = "dense_net"
_MATRIX = {900: "dense_matrix", 470: "dense_matrix_half", 340: "dense_matrix_narrow"}


@lru_cache(maxsize=1)
def _component() -> Callable[..., Any]:
    return st.components.v2.component(
        "convscope_links", html="<span></span>", js=scripts.script("dense/links.js")
    )


def drawing(example: DenseExample, output: int, dark: bool, lang: str) -> None:
    """Draw the layer, made for a desk and for a phone, and let the browser link its parts."""
    titles = {
        "flat": text("dense.flat", lang, count=example.x.size),
        "outputs": text("dense.outputs", lang, count=len(example.y)),
        "classes": text("dense.classes", lang),
    }
    others = [text("dense.channel", lang, number=c + 1) for c in range(1, len(example.map))]
    sizes = shape(example.map.shape)
    keys = {WIDE: CHART, NARROW: f"{CHART}_narrow"}
    boxes = {width: f"{key}_box" for width, key in keys.items()}
    for width in one_fits("dense_drawing", boxes):
        narrow = width == NARROW
        # Where channels stand beside each other, the first one's title has two lines.
        written = f"<br>{sizes}" if narrow and others else sizes
        first = text("dense.map", lang, shape=written)
        figure = connections(
            example.map, example.weight, example.y,
            titles={**titles, "map": [first, *others]}, classes=words.classes(example, lang),
            hover=words.input_words(example, lang),
            hover_outputs=words.output_words(example, lang),
            dark=dark, narrow=narrow,
        )  # fmt: skip
        corners = places(example.map.shape, len(example.y), narrow).corners
        _linked(example, output, figure, corners, keys[width], words.alt(example, lang))


def _linked(
    example: DenseExample,
    output: int,
    figure: go.Figure,
    corners: tuple[tuple[float, float], ...],
    key: str,
    alt: str,
) -> None:
    """Draw one drawing whose map's channels lie at ``corners``, and what links its parts."""
    found = [example.place(i) for i in range(example.x.size)]
    data = {
        "weights": example.weight.astype(int).tolist(),
        "heights": [float(v) for v in spread(len(example.y), example.x.size)],
        "cells": [[corners[a][0] + col, corners[a][1] + row] for a, row, col in found],
    }
    seen = json.dumps([data, np.asarray(example.map).tolist(), alt, figure.layout.font.color])
    identity = hashlib.sha256(seen.encode()).hexdigest()[:12]
    figure.layout.meta = {"id": identity}
    chart(figure, key, alt)
    _component()(
        key=key.replace(CHART, "dense_links"),
        height=1,
        data={
            **data,
            "id": identity,
            "chart": key,
            "stage": "dense_stage",
            "output": output,
            "asked": address.arrivals(LESSON),
        },
    )


def whole_layer(example: DenseExample, output: int, dark: bool, lang: str) -> None:
    """Draw y = Wx + b, made for several widths: the browser shows the one that fits."""
    place = text("dense.matrix_hover", lang, row="{row}", column="{column}")
    for width in one_fits("dense_matrices", _MATRIX):
        numbers = (example.weight, example.x, example.bias, example.y, output)
        cell = matrix_cell(example.weight.shape, width)
        figure = matrix(*numbers, place=place, dark=dark, cell=cell)
        chart(figure, f"{_MATRIX[width]}_chart", text("dense.alt_matrix", lang))
    st.caption(text("dense.matrix_words", lang))
