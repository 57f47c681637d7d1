"""From a photo to what the network sees, every stage kept for display.

The meaning is torchvision's stock preprocessing for its published weights: the shorter side becomes
256 (bilinear, averaging over the pixels that fall together), the centre 224×224 is cut out, values
go to 0…1 and are normalised with ImageNet's mean and standard deviation by colour channel.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from visualizer.material import Picture, open_picture
from visualizer.material.picture_limits import check_size

RESIZE_TO: Final = 256
CROP_TO: Final = 224
MEAN: Final = (0.485, 0.456, 0.406)
STD: Final = (0.229, 0.224, 0.225)
SCREEN_SIDE: Final = 1280  # a larger photo is kept smaller: a class of forty keeps forty of them

_MEAN = np.array(MEAN, dtype=np.float32).reshape(3, 1, 1)
_STD = np.array(STD, dtype=np.float32).reshape(3, 1, 1)
_LEVELS = np.arange(256, dtype=np.float32) / np.float32(255)
_NORMALISED = (_LEVELS - _MEAN[:, 0]) / _STD[:, 0]  # (3, 256)


@dataclass(frozen=True)
class Box:
    """A rectangle, edges in pixels: left and top inclusive, right and bottom exclusive."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return self.bottom - self.top

    def clipped(self, width: float, height: float) -> Box:
        """The part of it inside a picture of this size."""
        left, right = (min(max(x, 0.0), width) for x in (self.left, self.right))
        top, bottom = (min(max(y, 0.0), height) for y in (self.top, self.bottom))
        return Box(left, top, right, bottom)


@dataclass(frozen=True)
class Prepared:
    """A photo and all its stages.

    ``photo`` is upright RGB, its longer side at most 1280; ``photo_size`` is the size (width,
    height) of the full photo, in whose pixels the boxes are; ``changes`` are keys of texts that say
    what opening it changed. ``resized`` has the shorter side 256,
    ``crop`` is 224×224, ``pixels`` (3, 224, 224) float32 in 0…1, ``tensor`` the same normalised:
    what the network gets. ``crop_in_resized`` and ``crop_in_photo`` say where the crop lies.
    ``decode_seconds`` and ``prepare_seconds`` are measured.
    """

    photo: Image.Image
    photo_size: tuple[int, int]
    format: str
    mode: str
    changes: tuple[str, ...]
    resized: Image.Image
    crop: Image.Image
    pixels: np.ndarray
    tensor: Tensor
    crop_in_resized: Box
    crop_in_photo: Box
    decode_seconds: float
    prepare_seconds: float

    def to_photo(self, box: Box) -> Box:
        """A rectangle of the network's input, in pixels of the full photo."""
        x = self.crop_in_photo.width / self.crop.width
        y = self.crop_in_photo.height / self.crop.height
        left, top = self.crop_in_photo.left, self.crop_in_photo.top
        return Box(
            left + box.left * x, top + box.top * y, left + box.right * x, top + box.bottom * y
        )


def prepare(
    source: bytes | Image.Image, resize_to: int = RESIZE_TO, crop_to: int = CROP_TO
) -> Prepared:
    """Open a picture and make the network's input of it. Raises :class:`PictureError` alone.

    ``source`` is a file's bytes, or a picture that is open already.
    """
    started = time.perf_counter()
    opened = _from_image(source) if isinstance(source, Image.Image) else open_picture(source)
    decoded = time.perf_counter()
    image = opened.image
    width, height = opened.size  # a very large one is smaller already
    resized = image.resize(_resized_size(width, height, resize_to), Image.Resampling.BILINEAR)
    # torchvision rounds half to even here, and so does Python.
    left = round((resized.width - crop_to) / 2)
    top = round((resized.height - crop_to) / 2)
    crop = resized.crop((left, top, left + crop_to, top + crop_to))
    bytes_ = np.ascontiguousarray(np.asarray(crop).transpose(2, 0, 1))
    pixels = _LEVELS[bytes_]
    # A byte has 256 values: looking up their normalised ones is faster than computing 150,528.
    normalised = np.stack([table[plane] for table, plane in zip(_NORMALISED, bytes_, strict=True)])
    x, y = width / resized.width, height / resized.height
    photo = _for_screen(image)
    return Prepared(
        photo=photo,
        photo_size=(width, height),
        format=opened.format,
        mode=opened.mode,
        changes=opened.notes,
        resized=resized,
        crop=crop,
        pixels=pixels,
        tensor=torch.from_numpy(normalised),
        crop_in_resized=Box(left, top, left + crop_to, top + crop_to),
        crop_in_photo=Box(left * x, top * y, (left + crop_to) * x, (top + crop_to) * y),
        decode_seconds=decoded - started,
        prepare_seconds=time.perf_counter() - decoded,
    )


def unnormalise(values: np.ndarray) -> np.ndarray:
    """Normalised values (3, H, W) back as a picture (H, W, 3) of uint8."""
    picture = (values * _STD + _MEAN) * 255.0
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8).transpose(1, 2, 0)


def _resized_size(width: int, height: int, shorter: int) -> tuple[int, int]:
    if width <= height:
        return shorter, int(shorter * height / width)
    return int(shorter * width / height), shorter


def _for_screen(image: Image.Image) -> Image.Image:
    factor = math.ceil(max(image.size) / SCREEN_SIDE)
    return image.reduce(factor) if factor > 1 else image


def _from_image(image: Image.Image) -> Picture:
    check_size(image.size)
    return Picture(image.convert("RGB"), image.format or "", (), image.mode, image.size)
