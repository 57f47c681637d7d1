"""The shipped photos, and the numbers that a grid takes from any picture."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.float64]

PHOTO_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "photos"


def resample(picture: Image.Image, channels: int, height: int, width: int) -> Array:
    """Return ``picture`` as (channels, height, width) whole numbers from 0 (dark) to 255.

    The middle of the picture is cut to the wanted proportions, so that nothing is stretched, and
    each cell is the mean of the pixels it covers. One channel is the brightness, two are red and
    green, three red, green and blue.
    """
    source = picture.convert("L") if channels == 1 else picture.convert("RGB")
    box = _middle_box(picture, height, width)
    small = source.resize((width, height), Image.Resampling.BOX, box=box)
    cells = np.asarray(small, dtype=np.float64).reshape(height, width, -1)
    return np.ascontiguousarray(cells.transpose(2, 0, 1)[:channels])


def middle(picture: Image.Image, proportion: float) -> Image.Image:
    """Return what a grid shows of a picture; proportion: the grid's height to its width."""
    left, top, right, bottom = _middle_box(picture, proportion, 1)
    return picture.crop((round(left), round(top), round(right), round(bottom)))


def _middle_box(
    picture: Image.Image, height: float, width: float
) -> tuple[float, float, float, float]:
    """Return (left, top, right, bottom) of the largest part from the middle, in pixels."""
    scale = min(picture.width / width, picture.height / height)
    # A product may round to a hair more than the picture has.
    across, down = min(width * scale, picture.width), min(height * scale, picture.height)
    left, top = (picture.width - across) / 2, (picture.height - down) / 2
    return left, top, left + across, top + down


def photo_names() -> tuple[str, ...]:
    """Return the names of the shipped photos, in the manifest's order; empty without a manifest."""
    return tuple(_manifest())


def photo_title(name: str, lang: str) -> str:
    """Return what a photo is called in ``lang``; its name where the manifest has no title."""
    title: Any = _manifest().get(name, {}).get("title", name)
    if isinstance(title, dict):
        title = title.get(lang) or title.get("en") or name
    return str(title)


def photo_wnids(name: str) -> tuple[str, ...] | None:
    """Return the WordNet ids of the ImageNet classes that a photo shows, the best one first.

    Empty where it shows none of the 1000; None for a photo of which nothing is known.
    """
    wnids: Any = _manifest().get(name, {}).get("wnids")
    return None if wnids is None else tuple(map(str, wnids))


@dataclass(frozen=True)
class Answers:
    """Which photos a set of weights names right first; ``chosen``: shipped because of that."""

    right: tuple[str, ...]
    chosen: tuple[str, ...]


def photo_answers(weights: str) -> Answers | None:
    """Return the answers of the weights whose file has this SHA-256; None if they are unknown."""
    read = _read()
    found = read.get("answers") if isinstance(read, dict) else None
    if not isinstance(found, dict) or not weights or found.get("weights") != weights:
        return None
    return Answers(tuple(found["right"]), tuple(found["chosen"]))


@lru_cache(maxsize=16)
def open_photo(name: str) -> Image.Image:
    """Return a shipped photo as RGB; KeyError for a name the manifest does not hold."""
    file = str(_manifest()[name]["file"])
    with Image.open(PHOTO_FOLDER / file) as picture:
        return picture.convert("RGB")


def photo_bytes(name: str) -> bytes:
    """Return a shipped photo's file; KeyError for a name the manifest does not hold."""
    return (PHOTO_FOLDER / str(_manifest()[name]["file"])).read_bytes()


@lru_cache(maxsize=1)
def _read() -> Any:
    """Return what the manifest holds; an empty list where there is none that can be read."""
    try:
        return json.loads((PHOTO_FOLDER / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []


@lru_cache(maxsize=1)
def _manifest() -> dict[str, dict[str, Any]]:
    """Return the photos' entries by name: the manifest is a list, or has one under "photos"."""
    read = _read()
    entries = read.get("photos", []) if isinstance(read, dict) else read
    named: dict[str, dict[str, Any]] = {}
    for entry in entries:
        if isinstance(entry, dict) and "file" in entry:
            named[str(entry.get("name") or Path(str(entry["file"])).stem)] = entry
    return named
