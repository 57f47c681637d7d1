"""What a training depends on, its bounds, and the pictures that it chooses."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from visualizer.engine.arguments import between, choice, positive, whole
from visualizer.engine.network.counts import formulas
from visualizer.engine.network.layers import (
    Activation,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    Layer,
    Linear,
    MaxPool,
    both,
)
from visualizer.engine.network.shapes import Shape
from visualizer.learning.draws import Draws
from visualizer.learning.optimisers import OPTIMISERS
from visualizer.learning.records import Learning, complete, shape_after
from visualizer.material.digits import CLASSES, SIZE, TRAINING_PICTURES, Digits

INPUT: Final[Shape] = (1, SIZE, SIZE)

DEFAULT_LAYERS: Final[tuple[Learning, ...]] = (
    Conv(8, 3, padding=1),
    Activation("relu"),
    Conv(16, 3, padding=1),
    Activation("relu"),
    MaxPool(2),
    Dropout(0.5),
    Flatten(),
    Linear(CLASSES),
)

MOST_LAYERS: Final = 24
MOST_WEIGHTS: Final = 40_000
MOST_PRODUCTS: Final = 1_000_000
"""Multiply-adds for one picture, so that one step stays short and others get their turn."""

MOST_CELLS: Final = 100_000
"""Numbers kept for one picture, the windows of convolutions side by side included."""

FEWEST_PICTURES: Final = 20
MOST_BATCH: Final = 128
MOST_EPOCHS: Final = 200
LAST_SEED: Final = 9999


@dataclass(frozen=True)
class TrainingSettings:
    """All that a training depends on; what it does follows from this alone.

    layers: as `records.complete` takes them; optimiser: a name of OPTIMISERS; rate: the learning
    rate; batch: pictures a step; pictures: for training, FEWEST_PICTURES to all; noise: the share
    of them with a wrong label; decay: of the weights; epochs: when it ends by itself; seed: of
    weights, order, dropout and choice; bias: added to the initial biases of all layers but the
    last, so that −1 is a bad start for ReLU.
    """

    layers: tuple[Layer, ...] = DEFAULT_LAYERS
    optimiser: str = "momentum"
    rate: float = 0.05
    batch: int = 32
    pictures: int = TRAINING_PICTURES
    noise: float = 0.0
    decay: float = 0.0
    epochs: int = 30
    seed: int = 0
    bias: float = 0.0

    def network(self) -> tuple[Learning, ...]:
        """Return the layers of the classifier; EngineError where they do not fit."""
        return complete(self.layers, CLASSES, INPUT)


class Size(NamedTuple):
    """Of each layer: its weights, and for one picture the multiply-adds and the numbers kept."""

    weights: tuple[int, ...]
    products: tuple[int, ...]
    cells: tuple[int, ...]


def sizes(layers: tuple[Learning, ...]) -> Size:
    """Return what each layer needs; EngineError where they do not fit."""
    weights, products, cells, shape = [], [], [], INPUT
    for layer in layers:
        output = shape_after(layer, shape)
        found = formulas(layer, shape, output)
        batch_norm = isinstance(layer, BatchNorm)
        weights.append(2 * shape[0] if batch_norm else found.weights.result + found.biases)
        products.append(found.multiply_adds.result)
        cells.append(2 * prod(output) + _windows(layer, shape, output))
        shape = output
    return Size(tuple(weights), tuple(products), tuple(cells))


def _windows(layer: Learning, shape: Shape, output: Shape) -> int:
    """Return how many cells the windows have that go forward, and those that go back."""
    if not isinstance(layer, Conv):
        return 0
    kernel = prod(both(layer.kernel_size))
    padded = prod(size + 2 * pad for size, pad in zip(shape[1:], both(layer.padding), strict=True))
    forward = shape[0] * (padded + kernel * prod(output[1:]))
    return forward + output[0] * (padded + kernel * prod(shape[1:]))


def check(settings: TrainingSettings) -> TrainingSettings:
    """Return the settings; EngineError for what is out of bounds, or layers that do not fit."""
    whole("layers", len(settings.layers), 0, MOST_LAYERS)
    choice("optimiser", settings.optimiser, tuple(OPTIMISERS))
    positive("rate", settings.rate)
    whole("batch", settings.batch, 1, MOST_BATCH)
    whole("pictures", settings.pictures, FEWEST_PICTURES, TRAINING_PICTURES)
    between("noise", settings.noise, 0.0, 1.0)
    between("decay", settings.decay, 0.0, 1.0)
    whole("epochs", settings.epochs, 1, MOST_EPOCHS)
    whole("seed", settings.seed, 0, LAST_SEED)
    between("bias", settings.bias, -10.0, 10.0)
    needed = sizes(settings.network())
    whole("weights", sum(needed.weights), 1, MOST_WEIGHTS)
    whole("products", sum(needed.products), 1, MOST_PRODUCTS)
    whole("cells", sum(needed.cells), 1, MOST_CELLS)
    return settings


class Chosen(NamedTuple):
    """The places of the training pictures in the whole set, and the labels that they get."""

    places: NDArray[np.intp]
    labels: NDArray[np.intp]


def chosen(settings: TrainingSettings, training: Digits) -> Chosen:
    """Choose as many of each digit as possible, by the seed, and give some of them wrong labels."""
    mixed = Draws(settings.seed, "pictures").order(len(training))
    labels = training.labels[mixed]
    rank = np.empty(len(mixed), dtype=np.intp)
    for digit in range(CLASSES):
        of_digit = labels == digit
        rank[of_digit] = np.arange(of_digit.sum())
    places = mixed[np.argsort(rank, kind="stable")[: settings.pictures]]
    found = training.labels[places]
    draws = Draws(settings.seed, "noise")
    wrong = draws.order(len(places))[: round(settings.noise * len(places))]
    shift = 1 + np.floor(draws.uniform(len(wrong)) * (CLASSES - 1)).astype(np.intp)
    found[wrong] = (found[wrong] + shift) % CLASSES
    return Chosen(places, found)
