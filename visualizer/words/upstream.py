"""Where the gradient at an output is from, in sentences with its numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from visualizer.notation import factor, precise
from visualizer.words.text import text

Array = NDArray[np.float64]


def said(upstream: str, output: Array, target: Array | None, given: Array, lang: str) -> str:
    """Say what the gradient ``given`` at ``output`` is: ones, typed, or that of a target."""
    if target is None:
        return text(f"back.{upstream}", lang)
    return text(
        "back.target", lang, loss=precise(float(np.mean((output - target) ** 2))),
        count=output.size, y=precise(float(output.flat[0])), t=factor(float(target.flat[0])),
        gradient=precise(float(given.flat[0])),
    )  # fmt: skip


def slope_said(name: str, given: Array, slope: Array, lang: str) -> str:
    """Say how an activation called ``name`` changes a gradient on its way back."""
    first, by = float(given.flat[0]), float(slope.flat[0])
    return text(
        "back.slope", lang, name=name, gradient=precise(first), slope=factor(by),
        result=precise(first * by),
    )  # fmt: skip
