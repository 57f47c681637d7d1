"""TIFF: what its tags say of the values, and a copy whose tags Pillow reads right.

Pillow turns a picture at full size, does not invert deep values where 0 is white, and refuses some
kinds for that tag alone. So the copy says "upright" and "0 is black", and the opener does both
later, on the small picture. Pointers to notes are taken out: their damage must not cost the
picture.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

from PIL.ExifTags import Base as Tag

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_facts import Facts

# Pointers to notes, and two that say "turned".
_NOTES: Final = {
    Tag.Orientation, Tag.XMLPacket, Tag.SubIFDs, Tag.ExifOffset, Tag.GPSInfo, 40965,
}  # fmt: skip
_UNUSED: Final = 65_000  # a private tag's number, which no reader knows
_SIZES: Final = {1: "B", 2: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 16: "Q", 13: "I"}
# Pillow makes Python numbers of all that these tags hold; a palette has at most three times 2¹⁶.
_UNPACKED: Final = {Tag.BitsPerSample, Tag.ExtraSamples, Tag.SampleFormat, Tag.ColorMap}
_MOST_COLOURS: Final = 3 * 2**16
_MOST_TAGS, _MOST_VALUES, _MOST_PIECES = 4096, 16, 100_000
_DEPTHS_MEANT: Final = {2**bits - 1 for bits in range(9, 16)}


class _Entry(NamedTuple):
    """One tag: where its entry lies, how many values it has, the first of them, where they lie."""

    entry: int
    many: int
    values: tuple[int, ...]
    place: int


def facts(data: bytes) -> Facts:
    """Return the facts of the first picture in a TIFF file. Raises PictureError: damaged, raw, ….

    Besides Pillow's canvas, decoding holds the copy and one unpacked strip or tile.
    """
    order = "<" if data[:2] == b"II" else ">"
    tags = _directory(data, order)

    def first(tag: int, otherwise: int) -> int:
        values = tags[tag].values if tag in tags else ()
        return max(values[0], 0) if values else otherwise

    if Tag.DNGVersion in tags or (first(Tag.NewSubfileType, 0) & 1 and Tag.SubIFDs in tags):
        raise PictureError("raw")  # what lies in front is a preview the size of a stamp
    if any(tags[tag].many > _MOST_COLOURS for tag in _UNPACKED & tags.keys()):
        raise PictureError("damaged", format="TIFF")
    width, length = first(Tag.ImageWidth, 0), first(Tag.ImageLength, 0)
    depth, samples = first(Tag.BitsPerSample, 1), first(Tag.SamplesPerPixel, 1)
    packed = first(Tag.Compression, 1) != 1
    pieces = max(
        (tags[tag].many for tag in (Tag.StripOffsets, Tag.TileOffsets) if tag in tags), default=0
    )
    if pieces > _MOST_PIECES and not packed:
        raise PictureError("too_slow", format="TIFF")
    piece = (
        first(Tag.TileWidth, width) * first(Tag.TileLength, length)
        if Tag.TileOffsets in tags
        else width * min(first(Tag.RowsPerStrip, length), length)
    )
    inverted = first(Tag.PhotometricInterpretation, 1) == 0 and (depth > 8 or samples > 1)
    copy = bytearray(data)
    for tag in _NOTES & tags.keys():
        struct.pack_into(order + "H", copy, tags[tag].entry, _UNUSED)
    if inverted:
        struct.pack_into(order + "H", copy, tags[Tag.PhotometricInterpretation].place, 1)
    largest = first(Tag.MaxSampleValue, 0)
    apart = first(Tag.PlanarConfiguration, 1) == 2 and depth == 16 and samples > 1 and not packed
    return Facts(
        bytes(copy),
        fixed=2 * len(data) + (piece * max(samples * depth / 8, 4) if packed else 0),
        orientation=first(Tag.Orientation, 1),
        depth=depth,
        # Cameras of 10 to 15 bits keep them in 16 and say so; other largest values only describe.
        white=largest if depth == 16 and largest in _DEPTHS_MEANT else 2 ** min(depth, 32) - 1,
        inverted=inverted,
        signed=first(Tag.SampleFormat, 1) != 1,
        planes=(";16L" if order == "<" else ";16B") if apart else "",
    )


def _directory(data: bytes, order: str) -> dict[int, _Entry]:
    """Return the tags of the first directory. Raises PictureError where there is none."""
    big = 43 in data[2:4]
    start_at, count_as, entry_size, value_size = (8, "Q", 20, 8) if big else (4, "H", 12, 4)
    word = "Q" if big else "I"
    try:
        (start,) = struct.unpack_from(order + word, data, start_at)
        (count,) = struct.unpack_from(order + count_as, data, start)
        entries = start + struct.calcsize("=" + count_as)
        tags: dict[int, _Entry] = {}
        for entry in range(entries, entries + min(count, _MOST_TAGS) * entry_size, entry_size):
            tag, kind, many = struct.unpack_from(f"{order}HH{word}", data, entry)
            letter = _SIZES.get(kind, "B")
            place = entry + entry_size - value_size
            if many * struct.calcsize("=" + letter) > value_size:
                (place,) = struct.unpack_from(order + word, data, place)
            few = f"{order}{min(many, _MOST_VALUES)}{letter}"
            # Values that lie behind the end of the file are left to Pillow to complain about.
            inside = place + struct.calcsize(few) <= len(data)
            values = struct.unpack_from(few, data, place) if inside else ()
            tags.setdefault(tag, _Entry(entry, many, values, place))
    except struct.error as error:
        raise PictureError("damaged", format="TIFF") from error
    return tags
