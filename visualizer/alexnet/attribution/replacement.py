"""What stands in for a picture, or for a part of it, where there is to be nothing to see."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from visualizer.alexnet.errors import AlexNetError
from visualizer.alexnet.preprocessing import MEAN, STD

BASELINES = ("black", "blurred")
_SIGMA = 1 / 16  # of the picture's side: 14 pixels of 224


def baseline(picture: Tensor, kind: str) -> Tensor:
    """Return the black or the blurred picture for a normalised one; both (3, S, S).

    Raises AlexNetError for another ``kind``.
    """
    if kind not in BASELINES:
        raise AlexNetError("baseline", kind=kind, allowed=", ".join(BASELINES))
    return black(picture) if kind == "black" else blurred(picture)


def black(picture: Tensor) -> Tensor:
    """Return the black picture, normalised, of a picture's shape (3, S, S)."""
    levels = [-mean / deviation for mean, deviation in zip(MEAN, STD, strict=True)]
    return torch.tensor(levels)[:, None, None].expand(picture.shape).clone()


def blurred(picture: Tensor) -> Tensor:
    """Return a picture (3, S, S) blurred by a Gaussian of S/16 pixels."""
    return softened(picture, picture.shape[-1] * _SIGMA)


def softened(planes: Tensor, sigma: float) -> Tensor:
    """Blur planes (N, S, S) by a Gaussian of ``sigma`` pixels, mirrored at the edges."""
    reach = min(round(3 * sigma), planes.shape[-1] - 1)
    bell = torch.exp(-0.5 * (torch.arange(-reach, reach + 1) / sigma) ** 2)
    bell = bell / bell.sum()
    with torch.no_grad():
        x = functional.pad(planes[:, None], (reach,) * 4, mode="reflect")
        x = functional.conv2d(x, bell[None, None, :, None])
        return functional.conv2d(x, bell[None, None, None, :])[:, 0]
