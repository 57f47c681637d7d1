"""Augmentation of a whole batch at once, from the stored 64×64 photos to the training size.

Crop, flip and scaling are one affine sampling (bilinear, so that each photo is interpolated only
once); the colour changes are one 3×4 matrix a photo. Everything random comes from the generator
that is handed in, so that a step can be repeated exactly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

#: ImageNet's channel means and deviations, as torchvision's preprocessing uses them (0..1 scale).
MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)
#: Weights of red, green and blue in a photo's brightness (ITU-R BT.601).
LUMA = (0.299, 0.587, 0.114)


@dataclass(frozen=True)
class Augmentation:
    """How strongly photos change. Ranges are (low, high); a probability or a share is 0..1.

    `sharpness` is that of the stored photo, `detail` that of the enlarged one: the first makes the
    outlines of an enlarged photo stand out, the second gives it the hard edges of a large one.
    """

    area: tuple[float, float] = (0.25, 1.0)
    aspect: float = 4 / 3
    brightness: float = 0.25
    contrast: float = 0.25
    saturation: float = 0.3
    sharpness: tuple[float, float] = (-0.8, 1.5)
    sharpness_probability: float = 0.3
    noise: float = 0.03
    noise_probability: float = 0.1
    detail: tuple[float, float] = (-1.0, 2.0)
    detail_share: float = 0.0


def _uniform(n: int, low: float, high: float, generator: torch.Generator) -> Tensor:
    return torch.rand(n, generator=generator) * (high - low) + low


def crop_boxes(n: int, how: Augmentation, generator: torch.Generator) -> Tensor:
    """Random boxes (n, 4): centre x, centre y, half width, half height, in -1..1 coordinates.

    Each lies inside the photo; its share of the photo's area and its aspect ratio are drawn from
    `how.area` and, evenly on a logarithmic scale, from 1/`how.aspect`..`how.aspect`.
    """
    area = _uniform(n, *how.area, generator)
    bend = math.log(how.aspect)
    aspect = torch.exp(_uniform(n, -bend, bend, generator) / 2)
    half_w = (area.sqrt() * aspect).clamp(max=1.0)
    half_h = (area.sqrt() / aspect).clamp(max=1.0)
    x = (torch.rand(n, generator=generator) * 2 - 1) * (1 - half_w)
    y = (torch.rand(n, generator=generator) * 2 - 1) * (1 - half_h)
    return torch.stack([x, y, half_w, half_h], dim=1)


def sample(photos: Tensor, boxes: Tensor, flips: Tensor, size: int) -> Tensor:
    """Photos (N, 3, H, W) cut to `boxes`, mirrored where `flips` (N,) is true, at size × size."""
    theta = torch.zeros(len(photos), 2, 3, device=photos.device)
    theta[:, 0, 0] = torch.where(flips, -boxes[:, 2], boxes[:, 2])
    theta[:, 0, 2] = boxes[:, 0]
    theta[:, 1, 1] = boxes[:, 3]
    theta[:, 1, 2] = boxes[:, 1]
    grid = F.affine_grid(theta, [len(photos), 3, size, size], align_corners=False)
    return F.grid_sample(photos, grid, padding_mode="border", align_corners=False)


def color_matrices(n: int, how: Augmentation, generator: torch.Generator) -> Tensor:
    """One 3×4 matrix a photo (n, 3, 4) for brightness, contrast and saturation of 0..1 values.

    Contrast turns about mid-grey, saturation about each pixel's own brightness.
    """
    gain = 1 + _uniform(n, -how.brightness, how.brightness, generator)
    contrast = 1 + _uniform(n, -how.contrast, how.contrast, generator)
    saturation = 1 + _uniform(n, -how.saturation, how.saturation, generator)
    grey = torch.tensor(LUMA).expand(3, 3)
    mix = saturation[:, None, None] * torch.eye(3) + (1 - saturation)[:, None, None] * grey
    matrix = (gain * contrast)[:, None, None] * mix
    offset = (0.5 * (1 - contrast))[:, None, None].expand(n, 3, 1)
    return torch.cat([matrix, offset], dim=2)


def sharpen(photos: Tensor, amounts: Tensor, width: int = 3) -> Tensor:
    """Photos blurred (amount -1..0) or sharpened (above 0) against their `width` × `width` mean."""
    edge = width // 2
    smooth = F.avg_pool2d(F.pad(photos, (edge,) * 4, mode="replicate"), width, 1)
    return photos + amounts[:, None, None, None] * (photos - smooth)


def normalise(photos: Tensor) -> Tensor:
    """Photos (N, 3, H, W) of 0..1 values, each channel with ImageNet's mean and deviation."""
    mean = torch.tensor(MEAN, device=photos.device)[:, None, None]
    std = torch.tensor(STD, device=photos.device)[:, None, None]
    return (photos - mean) / std


def augment(
    photos: Tensor,
    size: int,
    how: Augmentation,
    generator: torch.Generator,
    view: tuple[Tensor, Tensor] | None = None,
) -> Tensor:
    """Make a training batch: uint8 photos (N, H, W, 3) to normalised floats (N, 3, size, size).

    The generator lives on the CPU whatever the photos' device, so that the numbers drawn are the
    same everywhere. `view`: boxes and flips to use; without it they are drawn.
    """
    n, device = len(photos), photos.device
    x = photos.permute(0, 3, 1, 2).float().div_(255.0)
    boxes, flips = view or (
        crop_boxes(n, how, generator),
        torch.rand(n, generator=generator) < 0.5,
    )
    colors = color_matrices(n, how, generator)
    amounts = _uniform(n, *how.sharpness, generator)
    chosen = torch.rand(n, generator=generator) < how.sharpness_probability
    noisy = float(torch.rand((), generator=generator)) < how.noise_probability
    noise_seed = int(torch.randint(2**31, (), generator=generator))

    if bool(chosen.any()):
        which = chosen.nonzero().squeeze(1)
        x[which.to(device)] = sharpen(x[which.to(device)], amounts[which].to(device))
    # Colour first: at 64×64 it is a tenth of the work that it would be at 224×224.
    colors = colors.to(device)
    x = torch.baddbmm(colors[:, :, 3:], colors[:, :, :3], x.flatten(2)).view(x.shape)
    x = normalise(x.clamp_(0.0, 1.0))
    x = sample(x, boxes.to(device), flips.to(device), size)
    first = round(how.detail_share * n)
    if first:  # photos come shuffled: the first ones are as good as any
        amounts = _uniform(first, *how.detail, generator).to(device)
        x[:first] = sharpen(x[:first], amounts, 5 if size >= 160 else 3)
    if noisy:
        source = torch.Generator(device).manual_seed(noise_seed)
        noise = torch.randn(x.shape, generator=source, device=device)
        x = x + noise * (how.noise / STD[1])
    return x
