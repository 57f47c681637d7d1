"""PBM, PGM and PPM written as text, or with a white that is not 255: read with NumPy.

Pillow reads these one value at a time, a few million in ten seconds. The common kinds are left to
it.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from PIL import Image

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_limits import check_memory, check_size

_GAP: Final = rb"(?:\s|#[^\r\n]*[\r\n])+"
_NUMBER: Final = rb"(\d{1,9})"
_BITMAP: Final = re.compile(rb"P1" + (_GAP + _NUMBER) * 2 + rb"(?=[\s#])")
_VALUES: Final = re.compile(rb"P([2356])" + (_GAP + _NUMBER) * 3 + rb"(?:#[^\r\n]*)?\s")
_QUICK: Final = re.compile(
    rb"P4" + (_GAP + _NUMBER) * 2 + rb"[\s#]"
    rb"|P[56]" + (_GAP + _NUMBER) * 2 + _GAP + rb"255[\s#]"
    rb"|Pf" + (_GAP + _NUMBER) * 2 + _GAP + rb"[-+.\deE]{1,20}[\s#]"
)
_HEADER: Final = 4096  # a header with its comments; Pillow reads it byte by byte
_COMMENT: Final = re.compile(rb"#[^\r\n]*")
_MOST_COMMENTS: Final = 50_000
_SPACE: Final = b" \t\r\n\v\f"
_MISSING: Final = 128  # gray stands for what the file does not hold


def decoded(data: bytes) -> tuple[Image.Image, int, bool] | None:
    """Return the picture (gray or RGB, 8 bits), its bits a value, and whether all of it is there.

    None where Pillow reads this kind quickly. Raises PictureError: damaged, and what the limits
    say.
    """
    head = data[:_HEADER]
    bitmap = _BITMAP.match(head)
    if bitmap:
        width, height = int(bitmap[1]), int(bitmap[2])
        _check(width, height, 2, len(data))
        body = _without_comments(data[bitmap.end() :]).translate(None, _SPACE)
        dots = np.frombuffer(body, dtype=np.uint8, count=min(len(body), width * height))
        table = np.full(256, _MISSING, dtype=np.uint8)
        table[ord("0")], table[ord("1")] = 255, 0
        return _picture(table[dots], (height, width), 1)
    if _QUICK.match(head):
        return None
    values = _VALUES.match(head)
    if not values:
        raise PictureError("damaged", format="PPM")
    width, height, white = int(values[2]), int(values[3]), int(values[4])
    if not 0 < white < 65536:
        raise PictureError("damaged", format="PPM")
    bands = 3 if values[1] in b"36" else 1
    _check(width, height, 4 * bands, 5 * len(data))
    read = _typed if values[1] in b"23" else _packed
    found = read(data[values.end() :], white, width * height * bands)
    table = np.rint(np.arange(white + 1) * 255 / white).astype(np.uint8)
    shape = (height, width, 3) if bands == 3 else (height, width)
    return _picture(table[np.clip(found, 0, white)], shape, white.bit_length())


def _check(width: int, height: int, per_pixel: int, fixed: int) -> None:
    check_size((width, height))
    check_memory((width, height), "PPM", (per_pixel, fixed))


def _without_comments(body: bytes) -> bytes:
    """Return values written as text alone. Raises PictureError: too_slow."""
    if body.count(b"#") > _MOST_COMMENTS:
        raise PictureError("too_slow", format="PPM")
    return _COMMENT.sub(b"", body)


def _typed(body: bytes, white: int, count: int) -> np.ndarray:
    """Return values written as text."""
    bare = _without_comments(body)
    try:
        words = bare.decode("ascii")
        return np.fromstring(words, dtype=np.int32, sep=" ")[:count]
    except ValueError as error:  # letters
        raise PictureError("damaged", format="PPM") from error


def _packed(body: bytes, white: int, count: int) -> np.ndarray:
    """Return values written as bytes, or as two bytes each where white is above 255."""
    kind = np.dtype("u1" if white < 256 else ">u2")
    return np.frombuffer(body, dtype=kind, count=min(count, len(body) // kind.itemsize))


def _picture(
    values: np.ndarray, shape: tuple[int, ...], bits: int
) -> tuple[Image.Image, int, bool]:
    """Return the picture, the missing part of it gray. Raises PictureError where half is gone."""
    count = int(np.prod(shape))
    if 2 * len(values) < count:
        raise PictureError("damaged", format="PPM")
    whole = len(values) == count
    if not whole:
        values = np.pad(values, (0, count - len(values)), constant_values=_MISSING)
    return Image.fromarray(values.reshape(shape)), bits, whole
