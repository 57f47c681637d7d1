"""The activation function to take along: its curve, scripts, exercises, a worksheet."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visualizer import engine
from visualizer.lessons.activation import code
from visualizer.lessons.activation.backward.flow import flow
from visualizer.lessons.activation.example import derivative, function, grid
from visualizer.lessons.activation.settings import CLASSES, ActivationSettings
from visualizer.lessons.activation.taken.exercises import exercises
from visualizer.lessons.activation.taken.sheet import other, sheet
from visualizer.taking.taken import Steps, Taken
from visualizer.words.text import text

Array = NDArray[np.float64]


def arrays(settings: ActivationSettings) -> dict[str, Array]:
    """Return input, output and the derivative (input_grad, as torch calls it) along the curve.

    Of softmax: the logits over the temperature, and the shares.
    """
    s = settings
    if s.kind == "softmax":
        z = np.array(s.logits)
        return {"input": z / s.temperature, "output": engine.softmax(z, temperature=s.temperature)}
    x = grid()
    y, steep = function(s.kind, s.slope)(x), derivative(s.kind, s.slope)(x)
    found = {"input": x, "output": y, "input_grad": steep}
    if s.pass_ != "forward":
        back = flow(s, x)
        found.update(grad_output=back.given, grad_input=back.result)
    return found


def steps(settings: ActivationSettings, lang: str) -> Steps:
    """Return every point of the curve; of softmax every class."""
    found = arrays(settings)
    if settings.kind == "softmax":
        heads = ("act.column_class", "act.column_logit", "act.column_share")
        names = [text(f"act.class.{name}", lang) for name in CLASSES]
        rows = zip(names, settings.logits, found["output"].tolist(), strict=True)
        return Steps(tuple(text(head, lang) for head in heads), rows)
    columns = ("x", "f(x)", text("act.column_slope", lang), "∂L/∂y", "∂L/∂x")[: len(found)]
    return Steps(columns, zip(*(array.tolist() for array in found.values()), strict=True))


def _torch(settings: ActivationSettings, lang: str) -> str:
    s = settings
    if s.kind == "softmax":
        return code.softmax_torch(s.logits, s.temperature) + "y = p\n"
    return code.torch_code(s.kind, s.slope, s.x)


def _numpy(settings: ActivationSettings) -> str:
    s = settings
    if s.kind == "softmax":
        return code.softmax_numpy(s.logits, s.temperature) + "y = p\n"
    return code.numpy_code(s.kind, s.slope, s.x)


TAKEN = Taken(
    "activation",
    arrays,
    steps=steps,
    steps_are="act.take_values",
    torch=_torch,
    numpy=_numpy,
    exercises=exercises,
    sheet=sheet,
    other=other,
)
