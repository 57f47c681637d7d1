"""From a photo to the network's input; every stage is kept for display.

The steps are those of torchvision for its published weights: the shorter side becomes 256
(bilinear, with antialiasing), the central 224×224 pixels are cut out, values are scaled to 0…1 and
normalised with ImageNet's mean and standard deviation of each colour channel.
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
SCREEN_SIDE: Final = 1280  # pixels: larger photos are reduced, to save memory with many visitors

_MEAN = np.array(MEAN, dtype=np.float32).reshape(3, 1, 1)
_STD = np.array(STD, dtype=np.float32).reshape(3, 1, 1)
_LEVELS = np.arange(256, dtype=np.float32) / np.float32(255)
_NORMALISED = (_LEVELS - _MEAN[:, 0]) / _STD[:, 0]  # (3, 256)


@dataclass(frozen=True)
class Box:
    """A rectangle in a picture, by its edges in pixels; right and bottom are exclusive."""

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
        """Return the part that lies inside a picture of this size."""
        left, right = (min(max(x, 0.0), width) for x in (self.left, self.right))
        top, bottom = (min(max(y, 0.0), height) for y in (self.top, self.bottom))
        return Box(left, top, right, bottom)


@dataclass(frozen=True)
class Prepared:
    """A photo at every stage.

    ``photo``: upright RGB, its longer side at most 1280. ``photo_size``: (width, height) of the
    full photo, in whose pixels ``crop_in_photo`` lies. ``changes``: keys of texts that say what
    opening it changed. ``resized``: the shorter side is 256. ``crop``: 224×224. ``pixels``:
    (3, 224, 224) float32 in 0…1. ``tensor``: the same, normalised: the network's input.
    ``crop_in_resized``: where the crop lies in ``resized``. ``decode_seconds``,
    ``prepare_seconds``: the time taken.
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
        """Return a rectangle of the network's input in pixels of the full photo."""
        x = self.crop_in_photo.width / self.crop.width
        y = self.crop_in_photo.height / self.crop.height
        left, top = self.crop_in_photo.left, self.crop_in_photo.top
        return Box(
            left + box.left * x, top + box.top * y, left + box.right * x, top + box.bottom * y
        )


def prepare(
    source: bytes | Image.Image, resize_to: int = RESIZE_TO, crop_to: int = CROP_TO
) -> Prepared:
    """Open a picture and make the network's input from it. Raises nothing but PictureError.

    ``source``: a file's bytes, or a picture that is already open.
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
    # Looking up the 256 possible values is faster than computing all 150,528.
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
