"""Integrated gradients: each pixel's share of what a class's logit gained from a baseline on.

M. Sundararajan, A. Taly, Q. Yan, "Axiomatic Attribution for Deep Networks", 2017.

On the straight way from a baseline to the picture, the gradient of the class's logit is integrated
and multiplied by what the pixel gained. All pixels together give the logit's difference between
both ends, whatever the network is: that is what says whether there were enough steps.

A ReLU network's slope jumps along the way, above all near the baseline, where the picture is pale
and thousands of units switch on. So the way is cut into stretches, and more steps go where a
stretch's sum is farthest from the difference of the logits at its ends, which is known.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from visualizer.alexnet.attribution.heat import Heat, check_class, forward, stop_if
from visualizer.alexnet.attribution.replacement import baseline as baseline_of
from visualizer.alexnet.run import Cancel, Run

TOLERANCE = 0.01
LIMIT = 640
_STRETCHES, _FIRST = 16, 4  # 65 pictures at least
_SCALE_AT = 99.5  # percent of the pixels lie within the overlay's scale; single ones are far out


@dataclass(frozen=True)
class IntegratedStep:
    """Integrated gradients as far as they have come.

    ``steps``: pictures of the way that were looked at, of at most ``limit``. ``total``: the sum of
    the map. ``logit``, ``baseline_logit``: the class's, at both ends. ``baseline``: black or
    blurred. ``tolerance``: how far ``total`` may be from the difference, a share of it. ``done``:
    whether this is the last step.
    """

    heat: Heat
    steps: int
    limit: int
    total: float
    logit: float
    baseline_logit: float
    baseline: str
    tolerance: float
    done: bool

    @property
    def complete(self) -> bool:
        """Whether the map sums to the logit's difference, within the tolerance."""
        return self.gap <= self.tolerance

    @property
    def difference(self) -> float:
        """What the sum of the map is to be: logit − logit of the baseline."""
        return self.logit - self.baseline_logit

    @property
    def gap(self) -> float:
        """How far the sum is from the difference, as a share of it; 0 or more, may be infinite."""
        off = abs(self.total - self.difference)
        return off / abs(self.difference) if self.difference else (np.inf if off else 0.0)


def integrated_gradients(
    run: Run,
    class_index: int,
    baseline: str = "black",
    tolerance: float = TOLERANCE,
    limit: int = LIMIT,
    batch: int = 8,
    cancel: Cancel | None = None,
) -> Iterator[IntegratedStep]:
    """Integrate a class's gradients from a baseline to a run's picture, summed over the colours.

    Steps are added until the sum of the map is within ``tolerance``, a share, of the logit's
    difference, or until there are ``limit``. A step is yielded after every few pictures; the last
    one is ``done``. ``baseline``: black or blurred. ``batch``: pictures at a time. ``cancel``:
    asked before each layer; if it returns True, `Cancelled` is raised. Closing the generator stops
    it as well. Raises AlexNetError at once for a class or a baseline that there is not.
    """
    check_class(run, class_index)
    way = _Way(run, class_index, baseline_of(run.input, baseline), max(1, batch), cancel)
    return _integrate(way, baseline, tolerance, limit)


class _Way:
    """The straight way from a baseline to a run's picture; counts the pictures looked at."""

    def __init__(
        self, run: Run, class_index: int, start: Tensor, batch: int, cancel: Cancel | None
    ) -> None:
        self.run, self.class_index, self.start = run, class_index, start
        self.batch, self.cancel, self.steps = batch, cancel, 0

    def look(self, places: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the logits (n,) and the weighted sum of gradients times gain, (S, S); float64.

        places: (n,) from 0, the baseline, to 1, the picture.
        """
        logits, total = [], np.zeros(self.run.input.shape[1:])
        for first in range(0, len(places), self.batch):
            part = slice(first, first + self.batch)
            # Outside of inference mode, which the caller may be in and which knows no gradients.
            with torch.inference_mode(False), torch.enable_grad():
                here = torch.from_numpy(places[part].astype(np.float32))[:, None, None, None]
                start = self.start.clone()
                gain = self.run.input.clone() - start
                pictures = (start + here * gain).requires_grad_()
                found = forward(self.run, pictures, self.cancel)[:, self.class_index]
                stop_if(self.cancel)
                (gradient,) = torch.autograd.grad(found.sum(), pictures)
                maps = (gradient * gain).sum(dim=1).double().numpy()
            total += np.tensordot(weights[part], maps, axes=1)
            logits.append(found.detach().double().numpy())
            self.steps += len(here)
        return np.concatenate(logits), total

    def ends(self) -> tuple[float, float]:
        """Return the class's logit of the baseline and of the picture."""
        with torch.inference_mode():
            first = forward(self.run, self.start[None], self.cancel)[0, self.class_index]
        return float(first), float(self.run.logits[self.class_index])


class _Stretch:
    """A part of the way, from ``low`` to ``high``, and the trapezoid rule over ``count`` parts.

    ``map``: what the rule gives for it, (S, S) float64; ``rise``: what it should sum to, the
    logit's difference between the two ends.
    """

    def __init__(self, low: float, high: float, count: int, way: _Way) -> None:
        self.low, self.high, self.count, self.way = low, high, count, way
        self.map = np.zeros(way.run.input.shape[1:])
        self.rise = 0.0

    @property
    def rest(self) -> float:
        """What the sum lacks."""
        return self.rise - float(self.map.sum())

    def begin(self) -> None:
        """Look at the ends and at what lies evenly between."""
        places = np.linspace(self.low, self.high, self.count + 1)
        weights = np.full(len(places), (self.high - self.low) / self.count)
        weights[[0, -1]] /= 2
        logits, self.map = self.way.look(places, weights)
        self.rise = float(logits[-1] - logits[0])

    def halve(self) -> None:
        """Halve every part: half the old rule and half the rule of the middles."""
        width = (self.high - self.low) / self.count
        middles = self.low + width * (np.arange(self.count) + 0.5)
        _, found = self.way.look(middles, np.full(self.count, width))
        self.map = (self.map + found) / 2
        self.count *= 2


def _integrate(way: _Way, kind: str, tolerance: float, limit: int) -> Iterator[IntegratedStep]:
    started = time.perf_counter()
    # Shorter near the baseline, where the slope jumps most.
    marks = np.linspace(0, 1, _STRETCHES + 1) ** 2
    stretches = [_Stretch(low, high, _FIRST, way) for low, high in pairwise(marks.tolist())]
    ends = way.ends()

    def step(*, over: bool) -> IntegratedStep:
        raw = np.sum([each.map for each in stretches], axis=0)
        total, difference = float(raw.sum()), ends[1] - ends[0]
        enough = abs(total - difference) <= tolerance * abs(difference)
        probability = float(way.run.probabilities[way.class_index])
        seconds = time.perf_counter() - started
        shown, small = _scaled(raw), raw.astype(np.float32)
        heat = Heat("integrated", way.class_index, "", small, shown, probability, seconds)
        return IntegratedStep(
            heat, way.steps, limit, total, ends[1], ends[0], kind, tolerance,
            over and (enough or full()),
        )  # fmt: skip

    def full() -> bool:
        return way.steps + worst().count > limit

    def worst() -> _Stretch:
        return max(stretches, key=lambda each: abs(each.rest))

    for each in stretches:
        each.begin()
        yield step(over=each is stretches[-1])
    now = step(over=True)
    while not now.done:
        worst().halve()
        now = step(over=True)
        yield now


def _scaled(raw: np.ndarray) -> np.ndarray:
    positive: np.ndarray = np.maximum(raw, 0)
    end = float(np.percentile(np.abs(raw), _SCALE_AT)) or float(positive.max())
    return np.minimum(positive / end, 1).astype(np.float32) if end > 0 else positive
