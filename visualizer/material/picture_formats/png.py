"""PNG: the chunks that make the picture, without the others, whose damage must not cost it."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_facts import Facts

_MAGIC: Final = b"\x89PNG\r\n\x1a\n"
_END: Final = b"\0\0\0\0IEND\xaeB`\x82"
_NO_SUM: Final = bytes(4)  # decoders do not look at the checksum of pixels: zlib has its own
_MOST_CHUNKS: Final = 100_000


def facts(data: bytes) -> Facts:
    """Return the facts of a PNG. Raises PictureError: damaged (no header), too_slow.

    Pillow gets header, palette, transparency and the pixels in one piece. Texts, profiles and the
    frames of an animation stay out: they can be damaged, and can unpack to many times their size.
    """
    head: list[bytes | memoryview] = [_MAGIC]
    pixels: list[memoryview] = []
    view = memoryview(data)
    animated, ended, exif, place, count = False, False, None, len(_MAGIC), 0
    while len(data) - place >= 8 and not ended:
        length, name = struct.unpack_from(">I4s", data, place)
        if not name.isalpha():
            break
        body, after = place + 8, min(place + 12 + length, len(data))
        if name == b"IDAT":
            pixels.append(view[body : body + length])
        elif name in (b"IHDR", b"PLTE") or (name == b"tRNS" and _sound(view[place:after])):
            head.append(view[place:after])
        elif name == b"acTL" and length >= 4 and len(data) - body >= 4:
            animated = int.from_bytes(data[body : body + 4], "big") > 1
        elif name == b"eXIf" and exif is None:
            exif = data[body : body + length]
        ended = name == b"IEND"
        place, count = after, count + 1
        if count > _MOST_CHUNKS:
            raise PictureError("too_slow", format="PNG")
    if data[12:16] != b"IHDR" or len(data) < 29:
        raise PictureError("damaged", format="PNG")
    size = struct.pack(">I", sum(map(len, pixels)))
    return Facts(
        b"".join([*head, size, b"IDAT", *pixels, _NO_SUM, _END]),
        fixed=len(data),
        incomplete=not ended,
        animated=animated,
        depth=data[24],
        white=2 ** data[24] - 1,
        exif=exif,
    )


def _sound(chunk: memoryview) -> bool:
    """Tell whether a chunk is whole and its checksum right."""
    if len(chunk) < 12:
        return False
    return zlib.crc32(chunk[4:-4]) == int.from_bytes(chunk[-4:], "big")
