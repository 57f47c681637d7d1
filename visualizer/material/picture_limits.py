"""What a picture from outside may be: formats, bytes, pixels, memory. All limits are here.

A small file can unpack to gigabytes, so what counts is the memory that opening takes at its peak:
the decoder's own, Pillow's canvas, and every working copy.
"""

from __future__ import annotations

from typing import Final

from visualizer.material.picture_error import PictureError

# What people have, as the hint on every page names it; no format whose decoder starts other
# programs (EPS) or is rarely looked after.
FORMATS: Final = ("JPEG", "PNG", "GIF", "WebP", "AVIF", "BMP", "TIFF", "PPM", "ICO", "TGA")
FORMAT_LIST: Final = ", ".join(FORMATS)

MAX_MEGABYTES: Final = 20
MAX_BYTES: Final = MAX_MEGABYTES * 2**20
MAX_MEGAPIXELS: Final = 65  # telephones have 50 and a few more
MAX_PIXELS: Final = MAX_MEGAPIXELS * 10**6
SURE_MEGAPIXELS: Final = 10  # what the memory allows in every format, however its values are kept
MAX_ASPECT: Final = 40

# A larger picture is made smaller while it is read; no page shows or computes more.
KEPT_PIXELS: Final = 4 * 2**20
# What opening may add to the process at its peak, in bytes: 200 MB with a little to spare.
MEMORY: Final = 197_000_000
STRIP_PIXELS: Final = 2**18  # a large picture is converted in strips of this size
STRIP_MEMORY: Final = STRIP_PIXELS * 28  # cut out, RGBA, white, laid on it, RGB; or float64


def shown(kind: str) -> str:
    """Return the name of a format as it is written, from Pillow's."""
    return "WebP" if kind == "WEBP" else kind


def check_size(size: tuple[int, int]) -> None:
    """Refuse a picture (width, height) with too many pixels, too narrow, or empty.

    Raises PictureError: no_pixels, too_many_pixels, too_narrow.
    """
    width, height = size
    if width < 1 or height < 1:
        raise PictureError("no_pixels")
    if width * height > MAX_PIXELS:
        raise PictureError("too_many_pixels", limit=MAX_MEGAPIXELS)
    if max(size) > MAX_ASPECT * min(size):
        raise PictureError("too_narrow", width=width, height=height, limit=MAX_ASPECT)


def check_memory(size: tuple[int, int], kind: str, *needs: tuple[float, float]) -> None:
    """Refuse a picture (width, height) whose opening takes too much memory.

    Each need is one moment's: bytes for each pixel, and bytes at any size. Raises PictureError:
    too_large, with the megapixels that such a file may have.
    """
    width, height = size
    if any(width * height * per_pixel + fixed > MEMORY for per_pixel, fixed in needs):
        most = min((MEMORY - fixed) / per_pixel for per_pixel, fixed in needs)
        limit = max(0, int(most / 1e6))
        raise PictureError("too_large", width=width, height=height, format=shown(kind), limit=limit)
