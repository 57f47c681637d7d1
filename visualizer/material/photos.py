"""Pictures: the shipped photos, and what a person uploads, opened with care.

A file from a stranger is judged by its header first: Pillow only warns of a picture that would
unpack to gigabytes. Whatever the file holds becomes one RGB picture the right way up.
"""

from __future__ import annotations

import io
import json
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from visualizer.settings.lesson_error import LessonError

Array = NDArray[np.float64]

PHOTO_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "photos"
MOST_BYTES = 5 * 2**20
MOST_PIXELS = 40_000_000
# What cameras, browsers and drawing programs write; formats that run other programs stay out.
FORMATS = ("PNG", "JPEG", "MPO", "GIF", "WEBP", "BMP", "TIFF", "PPM")


def open_picture(data: bytes) -> Image.Image:
    """Return the picture in ``data`` as RGB, upright, transparency on white, first frame only.

    Raises LessonError: picture_empty, picture_bytes, not_a_picture, picture_pixels,
    picture_damaged.
    """
    if not data:
        raise LessonError("picture_empty", "conv_upload")
    if len(data) > MOST_BYTES:
        raise LessonError("picture_bytes", "conv_upload", limit=MOST_BYTES // 2**20)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the size is checked right below
        try:
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError as error:
            raise _too_many_pixels() from error
        except Exception as error:  # parsers of damaged headers raise whatever they meet
            raise LessonError("not_a_picture", "conv_upload") from error
        if picture.width * picture.height > MOST_PIXELS:
            raise _too_many_pixels()
        try:
            picture.load()
            return _rgb(ImageOps.exif_transpose(picture))
        except Exception as error:  # so do decoders of damaged data
            raise LessonError("picture_damaged", "conv_upload") from error


def resample(picture: Image.Image, channels: int, height: int, width: int) -> Array:
    """Return ``picture`` as (channels, height, width) whole numbers from 0 (dark) to 255.

    The middle of the picture is cut to the wanted proportions, so that nothing is stretched, and
    each cell is the mean of the pixels it covers. One channel is the brightness, two are red and
    green, three red, green and blue.
    """
    scale = min(picture.width / width, picture.height / height)
    # A product may round to a hair more than the picture has.
    across, down = min(width * scale, picture.width), min(height * scale, picture.height)
    left, top = (picture.width - across) / 2, (picture.height - down) / 2
    source = picture.convert("L") if channels == 1 else picture.convert("RGB")
    small = source.resize(
        (width, height), Image.Resampling.BOX, box=(left, top, left + across, top + down)
    )
    cells = np.asarray(small, dtype=np.float64).reshape(height, width, -1)
    return np.ascontiguousarray(cells.transpose(2, 0, 1)[:channels])


def photo_names() -> tuple[str, ...]:
    """Return the names of the shipped photos, in the manifest's order; empty without a manifest."""
    return tuple(_manifest())


def photo_title(name: str, lang: str) -> str:
    """Return what a photo is called in ``lang``; its name where the manifest has no title."""
    title: Any = _manifest().get(name, {}).get("title", name)
    if isinstance(title, dict):
        title = title.get(lang) or title.get("en") or name
    return str(title)


@lru_cache(maxsize=16)
def open_photo(name: str) -> Image.Image:
    """Return a shipped photo as RGB; KeyError for a name the manifest does not hold."""
    file = str(_manifest()[name]["file"])
    with Image.open(PHOTO_FOLDER / file) as picture:
        return picture.convert("RGB")


@lru_cache(maxsize=1)
def _manifest() -> dict[str, dict[str, Any]]:
    """Return the photos' entries by name: the manifest is a list, or has one under "photos"."""
    try:
        read = json.loads((PHOTO_FOLDER / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = read.get("photos", []) if isinstance(read, dict) else read
    named: dict[str, dict[str, Any]] = {}
    for entry in entries:
        if isinstance(entry, dict) and "file" in entry:
            named[str(entry.get("name") or Path(str(entry["file"])).stem)] = entry
    return named


def _too_many_pixels() -> LessonError:
    return LessonError("picture_pixels", "conv_upload", limit=MOST_PIXELS // 10**6)


def _rgb(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I") or picture.mode == "F":
        return _from_deep(picture)
    if picture.mode in ("RGBA", "RGBa", "LA", "La", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    return picture.convert("RGB")


def _from_deep(picture: Image.Image) -> Image.Image:
    """Turn gray of 16 or 32 bits to 8: the file's type says what white is, else its brightest."""
    cells = np.nan_to_num(np.asarray(picture, dtype=np.float64), posinf=0.0, neginf=0.0)
    white = 65535.0 if picture.mode != "F" and cells.max() <= 65535 else cells.max()
    if picture.mode != "F" and cells.max() <= 255 and not picture.mode.startswith("I;16"):
        white = 255.0
    scaled = np.clip(cells / (white or 1.0), 0, 1) * 255
    return Image.fromarray(np.rint(scaled).astype(np.uint8)).convert("RGB")
