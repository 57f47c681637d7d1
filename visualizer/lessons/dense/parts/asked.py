"""What is drawn for a question about a fully connected layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import streamlit as st

from visualizer.asking import Question
from visualizer.asking.question import Cell, Lights
from visualizer.figures.colors import limit_of
from visualizer.lessons.dense import LESSON, words
from visualizer.lessons.dense.example import (
    CHANNELS,
    NEURONS,
    DenseExample,
    build,
)
from visualizer.lessons.dense.figures.matrix import matrix, matrix_cell
from visualizer.lessons.dense.figures.network import connections
from visualizer.lessons.dense.figures.places import NARROW, WIDE
from visualizer.lessons.dense.questions.values import cell_of
from visualizer.lessons.dense.scene import counted, drawn
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.notation import latex, number, shape
from visualizer.ui import player
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.charts import chart, is_dark, one_fits
from visualizer.ui.grids import grids
from visualizer.words.text import text
from visualizer.words.windows import stage_alt

_MATRIX = (620, 340)
"""Pixels: the widths of the column that y = Wx + b is drawn for."""


def _asked(question: Question, lights: Lights, lang: str) -> None:
    settings = cast(DenseSettings, question.settings)
    example = build(settings)
    if question.kind == "alexnet":
        _sizes_alone()
    elif question.kind == "value":
        _matrix(example, settings.output, False, lang)
    elif "outputs" in question.hides:
        chosen = next((row for _, row, _ in lights.get("output", ())), None)
        inputs, outputs = example.x.size, len(example.bias)
        alt = text("dense.ask_alt_network", lang, inputs=inputs, outputs=outputs)
        _network(example, np.full(outputs, np.nan), chosen, (), alt, lang)
    else:
        _map(example, lights.get("map", ()), lang)


def _revealed(question: Question, lang: str) -> None:
    settings = cast(DenseSettings, question.settings)
    example = build(settings)
    if question.kind == "alexnet":
        _counts(settings.side, lang)
    elif question.kind == "value":
        _matrix(example, settings.output, True, lang)
    elif question.kind == "folded":
        still = drawn(LESSON.rewound(settings), is_dark(), lang)
        player.alone("asked", still, settings.output, stage_alt(example.trace, lang), lang)
    else:
        lit = (cell_of(settings),) if question.kind == "order" else ()
        _network(example, example.y, settings.output, lit, words.alt(example, lang), lang)


PICTURES = Pictures(_asked, _revealed)


def _map(example: DenseExample, lit: Sequence[Cell], lang: str) -> None:
    """Draw the map's channels, cells of them outlined."""
    titles, marks = [], []
    for channel, values in enumerate(example.map):
        titles.append((text("dense.channel", lang, number=channel + 1), values))
        marked = np.zeros(values.shape, dtype=bool)
        for _, row, col in (cell for cell in lit if cell[0] == channel):
            marked[row, col] = True
        marks.append(marked)
    grids("asked_map", titles, limit_of(example.map), marks, least=150)


def _network(
    example: DenseExample,
    outputs: np.ndarray,
    chosen: int | None,
    lit: Sequence[int],
    alt: str,
    lang: str,
) -> None:
    """Draw the layer with its links; where the outputs are hidden, without its classes."""
    hidden = bool(np.isnan(outputs).any())
    others = [text("dense.channel", lang, number=c + 1) for c in range(1, len(example.map))]
    sizes = shape(example.map.shape)
    for width in one_fits("asked_network", {w: f"asked_network_{w}" for w in (WIDE, NARROW)}):
        narrow = width == NARROW
        first = text("dense.map", lang, shape=f"<br>{sizes}" if narrow and others else sizes)
        figure = connections(
            example.map, example.weight, outputs,
            titles={
                "flat": text("dense.flat", lang, count=example.x.size),
                "outputs": text("dense.outputs", lang, count=len(outputs)),
                "classes": "" if hidden else text("dense.classes", lang),
                "map": [first, *others],
            },
            classes=() if hidden else words.classes(example, lang),
            dark=is_dark(), narrow=narrow, chosen=chosen, lit=lit,
        )  # fmt: skip
        chart(figure, f"asked_links_{width}", alt)


def _matrix(example: DenseExample, output: int, known: bool, lang: str) -> None:
    """Draw y = Wx + b with one row outlined, without y where it is asked for."""
    y = example.y if known else np.full(len(example.y), np.nan)
    weights, inputs = (
        ", ".join(number(float(value)) for value in values)
        for values in (example.weight[output], example.x)
    )
    alt = text("dense.alt_matrix", lang)
    if not known:
        bias = number(float(example.bias[output]))
        alt = text(
            "dense.ask_alt_matrix", lang, output=output + 1, weights=weights, inputs=inputs,
            bias=bias,
        )  # fmt: skip
    place = text("dense.matrix_hover", lang, row="{row}", column="{column}")
    for width in one_fits("asked_matrix", {w: f"asked_matrix_{w}" for w in _MATRIX}):
        figure = matrix(
            example.weight, example.x, example.bias, y, output, place=place, dark=is_dark(),
            cell=matrix_cell(example.weight.shape, width),
        )  # fmt: skip
        chart(figure, f"asked_numbers_{width}", alt)


def _sizes_alone() -> None:
    """Write what the layer leads from and to, as large as the maps may be."""
    st.latex(rf"{CHANNELS} \times s \times s \;\longrightarrow\; {latex(number(NEURONS))}")


def _counts(side: int, lang: str) -> None:
    figure, alt = counted(side, is_dark(), lang)
    chart(figure, "asked_counts", alt)
