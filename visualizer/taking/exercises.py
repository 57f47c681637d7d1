"""Exercises that several lessons have: a shape, one number of the output, how much is learned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from visualizer.notation import number, precise
from visualizer.taking.taken import Claim, Exercise
from visualizer.words.literals import literal
from visualizer.words.text import text

Array = NDArray[np.float64]

NOT_YET = "..."


def filled(*names: str) -> str:
    """Return the expression that tells whether all these names hold more than ``...``."""
    return " and ".join(f"{name} is not ..." for name in names)


def in_code(written: str, lang: str) -> str:
    """Say how a place that is counted from 1 is written in code."""
    return text("take.in_code", lang, code=written)


def output_shape(sides: Sequence[int], hint: str, lang: str) -> Exercise:
    """Ask for the rows and columns of ``y``, (maps, rows, columns) = ``sides``."""
    rows, columns = sides[-2:]
    return Exercise(
        text("take.ask_shape", lang),
        "rows = ...\ncolumns = ...\n",
        f"rows = {rows}\ncolumns = {columns}\n",
        filled("rows", "columns"),
        (
            Claim("rows == y.shape[-2]", hint),
            Claim("columns == y.shape[-1]", hint),
        ),
        note=text("take.before_looking", lang),
    )


def one_value(
    place: tuple[int, int, int], work: str, value: float, several: bool, hint: str, lang: str
) -> Exercise:
    """Ask for one number of ``y``. place: map, row, column from 0; work: the solution's lines."""
    map_, row, col = place
    key = "take.ask_value_map" if several else "take.ask_value"
    return Exercise(
        text(key, lang, map=map_ + 1, row=row + 1, column=col + 1),
        "value = ...\n",
        work,
        filled("value"),
        (Claim(f"np.isclose(value, y{list(place)})", hint),),
        precise(value),
        in_code(f"y{list(place)}", lang),
        kind="value",
    )


def parameters(work: str, claim: str, count: int, hint: str, lang: str) -> Exercise:
    """Ask how many numbers are learned. work: the solution's sum; claim: what has to hold."""
    return Exercise(
        text("take.ask_parameters", lang),
        "parameters = ...\n",
        f"parameters = {work}\n",
        filled("parameters"),
        (Claim(claim, hint),),
        number(count),
        kind="parameters",
    )


def multiplications(work: str, claim: str, count: int, lang: str) -> Exercise:
    """Ask how many products are made. work: the solution's product; claim: what has to hold."""
    return Exercise(
        text("take.ask_multiplications", lang),
        "count = ...\n",
        f"count = {work}\n",
        filled("count"),
        (Claim(claim, text("take.hint_multiplications", lang)),),
        number(count),
    )


def size_function(lang: str, *, transposed: bool = False) -> Exercise:
    """Ask for the shape formula as a function; torch says whether it is right."""
    formula = "(n + 2 * p - d * (k - 1) - 1) // s + 1"
    function = "conv_transpose2d" if transposed else "conv2d"
    arguments = "torch.zeros(1, 1, n, n), torch.zeros(1, 1, k, k), stride=s, padding=p, dilation=d"
    call = f"F.{function}({arguments})"
    if transposed:
        formula = "(n - 1) * s - 2 * p + d * (k - 1) + 1"
    cases = "[(5, 3, 1, 0, 1), (8, 3, 2, 1, 1), (11, 4, 3, 2, 1), (9, 3, 1, 2, 2)]"
    hint = text("take.hint_transposed" if transposed else "take.hint_size", lang)
    head = "import torch\nimport torch.nn.functional as F\n\n\ndef output_size(n, k, s, p, d):\n"
    return Exercise(
        text("take.ask_function", lang),
        f"{head}    return ...\n",
        f"{head}    return {formula}\n",
        "output_size(5, 3, 1, 0, 1) is not ...",
        (
            Claim(
                f"all(output_size(n, k, s, p, d) == {call}.shape[-1] for n, k, s, p, d in {cases})",
                hint,
            ),
        ),
    )


def summed(window: Array, weights: Array, bias: float | None) -> str:
    """Return lines that multiply a window with its weights, add up, and add the bias."""
    lines = [
        f"window = {literal(np.ascontiguousarray(window), 'np.array')}",
        f"weights = {literal(np.ascontiguousarray(weights), 'np.array')}",
        "value = (window * weights).sum()" + ("" if bias is None else f" + {bias!r}"),
    ]
    return "\n".join(lines) + "\n"
