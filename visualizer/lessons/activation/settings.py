"""The activation lesson's table: every setting, its default and its bounds."""

from __future__ import annotations

from collections.abc import Collection
from math import log

from visualizer.settings.lesson import Lesson, Notice, Rules
from visualizer.settings.parameters import (
    ChoiceParameter,
    FloatParameter,
    IntParameter,
    Parameter,
    Values,
)

CURVES = ("sigmoid", "tanh", "relu", "leaky_relu", "gelu")
KINDS = (*CURVES, "softmax")
CLASSES = ("dog", "cat", "pig")
LOGITS = tuple(f"act_z{i + 1}" for i in range(len(CLASSES)))
FARTHEST = 6.0  # beyond ±6 every curve is straight to the eye

# e to these is 14, 5 and 1: shares of 20, so 70 %, 25 % and 5 %.
ANIMALS = (round(log(14), 6), round(log(5), 6), 0.0)
EXAMPLES: dict[str, tuple[float, ...]] = {
    "animals": ANIMALS,
    "equal": (0.0, 0.0, 0.0),
    "huge": (1000.0, 999.0, -1000.0),
}


class ActivationRules(Rules):
    """Every combination is possible; some settings mean something for one function alone."""

    def relevant(self, values: Values) -> frozenset[str]:
        vector = values["act_kind"] == "softmax"
        of_vectors = {*LOGITS, "act_temperature"}
        hidden = {name: (name in of_vectors) != vector for name in values}
        hidden["act_kind"] = False
        hidden["act_slope"] = values["act_kind"] != "leaky_relu"
        return frozenset(name for name in values if not hidden[name])

    def infer(self, values: Values, given: Collection[str]) -> tuple[Values, list[Notice]]:
        return values, []


_TABLE: tuple[Parameter, ...] = (
    ChoiceParameter("act_kind", "sigmoid", KINDS, "kernel"),
    # 1 is no activation at all; below 0 the curve would turn back.
    FloatParameter("act_slope", 0.01, 0.0, 1.0, 2, "kernel"),
    FloatParameter("act_x", 1.0, -FARTHEST, FARTHEST, 2),
    # 30: by then sigmoid's gradient is far below what float32 can add to a weight.
    IntParameter("act_layers", 10, 1, 30),
    FloatParameter("act_bias", 0.0, -12.0, 2.0, 1),
    *(
        FloatParameter(name, logit, -1000.0, 1000.0, 6)
        for name, logit in zip(LOGITS, ANIMALS, strict=True)
    ),
    FloatParameter("act_temperature", 1.0, 0.1, 10.0, 1),
)
LESSON = Lesson("act", _TABLE, ActivationRules())


def logits(values: Values) -> list[float]:
    """Return the logits of all classes."""
    return [float(values[name]) for name in LOGITS]
