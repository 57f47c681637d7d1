"""A prepared pair hides all but its seed; a layer that is not there has no settings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, replace

from visualizer.lessons.training.settings import (
    MOST_HIDDEN,
    MOST_HIDDEN_UNPOOLED,
    NO_CLAIM,
    TrainingPageSettings,
)
from visualizer.settings.rules import Bounds, Notice, Rules

_OF_A_CLAIM = {"claim", "seed"}


class TrainingRules(Rules[TrainingPageSettings]):
    """The rules of the training page."""

    def limits(self, settings: TrainingPageSettings) -> dict[str, Bounds]:
        """Return how many hidden units there can be."""
        return {"hidden": Bounds(0, _most_hidden(settings))}

    def settle(self, settings: TrainingPageSettings) -> tuple[TrainingPageSettings, list[Notice]]:
        """Take fewer hidden units where nothing pools what they read."""
        most = _most_hidden(settings)
        if settings.claim != NO_CLAIM or settings.hidden <= most:
            return settings, []
        asked = str(settings.hidden)
        notice = Notice("out_of_range", "hidden", asked, f"0–{most}", str(most))
        return replace(settings, hidden=most), [notice]

    def hidden(self, settings: TrainingPageSettings) -> Collection[str]:
        """Return what means nothing now."""
        if settings.claim != NO_CLAIM:
            return {field.name for field in fields(settings)} - _OF_A_CLAIM
        gone: set[str] = set()
        if settings.convs < 2:
            gone |= {"later"}
        if settings.convs < 1:
            gone |= {"filters", "norm"}
            if not settings.hidden:
                gone |= {"act", "bias"}
        return gone


def _most_hidden(settings: TrainingPageSettings) -> int:
    return MOST_HIDDEN_UNPOOLED if settings.pool == "none" else MOST_HIDDEN
