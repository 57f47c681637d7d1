"""Exercises about the pooling on the screen."""

from __future__ import annotations

import numpy as np

from visualizer.lessons.pooling.example import build
from visualizer.lessons.pooling.settings import PoolingSettings
from visualizer.lessons.pooling.words import counted
from visualizer.notation import number
from visualizer.taking.exercises import filled, one_value, output_shape
from visualizer.taking.taken import Claim, Exercise
from visualizer.words.literals import literal
from visualizer.words.text import text

_BLOCKS = "x[: rows * k, : columns * k].reshape(rows, k, columns, k)"


def exercises(settings: PoolingSettings, lang: str) -> list[Exercise]:
    """Return shape, the step's value, the next layer's parameters, and pooling as a function."""
    example = build(settings)
    trace, step = example.trace, settings.step
    numbers = literal(np.array(counted(trace, step)), "np.array")
    work = f"numbers = {numbers}\n"
    if trace.kind == "max":
        work += "value = numbers.max(initial=-np.inf)\n"
    else:
        work += f"value = numbers.sum() / {trace.divisor(step)}\n"
    hint = text(f"pool.take_hint_{trace.kind}", lang)
    shape_hint = "take.hint_size"
    if example.kind == "global":
        shape_hint = "pool.take_hint_global"
    elif example.ceil_mode:
        shape_hint = "pool.take_hint_ceil"
    size = trace.output.shape
    return [
        output_shape(size, text(shape_hint, lang), lang),
        one_value(trace.cell(step), work, trace.result(step), size[0] > 1, hint, lang),
        _next_layer(settings.neurons, trace.output.size, lang),
        Exercise(
            text("pool.take_ask_learned", lang),
            "learned = ...\n",
            "learned = 0\n",
            filled("learned"),
            (Claim("learned == 0", text("pool.take_hint_learned", lang)),),
            "0",
        ),
        _function(trace.kind, lang),
    ]


def _next_layer(neurons: int, values: int, lang: str) -> Exercise:
    return Exercise(
        text("pool.take_ask_next", lang, neurons=number(neurons)),
        "parameters = ...\n",
        f"parameters = {values} * {neurons} + {neurons}\n",
        filled("parameters"),
        (
            Claim(
                f"parameters == y.size * {neurons} + {neurons}",
                text("pool.take_hint_next", lang),
            ),
        ),
        number(values * neurons + neurons),
    )


def _function(kind: str, lang: str) -> Exercise:
    head = "import torch\nimport torch.nn.functional as F\n\n\ndef pool(x, k):\n"
    how = "max" if kind == "max" else "mean"
    solution = (
        "    rows, columns = x.shape[0] // k, x.shape[1] // k\n"
        f"    return {_BLOCKS}.{how}(axis=(1, 3))\n"
    )
    check = (
        f"all(np.allclose(pool(m.numpy(), k), F.{kind}_pool2d(m[None], k)[0].numpy())"
        " for m in torch.arange(84.0).reshape(1, 7, 12) % 11 for k in (1, 2, 3))"
    )
    return Exercise(
        text(f"pool.take_ask_function_{kind}", lang),
        f"{head}    return ...\n",
        head + solution,
        "pool(np.zeros((4, 4)), 2) is not ...",
        (Claim(check, text("pool.take_hint_function", lang)),),
    )
