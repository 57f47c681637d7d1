"""The training page's settings: each with its default, its bounds, and the reason for them.

The bounds keep every network small enough for the trainer: a test checks their corners.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from visualizer.lessons.training.stack import stack
from visualizer.material.digits import TRAINING_PICTURES, VALIDATION_PICTURES
from visualizer.settings.table import Settings, choice, decimal, flag, whole

NO_CLAIM: Final = "none"
CLAIMS: Final = ("vanishing", "dying", "pooling", "dropout", "data")
ACTIVATIONS: Final = ("relu", "leaky_relu", "sigmoid", "tanh", "gelu")
POOLINGS: Final = ("max", "avg", "none")
OPTIMISERS: Final = ("sgd", "momentum", "adam")
MOST_FILTERS: Final = 16
MOST_LATER: Final = {4: 14, 5: 10}
"""Filters of all but the first convolution, in deep networks."""
MOST_HIDDEN: Final = 64
MOST_HIDDEN_UNPOOLED: Final = 24
"""Four times as many numbers arrive where nothing pools them."""


@dataclass(frozen=True)
class TrainingPageSettings(Settings, prefix="train"):
    """All settings: what is learned, by which layers, and how."""

    # A prepared pair in place of the reader's own network; all but the seed follows from it.
    claim: str = choice(NO_CLAIM, (NO_CLAIM, *CLAIMS))
    pictures: int = whole(TRAINING_PICTURES, 20, TRAINING_PICTURES, section="input", slider=True)
    # The validation picture whose maps are drawn, counted from 1.
    picture: int = whole(1, 1, VALIDATION_PICTURES, section="input")
    # Five convolutions are deep enough for a sigmoid's gradient to vanish.
    convs: int = whole(2, 0, 5, section="layers", slider=True)
    filters: int = whole(8, 1, MOST_FILTERS, section="layers")
    later: int = whole(16, 1, MOST_FILTERS, section="layers")
    act: str = choice("relu", ACTIVATIONS, section="layers")
    norm: bool = flag(False, section="layers")
    pool: str = choice("max", POOLINGS, section="layers")
    drop: float = decimal(0.5, 0.0, 0.9, section="layers", step=0.05, slider=True)
    hidden: int = whole(0, 0, MOST_HIDDEN, section="layers")
    # Layers of the reader's own, in place of all of these.
    net: str = stack(section="layers")
    optimiser: str = choice("momentum", OPTIMISERS, section="learning")
    # Up to where everything diverges.
    rate: float = decimal(0.05, 0.0001, 10.0, 4, section="learning")
    batch: int = whole(32, 1, 128, section="learning")
    epochs: int = whole(30, 1, 200, section="learning")
    seed: int = whole(0, 0, 9999, section="learning")
    noise: float = decimal(0.0, 0.0, 1.0, section="more", step=0.05, slider=True)
    decay: float = decimal(0.0, 0.0, 1.0, 4, section="more")
    # Below zero, ReLU's units begin dead.
    bias: float = decimal(0.0, -2.0, 2.0, 1, section="more", step=0.1, slider=True)
