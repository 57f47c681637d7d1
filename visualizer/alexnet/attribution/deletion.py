"""What is left of an answer while the marked parts of a picture go.

V. Petsiuk, A. Das, K. Saenko, "RISE: Randomized Input Sampling for Explanation of Black-box
Models", 2018, and before it W. Samek et al., "Evaluating the Visualization of What a Deep Neural
Network Has Learned", 2017.

Small squares go, as wide as the step of AlexNet's first convolution, and each fades into the same
place of the blurred picture. Cut out sharply, squares in random order would make many edges of
their own and those of a map few, as they lie together: the network would be disturbed by edges, and
not by what is missing. ``python -m benchmarks.attribution variants`` measures both.

If a map marks what the class's probability rests on, it falls sooner than it does when the squares
go in random order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from visualizer.alexnet.attribution.heat import check_class, probabilities
from visualizer.alexnet.attribution.replacement import blurred, softened
from visualizer.alexnet.preprocessing import MEAN, STD
from visualizer.alexnet.run import Cancel, Run

SQUARE = 4  # pixels
_SOFT = 1.0  # of a square: the Gaussian that its edge fades by
STEPS = 20
SEEDS = 5


@dataclass(frozen=True)
class Curve:
    """A class's probability while squares go.

    ``shares``: of the squares that are gone, (n,), from 0 to 1; ``probabilities``: (n,), 0 to 1.
    """

    shares: np.ndarray
    probabilities: np.ndarray

    @property
    def area(self) -> float:
        """The area under the curve, 0 to 1: the mean probability. Small is a map that hits."""
        return float(np.trapezoid(self.probabilities, self.shares))


def squares(values: np.ndarray, square: int = SQUARE) -> np.ndarray:
    """Return the mean of (S, S) values in each square, (n, n); the last ones may be cut."""
    marks = range(0, values.shape[0], square)
    sums = np.add.reduceat(np.add.reduceat(values.astype(np.float64), marks, 0), marks, 1)
    sizes = np.diff([*marks, values.shape[0]])
    return np.asarray(sums / np.outer(sizes, sizes))


def marked_order(spread: np.ndarray, square: int = SQUARE, seed: int = 0) -> np.ndarray:
    """Return the squares' numbers, row by row from 0, those with most evidence first.

    spread: evidence at the input's size, (S, S). Squares with the same evidence, such as those
    where Grad-CAM has none, come in the random order of the seed.
    """
    means = squares(spread, square).ravel()
    chance = random_order(spread.shape[0], seed, square)
    return chance[np.argsort(-means[chance], kind="stable")]


def random_order(size: int, seed: int, square: int = SQUARE) -> np.ndarray:
    """Return the numbers of the squares of a picture of ``size`` pixels in random order."""
    return np.random.default_rng(seed).permutation((-(-size // square)) ** 2)


def without(run: Run, order: Sequence[int] | np.ndarray, square: int = SQUARE) -> np.ndarray:
    """Return a run's picture with the numbered squares blurred: bytes (S, S, 3) to be looked at."""
    gone = _masks(run, [np.asarray(order, dtype=int)], square)
    normalised = torch.lerp(run.input, blurred(run.input), gone).numpy().transpose(1, 2, 0)
    pixels = (normalised * np.array(STD) + np.array(MEAN)) * 255
    return np.asarray(np.rint(pixels).clip(0, 255).astype(np.uint8))


def deletion(
    run: Run,
    class_index: int,
    order: np.ndarray,
    square: int = SQUARE,
    steps: int = STEPS,
    batch: int = 10,
    cancel: Cancel | None = None,
) -> Curve:
    """Measure a class's probability while squares of a picture go in an order.

    ``order``: the numbers of all squares, as of `marked_order`. ``steps``: how often it is
    measured after the whole picture. ``cancel``: asked before each layer; if it returns True,
    `Cancelled` is raised. Raises AlexNetError for a class that there is not.
    """
    check_class(run, class_index)
    counts = np.rint(np.linspace(0, len(order), steps + 1)).astype(int)
    found = [float(run.probabilities[class_index])]
    with torch.inference_mode():
        blank = blurred(run.input)
        for first in range(1, len(counts), batch):
            gone = [order[:count] for count in counts[first : first + batch]]
            masks = _masks(run, gone, square)[:, None]
            pictures = torch.lerp(run.input[None], blank[None], masks)
            found += probabilities(run, pictures, cancel)[:, class_index].tolist()
    return Curve(counts / len(order), np.array(found))


def _masks(run: Run, orders: Sequence[np.ndarray], square: int) -> torch.Tensor:
    """Return for each choice of squares what share of a pixel is gone, (n, S, S), 0 to 1."""
    size = int(run.input.shape[-1])
    side = -(-size // square)
    cells = np.zeros((len(orders), side * side), dtype=np.float32)
    for each, gone in zip(cells, orders, strict=True):
        each[gone] = 1
    grids = cells.reshape(-1, side, side).repeat(square, 1).repeat(square, 2)
    return softened(torch.from_numpy(grids[:, :size, :size].copy()), square * _SOFT)
