"""A learning kernel as the browser is sent it: the layer, every step's weights, the grids."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import numpy as np

from visualizer.figures.colors import limit_of, palette
from visualizer.figures.packing import pack
from visualizer.figures.photo import on_grid, photo_colors
from visualizer.figures.scene import sources
from visualizer.lessons.convolution.learns import words
from visualizer.lessons.convolution.learns.run import Learning, learning
from visualizer.lessons.convolution.settings import ConvolutionSettings
from visualizer.memory import remembered
from visualizer.settings.inputs import is_picture

USUAL_SPEED = 8.0
"""Steps a second, unless an address says another: a single step changes little."""

_COLORS = ("negative", "zero", "positive", "line", "padding", "ink", "faint", "accent")


@remembered(64)
def frames(settings: ConvolutionSettings, dark: bool, lang: str) -> dict[str, Any]:
    """Return the descent of settled settings, rewound, as JSON values that name themselves.

    What changes with the run of a page, such as the step, is left out.
    """
    found = learning(settings)
    name, descent = _packed(settings)
    colors = palette(dark)
    return {
        "id": name,
        # As text: the browser reads it when the descent is another one.
        "descent": descent,
        "limits": _limits(found),
        "colors": {name: getattr(colors, name) for name in _COLORS},
        "titles": words.titles(found, lang),
        "labels": words.labels(found, lang),
    }


@remembered(64)
def _packed(settings: ConvolutionSettings) -> tuple[str, str]:
    """Return a descent's name and its JSON, the same in both languages and on every ground."""
    descent = json.dumps(_descent(learning(settings), is_picture(settings)))
    return hashlib.sha256(descent.encode()).hexdigest()[:12], descent


def _descent(found: Learning, photo: bool) -> dict[str, Any]:
    example, trace = found.example, found.example.trace
    colors = None
    if photo:
        colors = on_grid(photo_colors(example.input), trace.source_rows, trace.source_cols)
    return {
        "operation": "conv",
        "grid": pack(trace.grid),
        "kind": pack(trace.cell_kind),
        "origin": [int(trace.pads[0][0]), int(trace.pads[1][0])],
        "weight": pack(trace.weight),
        "kernel": list(example.weight.shape[2:]),
        "stride": [int(side) for side in trace.stride],
        "dilation": [int(side) for side in trace.dilation],
        "groups": trace.groups,
        "output": pack(found.target),  # what it is to become
        "activated": None,
        "sources": sources(trace),
        "function": "" if example.activation == "none" else example.activation,
        "weights": pack(found.kernels),
        "gradients": pack(found.kernel_gradients),
        "biases": None if found.biases is None else pack(found.biases),
        "biasGradients": None if found.bias_gradients is None else pack(found.bias_gradients),
        "losses": pack(found.descent.losses),
        "goal": pack(found.goal),
        "photo": None if colors is None else pack(colors),
        "rate": found.rate,
        "least": found.least,
        "diverged": found.descent.diverged,
        "turned": trace.transposed,
    }


def _limits(found: Learning) -> dict[str, float]:
    """Return where each grid's colours end: the same at every step, so that steps compare."""
    start, last = found.at(0), found.descent.weights[-1]
    first = start.trace.activated
    seen = [found.goal, start.weight] + ([] if found.descent.diverged else [last])
    output = limit_of(found.target) or limit_of(first)
    weights = limit_of(*(np.asarray(each) for each in seen))
    return {
        "input": limit_of(found.example.trace.grid),
        "kernel": weights,
        "bias": weights,
        "goal": weights,
        "output": output,
        "target": output,
        "apart": limit_of(first - found.target),
    }
