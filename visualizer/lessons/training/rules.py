"""A prepared pair hides all but its seed, own layers those by controls; no layer, no settings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace

from visualizer.lessons.training.settings import (
    MOST_FILTERS,
    MOST_HIDDEN,
    MOST_HIDDEN_UNPOOLED,
    MOST_LATER,
    NO_CLAIM,
    TrainingPageSettings,
)
from visualizer.settings.rules import Bounds, Notice, Rules

_OF_A_CLAIM = {"claim", "seed"}
_LAYERS = {"convs", "filters", "later", "act", "norm", "pool", "drop", "hidden"}


class TrainingRules(Rules[TrainingPageSettings]):
    """The rules of the training page."""

    def limits(self, settings: TrainingPageSettings) -> dict[str, Bounds]:
        """Return how many filters and hidden units the trainer has room for."""
        return {
            "later": Bounds(1, _most_later(settings)),
            "hidden": Bounds(0, _most_hidden(settings)),
        }

    def settle(self, settings: TrainingPageSettings) -> tuple[TrainingPageSettings, list[Notice]]:
        """Take fewer filters in deep networks, fewer hidden units where nothing is pooled.

        Without notices: who asked for them in an address is told that they were adjusted.
        """
        later = min(settings.later, _most_later(settings))
        hidden = min(settings.hidden, _most_hidden(settings))
        return replace(settings, later=later, hidden=hidden), []

    def hidden(self, settings: TrainingPageSettings) -> Collection[str]:
        """Return what means nothing now."""
        if settings.claim != NO_CLAIM:
            return {field.name for field in fields(settings)} - _OF_A_CLAIM
        gone: set[str] = set()
        if settings.net:
            return _LAYERS
        if settings.convs < 2:
            gone |= {"later"}
        if settings.convs < 1:
            gone |= {"filters", "norm"}
            if not settings.hidden:
                gone |= {"act", "bias"}
        return gone


def _most_later(settings: TrainingPageSettings) -> int:
    return MOST_LATER.get(settings.convs, MOST_FILTERS)


def _most_hidden(settings: TrainingPageSettings) -> int:
    return MOST_HIDDEN_UNPOOLED if settings.pool == "none" else MOST_HIDDEN
