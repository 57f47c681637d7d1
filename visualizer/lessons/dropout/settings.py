"""The dropout lesson's settings: every one, its default, its bounds and why they are so."""

from __future__ import annotations

from dataclasses import dataclass

from visualizer.material.randomness import LAST_SEED
from visualizer.settings.table import Settings, choice, decimal, whole

MODES = ("train", "eval")


@dataclass(frozen=True)
class DropoutSettings(Settings, prefix="drop"):
    """All settings: the network, what drops out of it, and how often it is drawn."""

    # Two hidden layers of five: the network of the lecture.
    inputs: int = whole(4, 2, 6, section="input")
    layers: int = whole(2, 1, 3, section="input")
    # Eight neurons are as many as one can still number in a drawing.
    neurons: int = whole(5, 2, 8, section="input")
    outputs: int = whole(2, 1, 3, section="input")
    p: float = decimal(0.5, 0.0, 1.0, section="motion", step=0.05, slider=True)
    mode: str = choice("train", MODES, section="motion")
    seed: int = whole(49, 0, LAST_SEED, section="motion")
    # 2000 draws bring the mean within a few hundredths, and still compute in milliseconds.
    draws: int = whole(500, 1, 2000, section="after")
