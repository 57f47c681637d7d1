"""Why the layer has as many inputs, outputs and parameters as it has, with the numbers put in."""

from __future__ import annotations

from visualizer.lessons.dense.example import DenseExample
from visualizer.notation import latex, number, shape
from visualizer.words.stories import Fact, ShapeStory
from visualizer.words.text import text


def shape_story(example: DenseExample, lang: str) -> ShapeStory:
    """Return the story of the map laid out flat and of what the layer makes of it."""
    channels, height, width = example.map.shape
    inputs, outputs = example.weight.shape[::-1]
    formulas = (
        rf"n = C \cdot H \cdot W = {channels} \cdot {height} \cdot {width} = {inputs}",
        rf"y = Wx + b, \quad W: {outputs} \times {inputs}",
        rf"m \cdot n + m = {outputs} \cdot {inputs} + {outputs}"
        rf" = {latex(number(example.parameters))}",
    )
    facts = (
        Fact(
            text("shape.parameters", lang),
            number(example.parameters),
            text("dense.parameters_how", lang, weights=example.weight.size, biases=outputs),
        ),
        Fact(
            text("shape.cost", lang),
            number(example.weight.size),
            text("dense.cost_how", lang, outputs=outputs, inputs=inputs),
        ),
        Fact(
            text("dense.reads", lang),
            text("dense.reads_all", lang, inputs=inputs),
            text("dense.reads_how", lang),
        ),
    )
    return ShapeStory(formulas, (order(example, lang),), facts)


def order(example: DenseExample, lang: str) -> str:
    """Say how the map becomes a list: the order, and this map's own sizes put in."""
    _, height, width = example.map.shape
    return text(
        "dense.order",
        lang,
        shape=shape(example.map.shape),
        inputs=example.x.size,
        plane=height * width,
        width=width,
    )
