"""The story of an output's shape: formulas, sentences and facts, the same form in every lesson."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A number about the layer: its label, its value and how it comes about."""

    label: str
    value: str
    how: str


@dataclass(frozen=True)
class ShapeStory:
    """``formulas``: LaTeX, the general one first; ``sentences``: what they mean here; ``facts``."""

    formulas: tuple[str, ...]
    sentences: tuple[str, ...]
    facts: tuple[Fact, ...]
