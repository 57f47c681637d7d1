"""Exercises about the fully connected layer on the screen."""

from __future__ import annotations

from visualizer.lessons.dense.example import build
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.notation import number, precise, shape
from visualizer.taking.exercises import filled, in_code, parameters
from visualizer.taking.taken import Claim, Exercise
from visualizer.words.text import text


def exercises(settings: DenseSettings, lang: str) -> list[Exercise]:
    """Return inputs, parameters, one output, and the order in which a map is laid out flat."""
    example = build(settings)
    outputs, inputs = example.weight.shape
    channels, height, width = example.map.shape
    k = settings.output
    return [
        Exercise(
            text("dense.take_ask_inputs", lang, shape=shape(example.map.shape)),
            "inputs = ...\n",
            f"inputs = {channels} * {height} * {width}\n",
            filled("inputs"),
            (Claim("inputs == x.size", text("dense.take_hint_inputs", lang)),),
            number(inputs),
            kind="flat",
        ),
        parameters(
            f"{outputs} * {inputs} + {outputs}",
            "parameters == w.size + bias.size",
            example.parameters,
            text("dense.take_hint_parameters", lang),
            lang,
        ),
        Exercise(
            text("dense.take_ask_output", lang, output=k + 1),
            "value = ...\n",
            f"value = (w[{k}] * x.ravel()).sum() + bias[{k}]\n",
            filled("value"),
            (Claim(f"np.isclose(value, y[{k}])", text("dense.take_hint_output", lang)),),
            precise(float(example.y[k])),
            in_code(f"y[{k}]", lang),
            kind="value",
        ),
        Exercise(
            text("dense.take_ask_index", lang),
            "def index(c, i, j, height, width):\n    return ...\n",
            "def index(c, i, j, height, width):\n    return (c * height + i) * width + j\n",
            "index(0, 0, 0, 2, 3) is not ...",
            (
                Claim(
                    "all(index(c, i, j, 3, 4) == np.arange(24).reshape(2, 3, 4)[c, i, j]"
                    " for c, i, j in np.ndindex(2, 3, 4))",
                    text("dense.take_hint_index", lang),
                ),
            ),
        ),
    ]
