"""Dropout as it is drawn: the network whole or with dropped neurons, and the mean of many draws."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from visualizer.lessons.dropout import words
from visualizer.lessons.dropout.example import DropoutExample
from visualizer.lessons.dropout.figures.network import averages, network, value_limit
from visualizer.words.text import text


def drawn(
    example: DropoutExample,
    training: bool,
    dark: bool,
    lang: str,
    ringed: Sequence[tuple[int, int]] = (),
) -> go.Figure:
    """Draw the network while training or whole, both on one scale; ``ringed`` as in ``network``."""
    return network(
        (example.dropped if training else example.whole).after,
        example.weights,
        example.masks if training else None,
        names=words.layer_names(example, lang),
        hover=words.hover_texts(example, training, lang),
        limit=value_limit(example.whole.after, example.dropped.after),
        dark=dark,
        ringed=ringed,
    )


def averaged(example: DropoutExample, layer: int, neuron: int, dark: bool, lang: str) -> go.Figure:
    """Draw the running mean of a neuron over the draws, beside its value without dropout."""
    return averages(
        example.running_mean(layer, neuron),
        float(example.whole.before[layer][neuron]),
        names=(text("drop.mean", lang), text("drop.target", lang)),
        axes=(text("drop.axis_draws", lang), text("drop.axis_value", lang)),
        dark=dark,
    )
