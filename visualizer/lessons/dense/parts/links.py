"""The drawing of a dense layer with its links: hover lights them in the browser, without asking."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.backward import words as back
from visualizer.lessons.dense.backward.flow import Flow
from visualizer.lessons.dense.example import DenseExample
from visualizer.lessons.dense.figures.matrix import matrix, matrix_cell
from visualizer.lessons.dense.figures.places import NARROW, WIDE
from visualizer.lessons.dense.scene import Drawing, linked, linked_back
from visualizer.ui import player, scripts
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
    _linked(lambda narrow: linked(example, narrow, dark, lang), output, words.alt(example, lang))


def drawing_back(found: Flow, step: int, dark: bool, lang: str) -> None:
    """Draw the layer in the same way, and what flows back along its links."""
    _linked(lambda narrow: linked_back(found, narrow, dark, lang), step, back.alt(found, lang))


def _linked(made: Callable[[bool], Drawing], step: int, alt: str) -> None:
    """Draw what is ``made``, for a phone or not; ``step`` is where the player stands."""
    keys = {WIDE: CHART, NARROW: f"{CHART}_narrow"}
    boxes = {width: f"{key}_box" for width, key in keys.items()}
    for width in one_fits("dense_drawing", boxes):
        key = keys[width]
        drawn = made(width == NARROW)
        ready_chart(drawn.figure, key, alt)
        _component()(
            key=key.replace(CHART, "dense_links"),
            height=1,
            data=scripts.sent(
                {
                    **drawn.data,
                    "chart": key,
                    "stage": "dense_stage",
                    "step": step,
                    "asked": player.asked(LESSON),
                }
            ),
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
