"""What a browser may send of its camera: anything may come in its place, so all of it is checked.

A frame is a square JPEG, its side what the network's preparation makes a photo's shorter side.
So nothing is resized here, and a frame kept as the page's photo gets the very answer it had live.
"""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image

SIDE: Final = 256  # pixels
MOST_BYTES: Final = 150_000  # a frame of mere noise, at the quality asked for, has 120,000 at most
_LARGEST: Final = 2**31
_JPEG: Final = b"\xff\xd8\xff"


class FrameError(ValueError):
    """What came is no frame; it came from no browser of ours."""


@dataclass(frozen=True)
class Frame:
    """One frame that is to be answered.

    number: the browser's own count, from 1. picture: a JPEG file of SIDE × SIDE pixels. layer: the
    layer whose maps are wanted. first: the first channel of these, from 0.
    """

    number: int
    picture: bytes
    layer: str
    first: int


@dataclass(frozen=True)
class Kept:
    """A frame that is to be the page's photo, and the channel that was pressed; None for none."""

    frame: Frame
    channel: int | None


def read_frame(sent: object, layers: Collection[str]) -> Frame:
    """Return the frame that came, with one of ``layers``. Raises FrameError for all else."""
    if not isinstance(sent, dict):
        raise FrameError("no dictionary")
    layer = sent.get("layer")
    if not isinstance(layer, str) or layer not in layers:
        raise FrameError("no such layer")
    number, first = _whole(sent.get("number"), 1), _whole(sent.get("first"), 0)
    return Frame(number, _picture(sent.get("picture")), layer, first)


def read_kept(sent: object, layers: Collection[str]) -> Kept:
    """Return the frame to keep. Raises FrameError as ``read_frame`` does."""
    frame = read_frame(sent, layers)
    assert isinstance(sent, dict)
    channel = sent.get("channel")
    return Kept(frame, None if channel is None else _whole(channel, 0))


def _whole(value: Any, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < _LARGEST:
        raise FrameError("no such number")
    return value


def _picture(value: Any) -> bytes:
    """Return the file's bytes; its size is read from its head, the rest is decoded later."""
    if not isinstance(value, str) or not 0 < len(value) <= MOST_BYTES * 4 // 3 + 4:
        raise FrameError("no text of that length")
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise FrameError("no base64") from None
    if not data.startswith(_JPEG):
        raise FrameError("no JPEG")
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            size = image.size
    except Exception:  # a decoder may fail in any way at bytes that are made for it
        raise FrameError("no readable JPEG") from None
    if size != (SIDE, SIDE):
        raise FrameError("no such size")
    return data
