"""What flows back through an activation, in words, as a table and as code."""

from __future__ import annotations

import numpy as np

from visualizer.engine import ELEMENTWISE
from visualizer.lessons.activation.backward.flow import Flow, flow
from visualizer.lessons.activation.code import numpy_code
from visualizer.lessons.activation.settings import ActivationSettings
from visualizer.notation import MINUS, factor, number, precise
from visualizer.words.tables import Table
from visualizer.words.text import text

FORMULA = r"\frac{\partial L}{\partial x} = f'(x) \cdot \frac{\partial L}{\partial y}"
WRITTEN = "∂L/∂x = {e} · {u} = {b}"
"""What the browser writes at the point: the slope as a factor, the given gradient, the product."""


def _at(settings: ActivationSettings) -> Flow:
    return flow(settings, np.array([settings.x]))


def sentence(settings: ActivationSettings, lang: str) -> str:
    """Say where the gradient is from, and what becomes of it at the point."""
    found = _at(settings)
    given, slope, back = (float(v[0]) for v in (found.given, found.slope, found.result))
    parts = []
    if settings.upstream == "target":
        y, t = float(found.y[0]), settings.target
        values = {"y": precise(y, 4), "t": factor(t), "gradient": precise(given, 4)}
        parts.append(text("act.back_target", lang, loss=precise((y - t) ** 2, 4), **values))
    else:
        parts.append(text("act.back_typed", lang, gradient=precise(given)))
    values = {"slope": precise(slope, 4), "gradient": _factor(given), "result": precise(back, 4)}
    parts.append(text("act.back_product", lang, x=number(settings.x), **values))
    size = abs(slope)
    parts.append(text(f"act.back_{'none' if size == 0 else 'less' if size < 1 else 'all'}", lang))
    return " ".join(parts)


def _factor(value: float) -> str:
    """Write a number with as many digits as the others, in parentheses if it is negative."""
    written = precise(value, 4)
    return f"({written})" if written.startswith(MINUS) else written


def table(settings: ActivationSettings, lang: str) -> Table:
    """Return x, value, slope, given gradient and product at the point and around 0."""
    points = np.array(sorted({settings.x, -5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 5.0}))
    found = flow(settings, points)
    columns = (found.y, found.slope, found.given, found.result)
    rows = tuple(
        (number(float(x)), *(precise(float(column[i]), 4) for column in columns))
        for i, x in enumerate(points)
    )
    heads = (text("act.column_slope", lang), "∂L/∂y", "∂L/∂x")
    return Table(("x", "f(x)", *heads), rows)


def torch_backward(settings: ActivationSettings) -> str:
    """Return a script that asks autograd."""
    call = ELEMENTWISE[settings.kind].torch_call("x", settings.slope)
    given = f"torch.full_like(y, {settings.gradient:g})"
    if settings.upstream == "target":
        given = f"2 * (y.detach() - {settings.target:g})"
    return "\n".join([
        "import torch", "import torch.nn.functional as F", "",
        f"x = torch.tensor([{settings.x:g}, -5, -2, -1, 0, 1, 2, 5], dtype=torch.float64)",
        "x.requires_grad_()", f"y = {call}", f"gradient = {given}",
        "y.backward(gradient)", "print(x.grad)",
    ]) + "\n"  # fmt: skip


def numpy_backward(settings: ActivationSettings) -> str:
    """Return the same with the formulas written out."""
    script = numpy_code(settings.kind, settings.slope, settings.x)
    given = f"2 * (y - {settings.target:g})"
    if settings.upstream != "target":
        given = f"np.full_like(y, {settings.gradient:g})"
    begin = script.replace("print(y)\nprint(slope)\n", "")
    return f"{begin}gradient = {given}\nx_back = slope * gradient\nprint(x_back)\n"
