"""The gradient at a layer's output, from which everything flows back: how settings give it."""

from __future__ import annotations

from math import prod
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from visualizer.material.patterns import pattern
from visualizer.settings.grids import MOST_CELLS, decode, refit
from visualizer.settings.inputs import refitted
from visualizer.settings.rules import Bounds, Notice, S

Array = NDArray[np.float64]
Shape = tuple[int, int, int]

UPSTREAMS = ("ones", "typed", "target")
FIELDS = ("upstream", "gradient", "target")
_TARGET = "cross"  # the picture that the output is to become, until another one is typed


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


def hidden(settings: HasSource, *, forward: bool) -> dict[str, bool]:
    """Tell by field what means nothing: all of it forward, and the grids that are not asked for."""
    return {
        "upstream": forward,
        "gradient": forward or settings.upstream != "typed",
        "target": forward or settings.upstream != "target",
    }


def target_of(settings: HasUpstream, shape: Shape, first: Array | None = None) -> Array | None:
    """Return the target (maps, rows, columns); None where the gradient has another source.

    first: what it is until another one is typed, a picture unless it is given.
    """
    if settings.upstream != "target":
        return None
    if settings.target:
        return refit(decode(settings.target), shape)
    if first is not None:
        return first
    return np.repeat(pattern(_TARGET, 1, *shape[1:]), shape[0], axis=0)


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
        return settings, []
    used = "ones" if now.upstream == "typed" else "target"
    notice = Notice("too_many_typed", field, used="×".join(map(str, shape)))
    return settings.changed(upstream=used, gradient="", target=""), [notice]


def with_upstream(settings: S, field: str, written: str) -> S:
    """Return settings with a typed grid as the ``gradient`` or the ``target``."""
    kind = "target" if field == "target" else "typed"
    return settings.changed(**{"upstream": kind, field: written})
