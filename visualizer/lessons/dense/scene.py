"""The dense layer drawn: with its links, and as a convolution whose kernels cover the whole map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from visualizer.figures.packing import Written, written
from visualizer.figures.stage import Stage
from visualizer.figures.still import Still, still
from visualizer.figures.windows import window_scene
from visualizer.lessons.dense import words
from visualizer.lessons.dense.example import (
    DenseExample,
    build,
    convolution_parameters,
    parameters_of,
)
from visualizer.lessons.dense.figures.counts import counts
from visualizer.lessons.dense.figures.network import connections
from visualizer.lessons.dense.figures.places import places, spread
from visualizer.lessons.dense.settings import LARGEST_COUNTED, DenseSettings
from visualizer.memory import remembered
from visualizer.notation import shape
from visualizer.words.stage import window_titles
from visualizer.words.text import text


@remembered(64)
def drawn(settings: DenseSettings, dark: bool, lang: str) -> Still:
    """Return the stage of the example that ``settings`` (rewound) describe."""
    trace = build(settings).trace
    scene = window_scene(trace, titles=window_titles(trace, "none", lang))
    return still(Stage(scene, dark))


@dataclass(frozen=True)
class Drawing:
    """The drawing's figure, and what links its parts."""

    figure: Written
    data: dict[str, Any]


@remembered(64)
def linked(example: DenseExample, narrow: bool, dark: bool, lang: str) -> Drawing:
    """Return the layer with its links, made for a phone or for a desk."""
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
        titles=titles, classes=words.classes(example, lang), dark=dark, narrow=narrow,
    )  # fmt: skip
    corners = places(example.map.shape, len(example.y), narrow).corners
    found = [example.place(i) for i in range(example.x.size)]
    ready = written(figure)
    data = {
        "id": ready.identity,
        "weights": example.weight.astype(int).tolist(),
        "heights": [float(v) for v in spread(len(example.y), example.x.size)],
        "cells": [[corners[a][0] + col, corners[a][1] + row] for a, row, col in found],
        "words": [words.input_words(example, lang), words.output_words(example, lang)],
    }
    return Drawing(ready, data)


def counted(side: int, dark: bool, lang: str) -> tuple[go.Figure, str]:
    """Plot what AlexNet's first fully connected layer learns after maps of any side; and its alt.

    side: in cells, of the maps whose count is written.
    """
    sides = range(1, LARGEST_COUNTED + 1)
    figure = counts(
        sides, [parameters_of(s) for s in sides], convolution_parameters(), side,
        names=(text("dense.count_fc", lang), text("dense.count_conv", lang)),
        axis=text("dense.count_axis", lang), dark=dark,
    )  # fmt: skip
    return figure, text("dense.alt_count", lang, count=f"{parameters_of(side):,}", side=side)
