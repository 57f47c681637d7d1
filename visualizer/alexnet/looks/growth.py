"""Gradient ascent on a picture: what makes one unit as large as it can be.

Each step shifts the picture by a few pixels, asks in which direction the unit's value grows, takes
off what makes neighbouring pixels differ (total variation: A. Mahendran, A. Vedaldi, "Understanding
Deep Image Representations by Inverting Them", 2015), and goes a step of Adam (D. Kingma, J. Ba,
2014) that way. Without the shifts and the penalty the result is noise that no eye can read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from torch import Tensor

from visualizer.alexnet.errors import Cancelled
from visualizer.alexnet.looks.aim import Aim
from visualizer.alexnet.looks.canvas import FALL, FALL_WHOLE, Canvas
from visualizer.alexnet.run import Cancel

STEPS: Final = 128
EVERY: Final = 4  # steps between two pictures that are shown
RATE: Final = 0.03  # of a step, in units of the first waves' size
ROUGHNESS: Final = 0.25  # how much total variation counts beside the unit
FADING: Final = 0.04  # of every wave is lost in a step, so that no colour is driven to its end
JITTER: Final = 0.1  # of the picture's side: how far it is shifted, at most
MOST_JITTER: Final = 16  # pixels


@dataclass(frozen=True)
class Grown:
    """How far a picture is.

    ``done``, ``total``: steps. ``picture``: bytes (side, side, 3). ``activation``: the unit's value
    for the shifted picture of the last step; of a finished one, `Aim.value` says what counts.
    """

    done: int
    total: int
    picture: np.ndarray
    activation: float


def grow(
    aim: Aim, seed: int = 0, steps: int = STEPS, every: int = EVERY, cancel: Cancel | None = None
) -> Iterator[Grown]:
    """Make a picture for a unit: yield how far it is after every ``every`` steps, and at the end.

    seed: 0 or more; the same one gives the same picture. ``cancel``: asked before each step; if it
    returns True, `Cancelled` is raised. Closing the generator stops it as well.
    """
    jitter = min(MOST_JITTER, round(aim.side * JITTER))
    canvas = Canvas(aim.side + 2 * jitter, seed, FALL_WHOLE if aim.whole else FALL)
    generator = torch.Generator().manual_seed(seed + 1)
    waves = canvas.waves
    first, second = torch.zeros_like(waves), torch.zeros_like(waves)
    value = 0.0
    for step in range(1, steps + 1):
        if cancel is not None and cancel():
            raise Cancelled()
        left = round(jitter * (1 - step / steps))  # the shifts get smaller, the picture sharper
        shift = torch.randint(-left, left + 1, (2,), generator=generator).tolist()
        value, gradient = _uphill(aim, canvas, waves, jitter + shift[0], jitter + shift[1])
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        went = (first / (1 - 0.9**step)) / ((second / (1 - 0.99**step)).sqrt() + 1e-12)
        waves = waves * (1 - FADING) + RATE * went
        if step % every == 0 or step == steps:
            yield Grown(step, steps, _bytes(canvas, waves, jitter), value)


def _uphill(aim: Aim, canvas: Canvas, waves: Tensor, top: int, left: int) -> tuple[float, Tensor]:
    """Return the unit's value, and the way up, for the part of the picture that lies there."""
    with torch.inference_mode(False), torch.enable_grad():
        waves = waves.clone().requires_grad_()
        whole = canvas.paint(waves)
        pixels = whole.detach().requires_grad_()
        seen = pixels[:, top : top + aim.side, left : left + aim.side]
        upward, value = aim.ascent(seen)
        (wanted,) = torch.autograd.grad(upward, pixels)
        # Units differ a thousandfold in size: on one scale, one penalty fits them all.
        wanted = wanted / wanted.square().mean().sqrt().clamp(min=1e-12)
        (rough,) = torch.autograd.grad(_variation(pixels), pixels)
        (gradient,) = torch.autograd.grad(whole, waves, wanted - ROUGHNESS * rough)
    return float(value.detach()), gradient.detach()


def _variation(pixels: Tensor) -> Tensor:
    """Return the sum of the differences between neighbours; nearly none counts for less."""
    down = pixels[:, 1:, :-1] - pixels[:, :-1, :-1]
    right = pixels[:, :-1, 1:] - pixels[:, :-1, :-1]
    return torch.sqrt(down**2 + right**2 + 1e-4).sum()


def _bytes(canvas: Canvas, waves: Tensor, margin: int) -> np.ndarray:
    with torch.no_grad():
        picture = canvas.paint(waves)
    inner = slice(margin, canvas.side - margin)
    scaled = (picture[:, inner, inner] * 255).round().clamp(0, 255)
    return np.ascontiguousarray(scaled.byte().permute(1, 2, 0).numpy())
