"""Gradient descent on the mean squared error of one layer, every step of it kept.

A convolution is linear in its weights: its output at a place is the row of the numbers under the
window there, times the weights. With these rows as a matrix A the loss L = Σ(A·w − t)² / N has the
gradient 2·Aᵀ·(A·w − t) / N and the Hessian H = 2·Aᵀ·A / N, the same everywhere. A step of descent
multiplies the error along each eigenvector of H by 1 − η·λ, so that it shrinks along all of them if
and only if η < 2 / λmax (Y. Nesterov, "Introductory Lectures on Convex Optimization", 2004, 1.2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from visualizer.engine import ELEMENTWISE

Array = NDArray[np.float64]

MOST_GROWTH = 1e4
"""How many times the first loss another may be before the descent is called diverged and ends."""

_NEVER_SHOWN = 1e9  # times the first loss: a single step may lead so far that nothing can be read


@dataclass(frozen=True, eq=False)
class Problem:
    """What a layer is to learn: ``target`` (F, P), the output of F filters at P places.

    rows: (G, P, K), for each group of filters the K numbers that its weights multiply at each
    place. activation: a key of ``engine.ELEMENTWISE``, or "none".
    """

    rows: Array
    target: Array
    activation: str = "none"

    @property
    def weights(self) -> int:
        """How many weights a filter has, its bias included where there is one."""
        return int(self.rows.shape[2])

    @cached_property
    def curvatures(self) -> Array:
        """The eigenvalues of the loss's Hessian (K,), ascending, of the group with the greatest.

        Without the activation: with one they hold where its slope is 1.
        """
        squares = self.rows.swapaxes(1, 2) @ self.rows
        found = np.linalg.eigvalsh(2.0 * squares / self.target.size)
        return np.asarray(np.maximum(found[np.argmax(found[:, -1])], 0.0))

    @property
    def bound(self) -> float:
        """The learning rate 2 / λmax, from which on descent diverges; infinite without a slope."""
        steepest = float(self.curvatures[-1])
        return 2.0 / steepest if steepest else float("inf")

    @cached_property
    def rank(self) -> int:
        """How many directions of a filter's weights show in the output at all, of the worst group.

        Below ``weights`` others have the same output, and descent moves along none of them.
        """
        return int(np.linalg.matrix_rank(self.rows).min())

    @cached_property
    def best(self) -> Array:
        """The weights (F, K) with the least loss, the shortest such; without the activation."""
        filters = len(self.target) // len(self.rows)
        targets = self.target.reshape(len(self.rows), filters, -1)
        found = np.linalg.pinv(self.rows) @ targets.swapaxes(1, 2)
        dust = 1e-12 * max(1.0, float(np.abs(found).max(initial=0.0)))
        found[np.abs(found) < dust] = 0.0
        return np.asarray(found.swapaxes(1, 2).reshape(len(self.target), self.weights))

    def output(self, weights: Array) -> tuple[Array, Array]:
        """Return the sums and the outputs (F, P) that weights (F, K) make."""
        by_group = weights.reshape(len(self.rows), -1, self.weights)
        sums = (by_group @ self.rows.swapaxes(1, 2)).reshape(self.target.shape)
        if self.activation == "none":
            return sums, sums
        return sums, np.asarray(ELEMENTWISE[self.activation].function(sums))

    def loss(self, weights: Array) -> float:
        """Return the mean squared error of weights (F, K)."""
        return float(np.mean((self.output(weights)[1] - self.target) ** 2))

    def deltas(self, weights: Array) -> tuple[float, Array]:
        """Return the loss of weights (F, K), and its gradient at the sums (F, P)."""
        sums, outputs = self.output(weights)
        apart = outputs - self.target
        back = 2.0 * apart / apart.size
        if self.activation != "none":
            back = back * ELEMENTWISE[self.activation].derivative(sums)
        return float(np.mean(apart**2)), back

    def step(self, weights: Array) -> tuple[float, Array]:
        """Return the loss of weights (F, K) and its gradient, shaped as they are."""
        loss, back = self.deltas(weights)
        gradient = back.reshape(len(self.rows), -1, back.shape[1]) @ self.rows
        return loss, gradient.reshape(weights.shape)


@dataclass(frozen=True, eq=False)
class Descent:
    """Every step of a descent, from the start on: S steps have S + 1 losses.

    weights, gradients: (S + 1, F, K). diverged: whether it ended early since the loss grew beyond
    ``MOST_GROWTH`` times the first; all numbers are finite nevertheless.
    """

    weights: Array
    gradients: Array
    losses: Array
    diverged: bool

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.losses) - 1


def descend(problem: Problem, start: Array, rate: float, steps: int) -> Descent:
    """Take ``steps`` steps w ← w − rate·∂L/∂w from ``start`` (F, K); fewer where it diverges."""
    weights = np.asarray(start, dtype=np.float64)
    kept: list[tuple[Array, Array, float]] = []
    diverged = False
    with np.errstate(all="ignore"):
        for _ in range(steps + 1):
            loss, gradient = problem.step(weights)
            growth = loss / max(kept[0][2], 1e-12) if kept else 1.0
            diverged = not growth <= MOST_GROWTH  # NaN too
            if growth <= _NEVER_SHOWN:
                kept.append((weights, gradient, loss))
            if diverged:
                break
            weights = weights - rate * gradient
    places, gradients, losses = zip(*kept, strict=True)
    return Descent(np.stack(places), np.stack(gradients), np.array(losses), diverged)
