"""What a window slides over: patterns, random numbers, photos, a person's own picture or numbers.

Every lesson with an input grid has the parameters ``<prefix>_input``, ``_photo``, ``_seed`` and
``_data``; here they become numbers, in one way for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from visualizer.material import photos as pictures
from visualizer.material.patterns import PATTERNS, pattern
from visualizer.material.randomness import integers
from visualizer.settings.grids import GridError, decode, encode, refit
from visualizer.settings.lesson import Notice
from visualizer.settings.parameters import Values

Array = NDArray[np.float64]
Shape = tuple[int, int, int]
Pattern = Callable[[int, int], Array]

PHOTOS = pictures.photo_names()
INPUTS = (*PATTERNS, "random", *(("photo",) if PHOTOS else ()), "upload", "custom")
# Random inputs are small and never negative, like a picture.
RANDOM_RANGE = (0, 5)


def input_grid(
    prefix: str,
    values: Values,
    shape: Shape,
    upload: Image.Image | None = None,
    own: Mapping[str, Pattern] | None = None,
) -> Array:
    """Return the input (channels, height, width) that a lesson's settled ``values`` describe.

    own: patterns that this lesson alone has, by name; each channel shows it turned further.
    """
    kind = str(values[f"{prefix}_input"])
    photo, typed = str(values[f"{prefix}_photo"]), str(values[f"{prefix}_data"])
    if own and kind in own:
        first = own[kind](*shape[1:])
        return np.stack((first, first[::-1], first[:, ::-1])[: shape[0]])
    if kind in PATTERNS:
        return pattern(kind, *shape)
    if kind == "photo" and photo:
        return pictures.resample(pictures.open_photo(photo), *shape)
    if kind == "upload" and upload is not None:
        return pictures.resample(upload, *shape)
    if kind in ("custom", "upload") and typed:
        return refit(decode(typed), shape)
    # Random, or nothing typed or chosen yet: something to start from.
    return integers(int(values[f"{prefix}_seed"]), shape, *RANDOM_RANGE)


def with_typed(prefix: str, values: Values, grid: Array, kind: str = "custom") -> Values:
    """Return ``values`` with ``grid`` (channels, height, width) as typed input.

    ``kind`` "upload" keeps the name of an uploaded picture while its numbers travel in the
    address. Raises GridError for values beyond ±999.
    """
    return {**values, f"{prefix}_input": kind, f"{prefix}_data": encode(grid)}


def is_picture(prefix: str, values: Values) -> bool:
    """Tell whether the input is a picture's pixels, to be shown as a picture."""
    kind = values[f"{prefix}_input"]
    return kind == "photo" or (kind == "upload" and bool(values[f"{prefix}_data"]))


def without_lost_upload(prefix: str, values: Values, instead: str) -> tuple[Values, list[Notice]]:
    """Return values without an upload that an address names but does not hold, and the notice."""
    name = f"{prefix}_input"
    if values[name] != "upload" or values[f"{prefix}_data"]:
        return values, []
    # The picture itself is on another machine.
    notice = Notice("upload_missing", name, "upload", used=instead)
    return {**values, name: instead}, [notice]


def refit_typed(now: Values, name: str, shape: Shape, notices: list[Notice]) -> None:
    """Cut or fill, in place, a typed grid whose shape no longer matches the other settings."""
    if not now[name]:
        return
    try:
        grid = decode(str(now[name]))
    except GridError:
        now[name] = ""
        return
    if grid.shape != shape:
        was, used = "×".join(map(str, grid.shape)), "×".join(map(str, shape))
        notices.append(Notice("grid_refitted", name, was, used=used))
        grid = refit(grid, shape)
    now[name] = encode(grid)
