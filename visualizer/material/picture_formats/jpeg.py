"""JPEG: how much memory its kind takes, whether its end is there, what can be left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from visualizer.material.picture_error import PictureError
from visualizer.material.picture_facts import Facts

_MARKER: Final = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")  # none within packed pixels
_SCAN, _END, _ADOBE, _COMMENT = 0xDA, 0xD9, 0xEE, 0xFE
_ADOBE_SIZE: Final = 16  # of its segment that says how colours are kept
_ALONE: Final = {0x01, 0xD8, _END}  # markers without a body
_FRAMES: Final = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_SEQUENTIAL: Final = {0xC0, 0xC1, 0xC3, 0xC9, 0xCB}
# A progressive picture is walked over once for each of its scans: so many blocks in all.
_MOST_VISITS: Final = 50_000_000
_MOST_PARTS: Final = 50_000
# Of a header: segments, which Pillow joins one by one, and bytes between them, read singly.
_MOST_HEADS: Final = 500
_MOST_JUNK: Final = 2**16


class _Part(NamedTuple):
    """A marker and where its segment lies: ``start`` at the 0xFF, ``end`` behind its body."""

    marker: int
    start: int
    end: int


def facts(data: bytes) -> Facts:
    """Return the facts of the first picture in a JPEG file.

    A picture of several scans is held by the decoder as two bytes a coefficient, at full size.
    Raises PictureError: damaged (no frame), too_slow.
    """
    frame: bytes | None = None
    several, scans, ended, heads, junk, place = False, 0, False, 0, 0, 2
    for part in _parts(data):
        if not scans:
            heads, junk = heads + 1, junk + part.start - place
        place = part.end
        body = data[part.start + 4 : part.end]
        if part.marker in _FRAMES and frame is None:
            frame, several = body, part.marker not in _SEQUENTIAL
        elif part.marker == _SCAN:
            scans += 1
            several = several or (frame is not None and body[:1] != frame[5:6])
        elif part.marker == _END:
            ended = True
    if frame is None or len(frame) < 6 or not scans:
        raise PictureError("damaged", format="JPEG")
    share = _samples_per_pixel(frame)
    pixels = int.from_bytes(frame[1:3], "big") * int.from_bytes(frame[3:5], "big")
    if pixels * share / 64 * scans > _MOST_VISITS:
        raise PictureError("too_slow", format="JPEG")
    copy = without_notes(data) if junk > _MOST_JUNK or heads > _MOST_HEADS else data
    if not ended:
        copy += b"\xff\xd9"
    return Facts(
        copy,
        per_pixel=2 * share if several else 0.0,
        fixed=0 if copy is data else 2 * len(data),
        incomplete=not ended,
    )


def without_notes(data: bytes) -> bytes:
    """Return the file without what cameras and programs note in it: it can be damaged."""
    kept = [b"\xff\xd8"]
    for part in _parts(data):
        if part.marker == _SCAN:
            kept.append(data[part.start :])
            break
        noted = 0xE0 <= part.marker <= 0xEF or part.marker in (_COMMENT, 0xD8)
        colours = part.marker == _ADOBE and part.end - part.start >= _ADOBE_SIZE
        if colours or not noted:
            kept.append(data[part.start : part.end])
    return b"".join(kept)


def _parts(data: bytes) -> Iterator[_Part]:
    """Yield the segments of the first picture, up to its end. Raises PictureError: too_slow."""
    place, count = 2, 0
    while found := _MARKER.search(data, place):
        marker, start, place = found[1][0], found.end() - 2, found.end()
        if marker not in _ALONE:
            place += max(int.from_bytes(data[place : place + 2], "big"), 2)
        yield _Part(marker, start, place)
        count += 1
        if marker == _END:
            return
        if count > _MOST_PARTS:
            raise PictureError("too_slow", format="JPEG")


def _samples_per_pixel(frame: bytes) -> float:
    """Return how many values a pixel has: 3 for 4:4:4, 1.5 where colours have half the pixels."""
    factors = [(code >> 4, code & 15) for code in frame[7 : 6 + 3 * frame[5] : 3]]
    if not factors or not all(across and down for across, down in factors):
        raise PictureError("damaged", format="JPEG")
    largest = max(across for across, _ in factors) * max(down for _, down in factors)
    return sum(across * down for across, down in factors) / largest
