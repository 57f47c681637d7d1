"""The gradient at a layer's output, from which everything flows back: how settings give it."""

from __future__ import annotations

from collections.abc import Collection
from math import prod
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from visualizer.material.patterns import PATTERNS, pattern
from visualizer.settings.grids import MOST_CELLS, decode, refit
from visualizer.settings.inputs import refitted
from visualizer.settings.rules import Bounds, Notice, S

Array = NDArray[np.float64]
Shape = tuple[int, int, int]

UPSTREAMS = ("ones", "typed", "target")
FIELDS = ("upstream", "gradient", "target")
# What picture the output is to become: a pattern, or numbers that an address holds.
FIRST_AIM, OWN_AIMS = "cross", ("upload", "custom")
AIMS = (*PATTERNS, *OWN_AIMS)


class HasSource(Protocol):
    """The settings that say what kind of source the gradient at the output has."""

    @property
    def upstream(self) -> str:
        """One of UPSTREAMS."""


class HasUpstream(HasSource, Protocol):
    """The settings that say where the gradient at the output is from."""

    @property
    def gradient(self) -> str:
        """The typed gradient in its written form."""

    @property
    def target(self) -> str:
        """The typed target in its written form."""


def hidden(settings: HasSource, *, forward: bool, aim: str = "") -> dict[str, bool]:
    """Tell by field what means nothing: all of it forward, and the grids that are not asked for.

    aim: the field of this name, for a lesson whose target can be a picture.
    """
    no_target = forward or settings.upstream != "target"
    found = {
        "upstream": forward,
        "gradient": forward or settings.upstream != "typed",
        "target": no_target or (aim != "" and aim not in OWN_AIMS),
    }
    return {**found, "aim": no_target} if aim else found


def target_of(settings: HasUpstream, shape: Shape, first: Array) -> Array | None:
    """Return the target (maps, rows, columns); None where the gradient has another source.

    first: what it is where none is typed.
    """
    if settings.upstream != "target":
        return None
    return refit(decode(settings.target), shape) if settings.target else first


def pictured(aim: str, shape: Shape) -> Array:
    """Return the picture that a field ``aim`` names, the same in all maps (maps, rows, columns).

    It is the first pattern where a person's own picture or numbers are not there yet.
    """
    name = aim if aim in PATTERNS else FIRST_AIM
    return np.repeat(pattern(name, 1, *shape[1:]), shape[0], axis=0)


def inferred(settings: S, given: Collection[str]) -> S:
    """Return settings of an address whose ``aim`` fits what else it says.

    Numbers of a target alone are typed. Of a picture that is asked for and not there, the place for
    its file is shown, and the first pattern stands in.
    """
    now: Any = settings  # a lesson with a target that can be a picture
    return settings.changed(aim="custom") if now.target and "aim" not in given else settings


def aims(shape: Shape) -> Bounds:
    """Return what picture an output of this shape may be to become."""
    return Bounds(choices=AIMS if may_be_typed(shape) else tuple(PATTERNS))


def gradient_from(settings: HasUpstream, output: Array, target: Array | None) -> Array:
    """Return the gradient at an output (maps, rows, columns): ones, typed, or of a target.

    Of a target t it is that of the mean squared error, 2·(y − t) over the count of numbers.
    """
    maps, rows, columns = output.shape
    if target is not None:
        return np.asarray(2.0 * (output - target) / output.size)
    if settings.upstream == "typed" and settings.gradient:
        return refit(decode(settings.gradient), (maps, rows, columns))
    return np.ones(output.shape)


def may_be_typed(shape: Shape) -> bool:
    """Tell whether an address can hold a grid of the output's shape."""
    return prod(shape) <= MOST_CELLS


def bounds(shape: Shape) -> Bounds:
    """Return what the gradient at an output of this shape may be from."""
    choices = UPSTREAMS if may_be_typed(shape) else tuple(c for c in UPSTREAMS if c != "typed")
    return Bounds(choices=choices)


def fitted(settings: S, shape: Shape) -> tuple[S, list[Notice]]:
    """Return settings whose typed grids have the output's shape, and what had to change for it."""
    now: HasUpstream = settings  # type: ignore[assignment]  # a lesson with a backward pass
    field = {"typed": "gradient", "target": "target"}.get(now.upstream)
    if field is None:
        return settings, []
    if may_be_typed(shape):
        written, told = refitted(getattr(now, field), field, shape)
        return settings.changed(**{field: written}), told
    if now.upstream == "target" and not now.target:
        has_own = getattr(settings, "aim", "") in OWN_AIMS
        return (_aiming(settings, FIRST_AIM) if has_own else settings), []
    used = "ones" if now.upstream == "typed" else "target"
    notice = Notice("too_many_typed", field, used="×".join(map(str, shape)))
    wished = settings.changed(upstream=used, gradient="", target="")
    return _aiming(wished, FIRST_AIM), [notice]


def with_upstream(settings: S, field: str, written: str, aim: str = "custom") -> S:
    """Return settings with a typed grid as the ``gradient`` or the ``target``.

    aim: what a target's numbers are, "custom" or of an "upload".
    """
    if field != "target":
        return settings.changed(**{"upstream": "typed", field: written})
    return _aiming(settings.changed(upstream="target", target=written), aim)


def _aiming(settings: S, aim: str) -> S:
    """Return settings with another ``aim``, in a lesson that has one."""
    return settings.changed(aim=aim) if hasattr(settings, "aim") else settings
