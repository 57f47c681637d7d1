"""A trained network is the one that torch trains, loss by loss, with each kind of layer."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from tests.learning.twin import twin
from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
)
from visualizer.learning import Draws, Run, TrainingSettings
from visualizer.learning.records import Learning
from visualizer.material.digits import digits

NETWORKS: dict[str, tuple[Learning, ...]] = {
    "default": TrainingSettings().network(),
    "all kinds": (
        Conv(6, 3, padding=1),
        BatchNorm(),
        Activation("leaky_relu"),
        MaxPool(3, 2, 1),
        Conv(8, 3, stride=1, padding=2, dilation=2, groups=2, bias=False),
        Activation("tanh"),
        Dropout(0.25),
        AvgPool(2, 1, ceil_mode=True),
        Conv(8, 2),
        Activation("sigmoid"),
        Flatten(),
        Linear(12, bias=False),
        BatchNorm(),
        Activation("gelu"),
        Dropout(0.5),
        Linear(10),
    ),
    "no dense layer but the last": (
        Conv(6, 3, stride=2),
        Activation("relu"),
        Conv(6, 2),
        GlobalAvgPool(),
    ),
}


def optimiser(settings: TrainingSettings, made: nn.Module) -> torch.optim.Optimizer:
    if settings.optimiser == "adam":
        return torch.optim.Adam(
            made.parameters(), settings.rate, weight_decay=settings.decay, foreach=False
        )
    momentum = 0.9 if settings.optimiser == "momentum" else 0.0
    return torch.optim.SGD(
        made.parameters(), settings.rate, momentum, weight_decay=settings.decay, foreach=False
    )


def losses_of_torch(run: Run, made: nn.Sequential) -> list[float]:
    """Train torch's twin for an epoch, with the pictures in the order of our seed."""
    settings = run.settings
    pictures = torch.tensor(digits()[0].pictures[run.chosen.places])
    labels = torch.tensor(run.chosen.labels)
    descent, found = optimiser(settings, made), []
    order = torch.tensor(Draws(settings.seed, "order").order(settings.pictures))
    for places in order.split(settings.batch):
        descent.zero_grad()
        loss = nn.functional.cross_entropy(made(pictures[places]), labels[places])
        loss.backward()
        descent.step()
        found.append(loss.item())
    return found


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize(
    ("kind", "rate", "decay", "noise"),
    [("sgd", 0.1, 0.0, 0.0), ("momentum", 0.02, 1e-3, 0.0), ("adam", 3e-3, 1e-2, 0.3)],
)
def test_an_epoch_is_torchs(name: str, kind: str, rate: float, decay: float, noise: float) -> None:
    settings = TrainingSettings(
        layers=NETWORKS[name], optimiser=kind, rate=rate, decay=decay, noise=noise,
        pictures=1200 if (name, kind) == ("default", "momentum") else 256, epochs=1, seed=7,
    )  # fmt: skip
    run = Run(settings, dtype="f8")
    made = twin(run.network, settings.seed)
    assert run.one_epoch() == "epoch"
    assert run.step == 0  # epoch 0: measured before the first step
    assert run.one_epoch() == "epoch"
    expected = losses_of_torch(run, made)
    assert len(run.losses) == run.steps_per_epoch == len(expected)
    np.testing.assert_allclose(run.losses, expected, rtol=0, atol=1e-6)
    for key, array in run.network.named().items():
        np.testing.assert_allclose(array, made.state_dict()[key], rtol=0, atol=1e-9)
    made.eval()
    validation = digits()[1]
    with torch.no_grad():
        logits = made(torch.tensor(validation.pictures))
    loss = nn.functional.cross_entropy(logits, torch.tensor(validation.labels)).item()
    measured = run.film.epochs[-1].validation
    assert measured.loss == pytest.approx(loss, abs=1e-9)
    assert measured.accuracy == np.mean(logits.numpy().argmax(axis=1) == validation.labels)


def test_in_float32_the_losses_stay_close_to_those_of_float64() -> None:
    runs = [Run(TrainingSettings(epochs=1), dtype) for dtype in ("f4", "f8")]
    for run in runs:
        run.one_epoch()
        run.one_epoch()
    np.testing.assert_allclose(runs[0].losses, runs[1].losses, rtol=0, atol=1e-3)
