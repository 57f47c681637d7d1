"""What is drawn for a question about dropout."""

from __future__ import annotations

from typing import cast

import numpy as np

from visualizer.asking import Question
from visualizer.asking.question import Lights
from visualizer.lessons.dropout import words
from visualizer.lessons.dropout.example import Array, DropoutExample, build
from visualizer.lessons.dropout.figures.drawn import averaged, drawn
from visualizer.lessons.dropout.figures.network import network, value_limit
from visualizer.lessons.dropout.questions.neurons import asked_neuron
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.ui.asking.pictures import Pictures
from visualizer.ui.charts import chart, is_dark
from visualizer.words.text import text


def _asked(question: Question, lights: Lights, lang: str) -> None:
    """Draw the network with its inputs; numbers further on would tell what dropout does."""
    example = build(cast(DropoutSettings, question.settings))
    values = _given(question, example)
    names = words.layer_names(example, lang)
    hover = [
        [text("drop.neuron", lang, layer=name, number=j + 1) for j in range(len(layer))]
        for name, layer in zip(names, values, strict=True)
    ]
    figure = network(
        values,
        example.weights,
        None if "masks" in question.hides else example.masks,
        names=names,
        hover=hover,
        limit=value_limit(example.whole.before),
        dark=is_dark(),
        ringed=[(layer, neuron) for layer, neuron, _ in lights.get("neuron", ())],
    )
    sizes = ", ".join(map(str, example.sizes))
    chart(figure, "asked_network", text("drop.ask_alt", lang, sizes=sizes))


def _given(question: Question, example: DropoutExample) -> list[Array]:
    """Return every layer's numbers as far as they are given, NaN for the others."""
    values = [np.full(size, np.nan) for size in example.sizes]
    values[0] = example.x
    if "output" in question.hides:  # one hidden layer, as it enters dropout
        values[1] = example.whole.before[1]
    return values


def _revealed(question: Question, lang: str) -> None:
    example = build(cast(DropoutSettings, question.settings))
    if question.kind == "mean":
        _average(question, example, lang)
        return
    training = question.kind != "evaluated"
    ringed = [(layer, neuron) for layer, neuron, _ in question.given.get("neuron", ())]
    figure = drawn(example, training, is_dark(), lang, ringed)
    chart(figure, "asked_revealed", words.alt(example, training, lang))


def _average(question: Question, example: DropoutExample, lang: str) -> None:
    neuron = asked_neuron(cast(DropoutSettings, question.settings))
    assert neuron is not None  # or nothing would have been asked
    figure = averaged(example, 1, neuron, is_dark(), lang)
    chart(figure, "asked_mean", words.mean_words(example, 1, neuron, lang))


PICTURES = Pictures(_asked, _revealed)
