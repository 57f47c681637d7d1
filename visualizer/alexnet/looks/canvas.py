"""The picture that is being made: its numbers, and how they become colours.

A picture is written as waves whose amplitudes fall with their frequency, as those of photos do, and
in colours that vary independently: then one step of ascent changes large smooth shapes as easily as
single pixels. Source: C. Olah, A. Mordvintsev, L. Schubert, "Feature Visualization", Distill, 2017.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor

from visualizer.alexnet.preprocessing import MEAN

SPREAD: Final = 0.02  # of the first picture's waves: nearly flat, so that what comes is the unit's
FALL: Final = 1.3  # amplitudes fall with frequency to the power of this,
FALL_WHOLE: Final = (
    1.0  # in a picture for the whole input, where much else has to be drawn, of this
)

COLOURS: Final = (
    (0.561, 0.585, 0.586),
    (-0.324, -0.008, 0.319),
    (0.067, -0.130, 0.065),
)
"""Light, red against blue, green against both: the directions in which the colours of the shipped
photos' pixels vary independently (eigenvectors of their covariance), each as long as its standard
deviation is beside that of light. A test computes them again."""


class Canvas:
    """A picture of (3, side, side) values between 0 and 1, made from waves.

    ``waves``: (3, side, side // 2 + 1, 2), what ascent changes; the last axis is real,
    imaginary.
    """

    def __init__(self, side: int, seed: int, fall: float = FALL) -> None:
        """Begin with faint waves; the same seed, from 0 on, gives the same ones everywhere."""
        self.side = side
        high = torch.fft.fftfreq(side)[:, None]
        wide = torch.fft.rfftfreq(side)[None]
        frequency = torch.sqrt(high**2 + wide**2).clamp(min=1 / side)
        self._scale = (frequency**-fall * side)[..., None]
        generator = torch.Generator().manual_seed(seed)
        waves = torch.randn(3, side, side // 2 + 1, 2, generator=generator)
        self.waves = waves * SPREAD
        self._colours = torch.tensor(COLOURS).T
        self._middle = torch.logit(torch.tensor(MEAN))[:, None, None]

    def paint(self, waves: Tensor) -> Tensor:
        """Return the picture (3, side, side) of these waves."""
        size = (self.side, self.side)
        flat = torch.fft.irfft2(torch.view_as_complex(waves * self._scale), s=size)
        coloured = torch.einsum("rc,chw->rhw", self._colours, flat)
        return torch.sigmoid(coloured + self._middle)
