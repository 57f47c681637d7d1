"""Arrays written as code that makes the same array again."""

from __future__ import annotations

import textwrap

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_LITERAL_UP_TO = 200  # values; beyond, brackets and commas would be longer than the numbers
_WIDTH = 88


def literal(array: Array, maker: str) -> str:
    """Write an array: nested brackets when small, else a text of numbers in wrapped lines."""
    if array.size <= _LITERAL_UP_TO:
        return f"{maker}({_nested(array, len(maker) + 5)}, dtype={_dtype(maker)})"
    words = " ".join(_plain(float(value)) for value in array.ravel())
    block = textwrap.fill(words, _WIDTH)
    text = f'"""\n{block}\n""".split()'
    if maker == "torch.tensor":
        text = f"[float(v) for v in {text}]"
    return f"{maker}({text}, dtype={_dtype(maker)}).reshape({array.shape})"


def _nested(array: Array, indent: int) -> str:
    if array.ndim == 1:
        return "[" + ", ".join(_plain(float(value)) for value in array) + "]"
    gap = "\n" * max(1, array.ndim - 1) if array.ndim > 2 else "\n"
    inner = (f",{gap}" + " " * (indent + 1)).join(_nested(part, indent + 1) for part in array)
    return f"[{inner}]"


def _dtype(maker: str) -> str:
    return "torch.float64" if maker == "torch.tensor" else "float"


def _plain(value: float) -> str:
    """Write a value so that Python reads the same one back: whole ones without a point."""
    return str(int(value)) if value.is_integer() else repr(value)
