"""Files that no library writes, made by hand: PNG and TIFF of every depth."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable

import numpy as np
from PIL import Image

from visualizer.material import Picture, open_picture

ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2)]  # fmt: skip


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return the picture as a file of this format."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pixels(data: bytes) -> list[list[tuple[int, ...]]]:
    """Return the colours of the picture in a file, row by row."""
    cells = np.asarray(open_picture(data).image).tolist()
    return [[tuple(cell) for cell in row] for row in cells]


def row(data: bytes) -> list[tuple[int, ...]]:
    """Return the colours of the first row."""
    return pixels(data)[0]


def grays(data: bytes) -> list[int]:
    """Return the brightness of the first row of a gray picture."""
    cells = np.asarray(open_picture(data).image)
    assert (cells == cells[..., :1]).all()
    return [int(cell) for cell in cells[0, :, 0]]


def names(picture: Picture) -> list[str]:
    """Return the names of a picture's notes."""
    assert all(note.startswith("picture.note.") for note in picture.notes)
    return [note.removeprefix("picture.note.") for note in picture.notes]


def colourful(width: int, height: int, seed: int = 0) -> Image.Image:
    """Return a picture with smooth shapes in all colours, as a photo has them."""
    small = np.random.default_rng(seed).integers(0, 256, (7, 9, 3), dtype=np.uint8)
    return Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(
    size: tuple[int, int],
    depth: int,
    colour: int,
    rows: Iterable[bytes],
    *chunks: bytes,
    interlaced: bool = False,
) -> bytes:
    """Return a PNG of unfiltered ``rows`` (packed as the depth says).

    colour: 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha.
    """
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, int(interlaced))
    body = zlib.compress(b"".join(b"\0" + each for each in rows))
    parts = [chunk(b"IHDR", header), *chunks, chunk(b"IDAT", body), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def interlaced_png(cells: np.ndarray) -> bytes:
    """Return an interlaced RGB PNG of (height, width, 3) bytes."""
    rows = [
        line.tobytes()
        for left, top, across, down in ADAM7
        for line in cells[top::down, left::across]
        if line.size
    ]
    height, width, _ = cells.shape
    return png((width, height), 8, 2, rows, interlaced=True)


def tiff(
    size: tuple[int, int],
    bits: int,
    photometric: int,
    *bodies: bytes,
    order: str = "<",
    samples: int = 1,
    packed: bool = False,
    tags: dict[int, int] | None = None,
    colours: list[int] | None = None,
) -> bytes:
    """Return a TIFF whose strips hold ``bodies``, values as they lie in the file.

    ``tags`` are further tags of one number; ``colours`` is a palette of 16-bit values, all red
    ones first.
    """
    strips = [zlib.compress(body) if packed else body for body in bodies]
    places = [8 + sum(len(strip) for strip in strips[:count]) for count in range(len(strips))]
    entries: dict[int, list[int]] = {
        256: [size[0]], 257: [size[1]], 258: [bits] * samples, 259: [8 if packed else 1],
        262: [photometric], 273: places, 277: [samples], 278: [size[1]],
        279: [len(strip) for strip in strips],
    }  # fmt: skip
    entries |= {tag: [value] for tag, value in (tags or {}).items()}
    if colours is not None:
        entries[320] = colours
    body = b"".join(strips)
    body += b"\0" * (len(body) % 2)
    start = 8 + len(body)
    behind, table = b"", struct.pack(order + "H", len(entries))
    for tag, values in sorted(entries.items()):
        letter, kind = ("I", 4) if tag in (256, 257, 273, 279) else ("H", 3)
        field = struct.pack(f"{order}{len(values)}{letter}", *values)
        if len(field) > 4:
            place = start + 2 + 12 * len(entries) + 4 + len(behind)
            behind += field
            field = struct.pack(order + "I", place)
        table += struct.pack(order + "HHI", tag, kind, len(values)) + field.ljust(4, b"\0")
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, start)
    return head + body + table + b"\0\0\0\0" + behind


def words(values: list[int], order: str = ">") -> bytes:
    """Return 16-bit values as bytes."""
    return struct.pack(f"{order}{len(values)}H", *values)
