"""The drawing of a dense layer with its links: hover lights them in the browser, without asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.figures.packing import Written, written
from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.example import DenseExample
from visualizer.lessons.dense.figures.matrix import matrix, matrix_cell
from visualizer.lessons.dense.figures.network import connections
from visualizer.lessons.dense.figures.places import NARROW, WIDE, places, spread
from visualizer.memory import remembered
from visualizer.notation import shape
from visualizer.ui import address, scripts
from visualizer.ui.charts import chart, one_fits, ready_chart
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
    keys = {WIDE: CHART, NARROW: f"{CHART}_narrow"}
    boxes = {width: f"{key}_box" for width, key in keys.items()}
    alt = words.alt(example, lang)
    for width in one_fits("dense_drawing", boxes):
        key = keys[width]
        drawn = _drawn(example, width == NARROW, dark, lang)
        ready_chart(drawn.figure, key, alt)
        _component()(
            key=key.replace(CHART, "dense_links"),
            height=1,
            data=scripts.sent(
                {
                    **drawn.data,
                    "chart": key,
                    "stage": "dense_stage",
                    "output": output,
                    "asked": address.arrivals(LESSON),
                }
            ),
        )


@dataclass(frozen=True)
class _Drawing:
    """The drawing's figure, and what links its parts."""

    figure: Written
    data: dict[str, Any]


@remembered(64)
def _drawn(example: DenseExample, narrow: bool, dark: bool, lang: str) -> _Drawing:
    others = [text("dense.channel", lang, number=c + 1) for c in range(1, len(example.map))]
    sizes = shape(example.map.shape)
    # Where channels stand beside each other, the first one's title has two lines.
    first = text("dense.map", lang, shape=f"<br>{sizes}" if narrow and others else sizes)
    titles = {
        "flat": text("dense.flat", lang, count=example.x.size),
        "outputs": text("dense.outputs", lang, count=len(example.y)),
        "classes": text("dense.classes", lang),
        "map": [first, *others],
    }
    figure = connections(
        example.map, example.weight, example.y,
        titles=titles, classes=words.classes(example, lang),
        hover=words.input_words(example, lang), hover_outputs=words.output_words(example, lang),
        dark=dark, narrow=narrow,
    )  # fmt: skip
    corners = places(example.map.shape, len(example.y), narrow).corners
    found = [example.place(i) for i in range(example.x.size)]
    ready = written(figure)
    data = {
        "id": ready.identity,
        "weights": example.weight.astype(int).tolist(),
        "heights": [float(v) for v in spread(len(example.y), example.x.size)],
        "cells": [[corners[a][0] + col, corners[a][1] + row] for a, row, col in found],
    }
    return _Drawing(ready, data)


def whole_layer(example: DenseExample, output: int, dark: bool, lang: str) -> None:
    """Draw y = Wx + b, made for several widths: the browser shows the one that fits."""
    place = text("dense.matrix_hover", lang, row="{row}", column="{column}")
    for width in one_fits("dense_matrices", _MATRIX):
        numbers = (example.weight, example.x, example.bias, example.y, output)
        cell = matrix_cell(example.weight.shape, width)
        figure = matrix(*numbers, place=place, dark=dark, cell=cell)
        chart(figure, f"{_MATRIX[width]}_chart", text("dense.alt_matrix", lang))
    st.caption(text("dense.matrix_words", lang))
