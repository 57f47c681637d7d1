"""The fully connected lesson's sentences, tables and formulas."""

from __future__ import annotations

import numpy as np

from visualizer.lessons.dense.example import (
    ALEXNET_SIDE,
    CHANNELS,
    NEURONS,
    Array,
    DenseExample,
    parameters_of,
)
from visualizer.notation import latex, number, precise, shape
from visualizer.words.sums import written_result, written_sum, written_total
from visualizer.words.tables import Table
from visualizer.words.text import text


def input_words(example: DenseExample, lang: str) -> list[str]:
    """Return, for each input, which cell it is: the hover of the cell and of the neuron."""
    return [
        text(
            "dense.cell",
            lang,
            index=i + 1,
            channel=channel + 1,
            row=row + 1,
            column=col + 1,
            value=number(float(example.x[i])),
        )
        for i, (channel, row, col) in ((i, example.place(i)) for i in range(example.x.size))
    ]


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


def sentence(example: DenseExample, output: int, lang: str) -> str:
    """Say how one output is made."""
    return text(
        "dense.sentence",
        lang,
        output=output + 1,
        inputs=example.x.size,
        sum=written_sum(example.trace, output),
        total=written_total(example.trace, output),
        bias=precise(float(example.bias[output])),
        result=written_result(example.trace, output),
    )


def table(example: DenseExample, output: int, lang: str) -> Table:
    """Return the products of one output, one a row, then their sum, the bias and the result."""
    heads = ("input", "channel", "row", "column", "value", "weight", "product")
    rows = []
    for i, value in enumerate(example.x):
        weight = float(example.weight[output, i])
        place = tuple(str(part + 1) for part in example.place(i))
        numbers = (precise(number) for number in (float(value), weight, float(value) * weight))
        rows.append((str(i + 1), *place, *numbers))
    closing = (
        ("sum", written_total(example.trace, output)),
        ("bias", precise(float(example.bias[output]))),
        ("result", written_result(example.trace, output)),
    )
    rows += [("",) * 5 + (text(f"words.row_{key}", lang), value) for key, value in closing]
    first = (text("dense.column_input", lang),)
    columns = first + tuple(text(f"words.column_{n}", lang) for n in heads[1:])
    return Table(columns, tuple(rows), len(closing))


def count_here(example: DenseExample) -> str:
    """Return, as LaTeX, how many parameters the layer on screen has."""
    inputs, outputs = example.x.size, len(example.y)
    return rf"{inputs} \times {outputs} + {outputs} = {_grouped(example.parameters)}"


def count_formula(side: int) -> str:
    """Return, as LaTeX, the parameters of a layer on 256 maps of ``side``×``side``."""
    inputs = CHANNELS * side * side
    return (
        rf"\begin{{aligned}} {CHANNELS} \cdot {side} \cdot {side} &= {_grouped(inputs)} \\"
        rf" {_grouped(inputs)} \times {_grouped(NEURONS)} + {_grouped(NEURONS)}"
        rf" &= {_grouped(parameters_of(side))}"
        r" \end{aligned}"
    )


def count_words(side: int, lang: str) -> str:
    """Say what that number means."""
    megabytes = number(parameters_of(side) * 4 / 1e6)
    said = text("dense.count_memory", lang, megabytes=megabytes)
    return f"{text('dense.count_alexnet', lang)} {said}" if side == ALEXNET_SIDE else said


def both_ways(example: DenseExample) -> Array:
    """Return the outputs as Wx + b, then as a convolution: (2·outputs,)."""
    return np.concatenate([example.y, example.trace.output.ravel()])


def alt(example: DenseExample, lang: str) -> str:
    """Return what the drawing shows, for those who do not see it."""
    values = ", ".join(number(float(value)) for value in example.y)
    sizes = shape(example.map.shape)
    return text("dense.alt", lang, shape=sizes, inputs=example.x.size, values=values)


def _grouped(value: int) -> str:
    return latex(number(value))
