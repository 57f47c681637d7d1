"""Arithmetic without warnings: infinite and NaN input is allowed, and may make NaN."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import Context
from functools import wraps
from typing import Final, ParamSpec, TypeVar

import numpy as np

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

# NumPy keeps its error handling in a context variable. To run in a context in which it is switched
# off, copied for each call because threads may call at once, takes a fraction of entering
# `np.errstate`, which takes as long as a small matrix product.
_QUIET: Final = Context()
_QUIET.run(np.seterr, all="ignore")


def quiet(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Make a function compute as under ``np.errstate(all="ignore")``.

    It runs in a context of its own: no context variable that the caller has set is seen inside.
    """

    @wraps(function)
    def quietly(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        return _QUIET.copy().run(function, *args, **kwargs)

    return quietly
