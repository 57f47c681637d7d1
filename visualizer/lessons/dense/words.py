"""The fully connected lesson's sentences, tables and formulas."""

from __future__ import annotations

import math

import numpy as np

from visualizer.lessons.dense.example import (
    ALEXNET_SIDE,
    CHANNELS,
    NEURONS,
    Array,
    DenseExample,
    parameters_of,
)
from visualizer.notation import latex, number, percent, precise, shape
from visualizer.words.sums import written_result, written_sum, written_total
from visualizer.words.tables import Table
from visualizer.words.text import text

CLASSES = ("dog", "cat", "pig")
"""The lecture's classes, of which the activation lesson tells as well."""


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


def proven(example: DenseExample) -> Array:
    """Return the outputs as Wx + b, as a convolution, and their softmax: (3·outputs,)."""
    return np.concatenate([example.y, example.trace.output.ravel(), example.probabilities])


def class_name(output: int, lang: str) -> str:
    """Return what the class is called whose score an output is: the lecture's, then numbers."""
    if output < len(CLASSES):
        return text(f"act.class.{CLASSES[output]}", lang)
    return text("dense.class", lang, number=output + 1)


def written_share(share: float) -> str:
    """Write a probability in percent, short enough to stand beside a bar.

    >>> written_share(0.7), written_share(1e-9), written_share(1 - 1e-9), written_share(1)
    ('70%', '< 0.01%', '> 99.99%', '100%')
    """
    if 0 < share < 0.0001:
        return "< 0.01%"
    if 0.9999 < share < 1:
        return "> 99.99%"
    return f"{percent(share)}%"


def classes(example: DenseExample, lang: str) -> list[tuple[str, float]]:
    """Return for each output its class with the probability written out, and the probability."""
    shares = [float(share) for share in example.probabilities]
    return [
        (f"{class_name(j, lang)} <b>{written_share(share)}</b>", share)
        for j, share in enumerate(shares)
    ]


def output_words(example: DenseExample, lang: str) -> list[str]:
    """Return the hover of each output: its score, its class and the probability."""
    return [
        text(
            "dense.neuron", lang, output=j + 1, value=number(float(y)), name=class_name(j, lang),
            share=written_share(float(share)),
        )
        for j, (y, share) in enumerate(zip(example.y, example.probabilities, strict=True))
    ]  # fmt: skip


SOFTMAX = r"p_j = \frac{e^{y_j}}{\sum_i e^{y_i}}"


def lead(example: DenseExample, lang: str) -> str:
    """Say what the first two scores make of each other, which depends on their difference alone."""
    if len(example.y) == 1:
        return text("dense.lead_alone", lang)
    first, second = (int(j) for j in np.argsort(-example.y, kind="stable")[:2])
    names = {"first": class_name(first, lang), "second": class_name(second, lang)}
    ahead = float(example.y[first] - example.y[second])
    if ahead == 0:
        return text("dense.lead_none", lang, **names)
    raised = rf"$e^{{{latex(precise(ahead))}}}$"
    if ahead > 30:
        return text("dense.lead_large", lang, **names, lead=precise(ahead), raised=raised)
    power = number(round(math.exp(ahead))) if ahead > 5 else precise(math.exp(ahead))
    return text("dense.lead_by", lang, **names, lead=precise(ahead), raised=raised, power=power)


def alt(example: DenseExample, lang: str) -> str:
    """Return what the drawing shows, for those who do not see it."""
    values = ", ".join(
        f"{class_name(j, lang)} {number(float(y))} ({written_share(float(share))})"
        for j, (y, share) in enumerate(zip(example.y, example.probabilities, strict=True))
    )
    sizes = shape(example.map.shape)
    return text("dense.alt", lang, shape=sizes, inputs=example.x.size, values=values)


def _grouped(value: int) -> str:
    return latex(number(value))
