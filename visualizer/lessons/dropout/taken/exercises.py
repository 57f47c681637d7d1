"""Exercises about the network with dropout on the screen."""

from __future__ import annotations

from visualizer.lessons.dropout.example import build
from visualizer.lessons.dropout.settings import DropoutSettings
from visualizer.lessons.dropout.words import scale
from visualizer.notation import number, precise
from visualizer.taking.exercises import filled
from visualizer.taking.taken import Claim, Exercise
from visualizer.words.text import text


def exercises(settings: DropoutSettings, lang: str) -> list[Exercise]:
    """Return the factor, the number of weights, one neuron's value, and dropout as a function."""
    example = build(settings)
    p = f"{example.p:g}"
    watched = example.watched
    sizes = example.sizes
    value = float(example.whole.before[1][watched])
    products = " + ".join(f"{b} * {a}" for b, a in zip(sizes[1:], sizes, strict=False))
    count = sum(weight.size for weight in example.weights)
    found = []
    if example.scale is not None:
        found.append(
            Exercise(
                text("drop.take_ask_factor", lang, p=p),
                "factor = ...\n",
                f"factor = 1 / (1 - {p})\n",
                filled("factor"),
                (Claim("np.isclose(factor, 1 / (1 - p))", text("drop.take_hint_factor", lang)),),
                scale(example),
                kind="factor",
            )
        )
    return [
        *found,
        Exercise(
            text("drop.take_ask_weights", lang, sizes=", ".join(map(str, sizes))),
            "count = ...\n",
            f"count = {products}\n",
            filled("count"),
            (Claim("count == sum(w.size for w in weights)", text("drop.take_hint_weights", lang)),),
            number(count),
        ),
        Exercise(
            text("drop.take_ask_value", lang, number=watched + 1),
            "value = ...\n",
            f"value = max(0, (weights[0][{watched}] * x).sum())\n",
            filled("value"),
            (
                Claim(
                    f"np.isclose(value, max(0, weights[0][{watched}] @ x))",
                    text("drop.take_hint_value", lang),
                ),
            ),
            precise(value),
        ),
        Exercise(
            text("drop.take_ask_expected", lang, number=watched + 1),
            "mean = ...\n",
            f"mean = {value if example.p < 1 else 0.0!r}\n",
            filled("mean"),
            (
                Claim(
                    f"np.isclose(mean, max(0, weights[0][{watched}] @ x) * (p < 1))",
                    text("drop.take_hint_expected", lang),
                ),
            ),
            precise(value if example.p < 1 else 0.0),
            kind="mean",
        ),
        Exercise(
            text("drop.take_ask_function", lang),
            "def dropout(x, keep, p):\n    return ...\n",
            "def dropout(x, keep, p):\n    return np.where(keep, x / (1 - p), 0.0)\n",
            "dropout(np.ones(2), np.array([True, False]), 0.5) is not ...",
            (
                Claim(
                    "np.allclose(dropout(np.arange(4.0), np.arange(4) % 2 == 1, 0.75),"
                    " [0, 4, 0, 12])",
                    text("drop.take_hint_function", lang),
                ),
            ),
        ),
    ]
