"""Which format a file has, by its first bytes: names tell nothing, and Pillow tries too much.

What is well known but cannot be opened here gets a refusal that names it.
"""

from __future__ import annotations

import re
from typing import Final

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_limits import FORMAT_LIST

# Pillow's names of the formats, by what a file of each begins with.
_BEGINNINGS: Final = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("GIF", re.compile(rb"GIF8[79]a")),
    ("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    # Two letters prove little; the size of the header that follows is one of a few.
    ("BMP", re.compile(rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", re.DOTALL)),
    ("TIFF", re.compile(rb"II[\x2a\x2b]\x00|MM\x00[\x2a\x2b]|MM\x2a\x00|II\x00\x2a")),
    ("PPM", re.compile(rb"P[1-6f](?:\s|#)")),
    ("ICO", re.compile(rb"\x00\x00\x01\x00[^\x00]\x00", re.DOTALL)),
)
_BOM: Final = rb"(?:\xef\xbb\xbf)?"
# What people have but cannot open here: the error's code, or the file's proper name.
_FOREIGN: Final = (
    (
        "raw",
        re.compile(rb"(?:II\x2a\x00|MM\x00\x2a)....CR|FUJIFILMCCD-RAW|IIR[OS]|MMOR|IIU\x00", re.S),
    ),
    ("svg", re.compile(_BOM + rb"\s*<(?:svg|(?:\?xml|!--|!DOCTYPE\s+svg).*<svg)", re.S)),
    ("pdf", re.compile(rb"\s{0,100}%PDF-")),
    ("video", re.compile(rb"\x1aE\xdf\xa3|RIFF....AVI |FLV\x01|\x00\x00\x01[\xba\xb3]", re.S)),
    ("EPS", re.compile(rb"%!PS|\xc5\xd0\xd3\xc6")),
    ("Photoshop (PSD)", re.compile(rb"8BPS")),
    ("JPEG 2000", re.compile(rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51")),
    ("JPEG XL", re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL ")),
    ("OpenEXR", re.compile(rb"v/1\x01")),
    ("ZIP", re.compile(rb"PK\x03\x04")),
    ("HTML", re.compile(_BOM + rb"\s*<(?:!doctype\s+html|html)", re.I)),
)
_CODES: Final = {"raw", "svg", "pdf", "video"}
_AVIF: Final = {b"avif", b"avis"}
_HEIC: Final = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs"}
_HEIF: Final = {b"mif1", b"mif2", b"msf1", b"miaf"}
_VIDEO: Final = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"qt  ",
                 b"M4V ", b"3gp4", b"3gp5", b"3gp6", b"3g2a", b"dash", b"MSNV"}  # fmt: skip


def kind_of(data: bytes) -> str:
    """Return Pillow's name of the format of ``data``: JPEG, PNG, GIF and so on.

    Raises PictureError: heic, svg, pdf, raw, video, foreign, unknown.
    """
    head = data[:4096]
    if head[4:8] == b"ftyp":
        return _boxed(head)
    for name, beginning in _FOREIGN:
        if beginning.match(head):
            if name in _CODES:
                raise PictureError(name)
            raise PictureError("foreign", kind=name, formats=FORMAT_LIST)
    for name, beginning in _BEGINNINGS:
        if beginning.match(head):
            return name
    if _is_tga(head, len(data)):
        return "TGA"
    raise PictureError("unknown", formats=FORMAT_LIST)


def _boxed(head: bytes) -> str:
    """Return the format of a file in ISO boxes: its brands say what is in them."""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    major = head[8:12]
    brands = {major, *(head[place : place + 4] for place in range(16, length, 4))}
    if major in _AVIF or (brands & _AVIF and not brands & _HEIC):
        return "AVIF"
    if brands & (_HEIC | _HEIF):
        raise PictureError("heic")
    if major == b"crx ":
        raise PictureError("raw")
    if brands & _VIDEO:
        raise PictureError("video")
    raise PictureError("unknown", formats=FORMAT_LIST)


def _is_tga(head: bytes, length: int) -> bool:
    """Tell whether a header can be TGA's, which has no mark of its own.

    Every field has to fit every other, and the file has to be long enough for half its pixels.
    """
    if len(head) < 19:
        return False
    id_length, has_map, kind = head[0], head[1], head[2]
    map_length, map_depth = int.from_bytes(head[5:7], "little"), head[7]
    width, height = (int.from_bytes(head[at : at + 2], "little") for at in (12, 14))
    depth, flags = head[16], head[17]
    depths = {1: {8}, 2: {16, 24, 32}, 3: {1, 8, 16}}.get(kind & 7, set())
    if kind & ~0b1011 or depth not in depths or not width * height or flags & 0xC0:
        return False
    if has_map > 1 or (has_map and map_depth not in (15, 16, 24, 32)):
        return False
    body = length - 18 - id_length - map_length * ((map_depth + 7) // 8) * has_map
    each = depth / 8
    # Packed, a run of at most 128 pixels takes one byte and one pixel.
    needed = width * height / 128 * (1 + each) if kind & 8 else width * height * each
    return body >= needed / 2
