"""The dense layer drawn: with its links, and as a convolution whose kernels cover the whole map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import plotly.graph_objects as go

from visualizer.figures.packing import Written, written
from visualizer.figures.stage import Stage
from visualizer.figures.still import Still, still
from visualizer.figures.windows import window_scene
from visualizer.lessons.dense import words
from visualizer.lessons.dense.backward import words as back
from visualizer.lessons.dense.backward.flow import Flow, flow
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
    if settings.pass_ != "forward":
        found = flow(settings)
        return still(Stage(window_scene(found.trace, titles=back.stage_titles(found, lang)), dark))
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
    said = words.input_words(example, lang), words.output_words(example, lang)
    return _drawing(figure, example, example.weight, narrow, "output", said)


def _drawing(
    figure: go.Figure,
    example: DenseExample,
    weight: np.ndarray,
    narrow: bool,
    way: str,
    said: tuple[list[str], list[str]],
) -> Drawing:
    """Return a drawing whose lines are told apart by ``weight``, whole numbers.

    way: what the steps go through: outputs, inputs, or the links themselves. said: what each input
    and each output is.
    """
    corners = places(example.map.shape, len(example.y), narrow).corners
    found = [example.place(i) for i in range(example.x.size)]
    ready = written(figure)
    data = {
        "id": ready.identity,
        "way": way,
        "weights": weight.astype(int).tolist(),
        "heights": [float(v) for v in spread(len(example.y), example.x.size)],
        "cells": [[corners[a][0] + col, corners[a][1] + row] for a, row, col in found],
        "words": list(said),
    }
    return Drawing(ready, data)


_LEVELS = 6


def levels(values: np.ndarray) -> np.ndarray:
    """Return numbers as whole ones from −6 to 6, for lines that are few in kind.

    Only 0 becomes 0, so that a line never hides that something flows.

    >>> levels(np.array([0.0, 0.001, -3.0, 1.5])).tolist()
    [0.0, 1.0, -6.0, 3.0]
    """
    most = float(np.abs(values).max(initial=0.0)) or 1.0
    sizes = np.maximum(np.round(np.abs(values) / most * _LEVELS), 1.0)
    return np.asarray(np.sign(values) * sizes) + 0.0


@remembered(64)
def linked_back(found: Flow, narrow: bool, dark: bool, lang: str) -> Drawing:
    """Return the layer with its links, and what flows back along them, as ``linked``."""
    example, backward = found.example, found.way == "input"
    grid = found.gradients.input.reshape(example.map.shape) if backward else example.map
    weight = example.weight if backward else levels(found.gradients.weight)
    figure = connections(
        grid, weight, found.given,
        titles=back.titles(found, lang, narrow=narrow), classes=back.beside(found, lang),
        dark=dark, narrow=narrow, chosen=None if backward else 0, chosen_input=0,
    )  # fmt: skip
    return _drawing(figure, example, weight, narrow, found.way, back.hover_words(found, lang))


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
