"""What the settings of a learning kernel depend on."""

from __future__ import annotations

from dataclasses import replace
from math import prod

from visualizer.lessons.convolution.settings import (
    MOST_DESCENTS,
    ConvolutionSettings,
)
from visualizer.material.randomness import LAST_SEED
from visualizer.settings import upstream
from visualizer.settings.rules import Bounds, Notice
from visualizer.settings.upstream import OWN_AIMS

MOST_NUMBERS = 60_000
"""Weights of all steps together: with their gradients, a megabyte to be sent."""

Shape = tuple[int, int, int]

FIELDS = ("goal", "start", "rate", "rate_value", "descents", "opened")


def hidden(settings: ConvolutionSettings) -> dict[str, bool]:
    """Tell by field what means nothing; the target is spoken of where a kernel learns alone."""
    found = dict.fromkeys(FIELDS, not settings.learns)
    if settings.learns:
        found["rate_value"] = settings.rate != "own"
        # The picture is chosen, typed and painted as that of a backward pass is.
        found["aim"] = settings.goal != "painted"
        found["target"] = found["aim"] or settings.aim not in OWN_AIMS
    return found


def limits(settings: ConvolutionSettings) -> dict[str, Bounds]:
    """Return the bounds that are known without trying."""
    return {
        "start": Bounds(0, LAST_SEED),
        "descents": Bounds(1, _most_descents(settings)),
        "opened": Bounds(0, settings.weight_count - 1),
    }


def fitted(settings: ConvolutionSettings, shape: Shape) -> tuple[ConvolutionSettings, list[Notice]]:
    """Return settings whose target has the output's shape, and what had to change for it."""
    descents = min(settings.descents, _most_descents(settings))
    opened = min(settings.opened, settings.weight_count - 1)
    now = replace(settings, descents=descents, opened=opened, step=min(settings.step, descents))
    if now.goal != "painted":
        return now, []
    now, told = upstream.fitted(replace(now, upstream="target"), shape)
    return replace(now, upstream=settings.upstream), told


def steps(settings: ConvolutionSettings) -> int:
    """Return how many places the player has: the start, and after each step."""
    return settings.descents + 1


def _most_descents(settings: ConvolutionSettings) -> int:
    return min(MOST_DESCENTS, MOST_NUMBERS // settings.weight_count - 1)


def opened_place(settings: ConvolutionSettings) -> tuple[int, int, int, int] | None:
    """Return the (filter, channel, row, column) of the opened weight, None for a bias."""
    maps, rows, cols = settings.weights_shape
    if settings.opened >= prod(settings.weights_shape):
        return None
    place, cell = divmod(settings.opened, rows * cols)
    filter_, channel = divmod(place, maps // settings.filters)
    return filter_, channel, *divmod(cell, cols)
