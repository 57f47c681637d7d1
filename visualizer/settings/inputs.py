"""What a window slides over: patterns, random numbers, photos, a person's own picture or numbers.

Every lesson with an input grid has the settings ``input``, ``photo``, ``seed`` and ``data``; here
they become numbers, in one way for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from visualizer.material import photos
from visualizer.material.patterns import PATTERNS, pattern
from visualizer.material.randomness import integers
from visualizer.settings.grids import GridError, decode, encode, refit, tidied
from visualizer.settings.rules import Notice, S

Array = NDArray[np.float64]
Shape = tuple[int, int, int]
Pattern = Callable[[int, int], Array]

PHOTOS = photos.photo_names()
INPUTS = (*PATTERNS, "random", *(("photo",) if PHOTOS else ()), "upload", "custom")
FIRST_PHOTO, PHOTO_CHOICES = (*PHOTOS, "")[0], PHOTOS or ("",)
# Random inputs are small and never negative, like a picture.
RANDOM_RANGE = (0, 5)


class HasInput(Protocol):
    """The settings that say what the input is."""

    @property
    def input(self) -> str:
        """One of INPUTS, or a pattern of the lesson's own."""

    @property
    def photo(self) -> str:
        """A shipped photo's name, for the input "photo"."""

    @property
    def seed(self) -> int:
        """The seed of random numbers, for the input "random"."""

    @property
    def data(self) -> str:
        """The typed or uploaded numbers in their written form, for "custom" and "upload"."""


def input_grid(settings: HasInput, shape: Shape, own: Mapping[str, Pattern] | None = None) -> Array:
    """Return the input (channels, height, width) that a lesson's settled settings describe.

    own: patterns that this lesson alone has, by name; each channel shows it turned further.
    """
    kind = settings.input
    if own and kind in own:
        first = own[kind](*shape[1:])
        return np.stack((first, first[::-1], first[:, ::-1])[: shape[0]])
    if kind in PATTERNS:
        return pattern(kind, *shape)
    if kind == "photo" and settings.photo:
        return photos.resample(photos.open_photo(settings.photo), *shape)
    if kind in ("custom", "upload") and settings.data:
        return refit(decode(settings.data), shape)
    # Random, or nothing typed or chosen yet: something to start from.
    return integers(settings.seed, shape, *RANDOM_RANGE)


def with_typed(settings: S, grid: Array, kind: str = "custom") -> S:
    """Return settings with ``grid`` (channels, height, width) as typed input.

    ``kind`` "upload" keeps saying that the numbers come from a picture while they travel in the
    address. Raises GridError for values beyond ±999.
    """
    return settings.changed(input=kind, data=encode(grid))


def is_picture(settings: HasInput) -> bool:
    """Tell whether the input is a picture's pixels, to be shown as a picture."""
    return settings.input == "photo" or (settings.input == "upload" and bool(settings.data))


def without_lost_upload(settings: S, instead: str) -> tuple[S, list[Notice]]:
    """Return settings without an upload that an address names but does not hold, and the notice."""
    source: HasInput = settings  # type: ignore[assignment]  # S has these fields
    if source.input != "upload" or source.data:
        return settings, []
    # The picture itself is on another machine.
    notice = Notice("upload_missing", "input", "upload", used=instead)
    return settings.changed(input=instead), [notice]


def refitted(written: str, field: str, shape: Shape) -> tuple[str, list[Notice]]:
    """Cut or fill a typed grid whose shape no longer matches the other settings.

    Returns its written form and the notice that says so, about ``field``.
    """
    if not written:
        return written, []
    try:
        grid = decode(written)
    except GridError:
        return "", []
    if grid.shape == shape:
        return tidied(written), []
    was, used = "×".join(map(str, grid.shape)), "×".join(map(str, shape))
    return encode(refit(grid, shape)), [Notice("grid_refitted", field, was, used=used)]
