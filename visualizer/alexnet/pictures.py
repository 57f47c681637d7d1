"""Open any file a visitor gives, safely: a plain RGB photo the right way up, or a PictureError.

Size and format are checked in the header, before a single pixel is decoded. What a file can hide is
settled here: turned by EXIF, transparent (laid on white), gray, palette, CMYK, 16 and 32 bits,
animated (its first frame counts).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from visualizer.alexnet.errors import PictureError

MAX_BYTES: Final = 50_000_000
MAX_PIXELS: Final = 64_000_000
MAX_ASPECT: Final = 40.0
# What people have; nothing whose decoder starts other programs (EPS) or is rarely looked after.
FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF", "PPM", "ICO", "TGA")
ORIENTATION: Final = 0x0112  # the EXIF tag
TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Photo:
    """A decoded photo.

    ``image`` is RGB and upright; ``format`` and ``mode`` are the file's (``"PNG"``, ``"RGBA"``).
    ``changes`` names what was done to it, in order: ``first_frame``, ``turned``, ``gray``,
    ``palette``, ``cmyk``, ``converted``, ``deep`` (more than 8 bits), ``stretched`` (values without
    a known range), ``on_white``. Texts: ``alexnet.change.<name>``.
    """

    image: Image.Image
    format: str
    mode: str
    changes: tuple[str, ...]


def open_photo(source: bytes | str | Path) -> Photo:
    """Decode a file, given as its bytes or its path. Raises :class:`PictureError`, nothing else."""
    data = _bytes_of(source)
    image = _open(data)
    check_size(image.size)
    kind = image.format or "?"
    try:
        # Seeking to the first frame loads nothing; counting the frames may read a long file.
        animated = bool(getattr(image, "is_animated", False)) and kind != "MPO"
        image.load()
        check_size(image.size)
        changes: list[str] = ["first_frame"] if animated else []
        mode = image.mode
        upright, turned = _upright(image)
        if turned:
            changes.append("turned")
        rgb = _to_rgb(upright, changes)
    except PictureError:
        raise
    except MemoryError as error:
        raise PictureError(
            "picture_too_large", width=image.width, height=image.height, limit=MAX_PIXELS // 10**6
        ) from error
    except Exception as error:  # decoders raise a dozen classes for damaged data
        raise PictureError("picture_damaged", format=kind) from error
    return Photo(rgb, kind, mode, tuple(changes))


def _bytes_of(source: bytes | str | Path) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        try:
            path = Path(source)
            if path.stat().st_size > MAX_BYTES:
                raise PictureError("picture_file_too_large", limit=MAX_BYTES // 10**6)
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            raise PictureError("picture_unreadable", path=str(source)) from error
    if not data:
        raise PictureError("picture_empty")
    if len(data) > MAX_BYTES:
        raise PictureError("picture_file_too_large", limit=MAX_BYTES // 10**6)
    return data


def _open(data: bytes) -> Image.Image:
    Image.init()
    formats: list[str] = [name for name in FORMATS if name in Image.OPEN]  # a build may lack some
    try:
        return Image.open(io.BytesIO(data), formats=formats)
    except Image.DecompressionBombError as error:
        raise PictureError("picture_too_many_pixels", limit=MAX_PIXELS // 10**6) from error
    except Exception as error:  # a damaged header raises whatever its parser stumbles over
        raise PictureError("picture_unknown") from error


def check_size(size: tuple[int, int]) -> None:
    """Refuse a picture (width, height) that is too large, too narrow or empty."""
    width, height = size
    if width < 1 or height < 1:
        raise PictureError("picture_no_pixels")
    if width * height > MAX_PIXELS:
        raise PictureError(
            "picture_too_large", width=width, height=height, limit=MAX_PIXELS // 10**6
        )
    if max(size) > MAX_ASPECT * min(size):
        raise PictureError("picture_too_narrow", width=width, height=height, limit=int(MAX_ASPECT))


def _upright(image: Image.Image) -> tuple[Image.Image, bool]:
    """Turn the picture as its camera says. Read after loading: some formats say it at the end."""
    try:
        turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    except Exception:  # damaged EXIF must not cost the picture
        turn = None
    if turn is None:
        return image, False
    return image.transpose(turn), True


def _to_rgb(image: Image.Image, changes: list[str]) -> Image.Image:
    mode = image.mode
    if mode.startswith("I") or mode == "F":
        return _from_deep(image, changes)
    if mode in ("P", "PA"):
        changes.append("palette")
    elif mode in ("1", "L", "LA", "La"):
        changes.append("gray")
    elif mode == "CMYK":
        changes.append("cmyk")
    elif mode not in ("RGB", "RGBA", "RGBa", "RGBX"):
        changes.append("converted")
    if mode in ("RGBA", "RGBa", "LA", "La", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        lowest = layer.getchannel("A").getextrema()[0]
        if lowest != 255:
            changes.append("on_white")
            white = Image.new("RGBA", layer.size, "white")
            return Image.alpha_composite(white, layer).convert("RGB")
        return layer.convert("RGB")
    try:
        return image if mode == "RGB" else image.convert("RGB")
    except ValueError as error:
        raise PictureError("picture_colours", mode=mode) from error


def _from_deep(image: Image.Image, changes: list[str]) -> Image.Image:
    """Gray of 16 or 32 bits: 65535 is white if no value is above, or the range is stretched."""
    values = np.asarray(image).astype(np.float64)
    values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    changes += ["gray", "deep"]
    if image.mode.startswith("I;16"):
        scaled = values / 257.0
    elif low >= 0 and image.mode == "I" and high <= 65535:
        scaled = values / 257.0 if high > 255 else values
    elif low >= 0 and image.mode == "F" and high <= 1:
        scaled = values * 255.0
    elif low >= 0 and high <= 255:
        scaled = values
    else:
        changes.append("stretched")
        scaled = (values - low) * (255.0 / (high - low)) if high > low else values * 0.0
    eight_bits = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
    return Image.fromarray(eight_bits).convert("RGB")
