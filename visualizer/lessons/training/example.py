"""From the page's settings to the trainings that it runs: one, or a claim's two."""

from __future__ import annotations

from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    Linear,
    MaxPool,
)
from visualizer.learning import Claim, Learning, TrainingSettings, claims
from visualizer.lessons.training import stack
from visualizer.lessons.training.settings import TrainingPageSettings
from visualizer.material.digits import CLASSES


def claim_of(settings: TrainingPageSettings) -> Claim | None:
    """Return the claim whose pair the page shows; None for the reader's own training."""
    return next((claim for claim in claims() if claim.name == settings.claim), None)


def trainings(settings: TrainingPageSettings) -> tuple[TrainingSettings, ...]:
    """Return what is trained: one training, or two for a claim."""
    claim = claim_of(settings)
    if claim is not None:
        return claim.seeded(settings.seed)
    return (
        TrainingSettings(
            layers(settings),
            settings.optimiser,
            settings.rate,
            settings.batch,
            settings.pictures,
            settings.noise,
            settings.decay,
            settings.epochs,
            settings.seed,
            settings.bias,
        ),
    )


def layers(settings: TrainingPageSettings) -> tuple[Learning, ...]:
    """Return the reader's own layers, or those that the settings make."""
    if settings.net:
        return stack.read(settings.net)
    made: list[Learning] = []
    act = Activation(settings.act)
    for place in range(settings.convs):
        made.append(Conv(settings.later if place else settings.filters, 3, padding=1))
        if settings.norm:
            made.append(BatchNorm())
        made.append(act)
    if settings.pool != "none":
        made.append(MaxPool(2) if settings.pool == "max" else AvgPool(2))
    dropped = [Dropout(settings.drop)] if settings.drop else []
    made += [*dropped, Flatten()]
    if settings.hidden:
        made += [Linear(settings.hidden), act, *dropped]
    return (*made, Linear(CLASSES))
