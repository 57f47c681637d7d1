"""The one way a picture comes in: any file a person gives becomes an upright RGB picture.

The file is judged by its first bytes and its header before a pixel is unpacked; what can hide in it
is settled here: turned by its camera, transparent (laid on white), gray, palette, CMYK, deep,
animated (its first picture counts), cut short, with damaged notes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from PIL import Image, ImageFile

from visualizer.material import picture_decode as decode
from visualizer.material.picture_error import PictureError
from visualizer.material.picture_facts import Facts
from visualizer.material.picture_formats import jpeg, others, png, pnm, tiff
from visualizer.material.picture_formats.kinds import kind_of
from visualizer.material.picture_limits import (
    KEPT_PIXELS,
    MAX_BYTES,
    MAX_MEGABYTES,
    STRIP_MEMORY,
    check_memory,
    check_size,
)
from visualizer.material.picture_modes import shrinking, to_rgb

_FACTS: Final[dict[str, Callable[[bytes], Facts]]] = {
    "JPEG": jpeg.facts, "PNG": png.facts, "TIFF": tiff.facts, "WEBP": others.webp,
    "AVIF": others.avif, "BMP": others.bmp, "ICO": others.ico, "TGA": others.tga,
    "GIF": others.gif, "PPM": others.ppm,
}  # fmt: skip
_WITHOUT_NOTES: Final = {"JPEG": jpeg.without_notes, "AVIF": others.avif_without_notes}
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_MISSING: Final = 128  # gray stands for what the file does not hold, as JPEG decoders put it
_FURTHER: Final = b"\x5a" * 4096
_UPWARDS: Final = {"BMP", "TGA"}  # formats whose first row is the lowest
_BYTES_PER_PIXEL: Final = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}


@dataclass(frozen=True)
class Picture:
    """A picture as the app uses it.

    ``image`` is RGB and upright; above four megapixels it is smaller than the file's, whose size
    (width, height), upright, is ``size``. ``format`` and ``mode`` are the file's, as Pillow names
    them ("PNG", "RGBA"). ``notes`` are the keys of the texts that say what had to be changed, in
    order: ``picture.note.<name>``.
    """

    image: Image.Image
    format: str
    notes: tuple[str, ...]
    mode: str
    size: tuple[int, int]


def open_picture(data: bytes) -> Picture:
    """Return the picture in a file's bytes. Raises PictureError, and nothing else for bad data.

    Opening adds at most MEMORY bytes to the process.
    """
    if not data:
        raise PictureError("empty")
    if len(data) > MAX_BYTES:
        raise PictureError("file_too_large", limit=MAX_MEGABYTES)
    kind = kind_of(data)
    read = pnm.decoded(data) if kind == "PPM" else None
    if read is not None:
        image, depth, whole = read
        facts = Facts(b"", incomplete=not whole, depth=depth, signed=False)
        return _finished(image, kind, facts, [] if whole else ["incomplete"], image.size)
    facts = _FACTS[kind](data)
    notes: list[str] = []
    source = _opened(kind, facts, notes)
    full = source.size
    check_size(full)
    _prepare(source, kind, facts)
    if facts.planes:
        decode.widen(source, facts.planes)
    many = decode.animated(source) if facts.animated is None else facts.animated
    if many and source.format != "MPO":
        notes.insert(0, "first_picture")
    rows = decode.loaded(source, kind)
    if rows is not None or facts.incomplete:
        notes.append("incomplete")
    return _finished(source, kind, facts, notes, full, rows)


def _opened(kind: str, facts: Facts, notes: list[str]) -> ImageFile.ImageFile:
    """Return the picture with its header read; without its notes where they are damaged."""
    try:
        return decode.opened(kind, facts.data)
    except PictureError:
        if kind not in _WITHOUT_NOTES:
            raise
    source = decode.opened(kind, _WITHOUT_NOTES[kind](facts.data))
    notes.append("lost_notes")
    return source


def _prepare(source: ImageFile.ImageFile, kind: str, facts: Facts) -> None:
    """Have a JPEG decoded smaller, and check that everything fits into the memory."""
    size = source.size
    decode.smaller(source, shrinking(size))
    share = source.width * source.height / (size[0] * size[1])
    canvas = _BYTES_PER_PIXEL.get(source.mode, 4) * share
    work = min(source.width * source.height, KEPT_PIXELS) * 4 + STRIP_MEMORY
    decoding = canvas + facts.per_pixel, facts.fixed
    converting = canvas + facts.left_per_pixel, facts.fixed + work
    check_memory(size, kind, decoding, converting)


def _finished(
    source: Image.Image,
    kind: str,
    facts: Facts,
    notes: list[str],
    full: tuple[int, int],
    rows: list[int] | None = None,
) -> Picture:
    """Return the picture of decoded pixels; ``rows`` tells which ones a file cut short holds."""
    turn = facts.orientation
    if turn is None:
        turn = decode.orientation(source, facts.exif)
    if turn is None and "lost_notes" not in notes:
        notes.append("lost_notes")
    if turn in _TURNS:
        notes.append("turned")
    image = to_rgb(source, facts, notes)
    if rows is not None:
        _blank(image, rows, kind)
    elif facts.incomplete and kind == "JPEG" and not _jpeg_is_there(image, facts):
        raise PictureError("damaged", format=kind)
    format_, mode = source.format or kind, source.mode
    source.close()  # its pixels are as many bytes as all that follows
    if image.size != full:
        notes.append("smaller")
    if turn in _TURNS:
        image = image.transpose(_TURNS[turn])
        full = full[::-1] if turn >= 5 else full
    keys = tuple(f"picture.note.{name}" for name in notes)
    return Picture(image, format_, keys, mode, full)


def _blank(image: Image.Image, rows: list[int], kind: str) -> None:
    """Paint the rows gray that a file cut short does not hold: the last ones in its own order."""
    scale = image.height / len(rows)
    gray = (_MISSING,) * 3
    if kind in _UPWARDS and not rows[0]:
        image.paste(gray, (0, 0, image.width, round(rows.index(1) * scale)))
    else:
        there = len(rows) - rows[::-1].index(1)
        image.paste(gray, (0, round(there * scale), image.width, image.height))


def _jpeg_is_there(image: Image.Image, facts: Facts) -> bool:
    """Tell whether at least half of a JPEG without its end came through.

    Its decoder makes missing rows gray. A picture may be gray itself; then it stays as it is with
    further data behind, which would fill what is missing.
    """
    there = (np.asarray(image) != _MISSING).any(axis=(1, 2)).nonzero()[0]
    if len(there) and 2 * (int(there[-1]) + 1) >= image.height:
        return True
    longer = decode.opened("JPEG", facts.data[:-2] + _FURTHER + facts.data[-2:])
    decode.smaller(longer, shrinking(longer.size))
    decode.loaded(longer, "JPEG")
    return to_rgb(longer, facts, []).tobytes() == image.tobytes()
