"""What the tests of several lessons need: scripts to copy are run."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import numpy as np


def run_code(code: str) -> tuple[dict[str, Any], str]:
    """Run a script as a student would; return its names and what it printed."""
    names: dict[str, Any] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<copied>", "exec"), names)
    return names, printed.getvalue()


def output_of(code: str) -> np.ndarray:
    """Run a script and return its ``y`` as an array, whether NumPy made it or torch."""
    y = run_code(code)[0]["y"]
    return y.detach().numpy() if hasattr(y, "detach") else np.asarray(y)
