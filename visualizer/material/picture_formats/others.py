"""GIF, WebP, AVIF, BMP, ICO, TGA and plain PPM: the memory their decoders take."""

from __future__ import annotations

import struct
from typing import Final

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_facts import Facts
from visualizer.material.picture_limits import check_memory, check_size

_ICO_PER_PIXEL: Final = 14  # as stored, with transparency, its mask
_DECODER: Final = 1_500_000
# Pillow unpacks a BMP run by run, and parts of it pixel by pixel, in Python.
_MOST_RUNS: Final = 2 * 2**20
_MOST_RUN_PIXELS: Final = 12_000_000
_MOST_GIF_BLOCKS: Final = 500_000  # whole ones hold 255 bytes


def ppm(data: bytes) -> Facts:
    """Return the facts of a PPM that Pillow reads: its canvas is all that it takes."""
    return Facts(data)


def gif(data: bytes) -> Facts:
    """Return the facts of a GIF: whether a second picture follows.

    Its data lie in blocks with their length in front, which Pillow reads one by one. Raises
    PictureError: too_slow.
    """
    place, count, pictures = 13 + _gif_palette(data[10:11]), 0, 0
    while place < len(data) - 1 and pictures < 2:
        mark = data[place]
        if mark == 0x3B:  # the end
            break
        if mark in (0x21, 0x2C):  # a note, a picture
            pictures += mark == 0x2C
            place += 2 if mark == 0x21 else 11 + _gif_palette(data[place + 9 : place + 10])
            while place < len(data) and data[place]:
                place += 1 + data[place]
                count += 1
        place += 1  # a byte that is no mark is passed over
        count += 1
        if count > _MOST_GIF_BLOCKS:
            raise PictureError("too_slow", format="GIF")
    return Facts(data, animated=pictures > 1)


def _gif_palette(flags: bytes) -> int:
    """Return the bytes of the palette that a byte of flags announces."""
    return 3 << (flags[0] & 7) + 1 if flags and flags[0] & 0x80 else 0


def tga(data: bytes) -> Facts:
    """Return the facts of a TGA."""
    return Facts(data, idle_alpha=True)


def bmp(data: bytes) -> Facts:
    """Return the facts of a BMP; one packed in runs is unpacked beside the canvas.

    Raises PictureError: too_slow.
    """
    packed = len(data) > 34 and data[14] >= 40 and data[30] in (1, 2)
    width, height = struct.unpack_from("<ii", data, 18) if packed else (0, 0)
    if packed and (len(data) > _MOST_RUNS or abs(width * height) > _MOST_RUN_PIXELS):
        raise PictureError("too_slow", format="BMP")
    return Facts(data, per_pixel=2.5 if packed else 0.0, idle_alpha=True)


def webp(data: bytes) -> Facts:
    """Return the facts of a WebP: its decoder holds three canvases, of lossless ones a fourth.

    Pillow makes them when it opens the file, so the size is checked here. Raises PictureError.
    """
    size, per_pixel = _webp_size(data), 12.0
    if size is None:
        raise PictureError("damaged", format="WebP")
    per_pixel += 4 * (b"VP8L" in data) + (b"ALPH" in data)
    check_size(size)
    fixed = len(data) + _DECODER
    check_memory(size, "WEBP", (per_pixel + 4, fixed))
    return Facts(data, per_pixel=per_pixel, left_per_pixel=8.0, fixed=fixed)


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind, body = data[12:16], data[20:30]
    if len(body) < 10:
        return None
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        across, down = (int.from_bytes(body[at : at + 3], "little") for at in (4, 7))
        return across + 1, down + 1
    return None


def avif(data: bytes) -> Facts:
    """Return the facts of an AVIF: its planes, then all values side by side, twice.

    The codec's settings say how many bytes the planes of a pixel take; without them the most.
    """
    place = data.find(b"av1C")
    flags = data[place + 6] if 0 <= place < len(data) - 6 else 0b0100_0000
    deep, gray, half = flags & 0x40, flags & 0x10, flags & 0x08
    planes = 1.0 if gray else 1.5 if half and flags & 0x04 else 2.0 if half else 3.0
    # One more plane for transparency, a third more for the codec itself.
    held = (planes + 1) * (2 if deep else 1) * 1.3
    brands = data if data[8:12] in (b"avif", b"avis") else data[:8] + b"avif" + data[12:]
    return Facts(brands, per_pixel=held + 4, left_per_pixel=held, fixed=len(data) + _DECODER)


def avif_without_notes(data: bytes) -> bytes:
    """Return the file with its EXIF block under a name that no decoder looks for."""
    return data.replace(b"Exif", b"none")


def ico(data: bytes) -> Facts:
    """Return the facts of an ICO; Pillow unpacks its largest picture when it opens the file.

    Raises PictureError where one of its pictures is beyond the limits.
    """
    (count,) = struct.unpack_from("<H", data, 4)
    for entry in range(6, min(6 + 16 * count, len(data) - 15), 16):
        (start,) = struct.unpack_from("<I", data, entry + 12)
        header = data[start : start + 24]
        if len(header) < 24:
            continue
        if header[:4] == b"\x89PNG":
            width, height = struct.unpack_from(">II", header, 16)
        else:
            width, height = struct.unpack_from("<iI", header, 4)
            width, height = abs(width), height // 2  # its mask lies above it
        check_size((width, height))
        check_memory((width, height), "ICO", (_ICO_PER_PIXEL, len(data)))
    return Facts(data, per_pixel=_ICO_PER_PIXEL, fixed=len(data), idle_alpha=True)
