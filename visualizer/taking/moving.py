"""A moving picture: an animated GIF of what the browser has drawn, put together by Pillow."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Sequence
from typing import Any

from PIL import Image, UnidentifiedImageError

MOST_FRAMES = 150
MOST_SIDE = 4000
MOST_PIXELS = 3_000_000
"""Of one picture; what the form offers has less than half."""
MOST_LETTERS = 40_000_000
"""Of all pictures together, as they are sent in base64."""
REST = 1.5
"""Seconds that the last picture is seen longer, so that one can tell where it begins again."""
_LEAST, _MOST = 0.05, 10.0  # seconds of one picture
_SAMPLES = 5  # pictures that the colours are chosen from
_EXACT = 96  # of the 256 colours
_APART = 8  # of 255: Pillow takes one of two colours nearer to each other for the other


class FramesError(ValueError):
    """What came is no pictures that a GIF can be made of."""


def gif(frames: Sequence[str], seconds: float, *, loop: bool) -> bytes:
    """Return an animated GIF.

    frames: PNG pictures of one size in base64, 1 to ``MOST_FRAMES``; seconds: that each is seen;
    loop: whether it begins again, for ever. Raises FramesError for anything else, which only
    somebody who sends by hand can cause.
    """
    if not 1 <= len(frames) <= MOST_FRAMES or sum(map(len, frames)) > MOST_LETTERS:
        raise FramesError("too many pictures, or none")
    if not _LEAST <= seconds <= _MOST:
        raise FramesError("too short or too long")
    pictures = [_opened(frame) for frame in frames]
    if len({picture.size for picture in pictures}) > 1:
        raise FramesError("pictures of different sizes")
    colours = _colours(pictures)
    drawn = [picture.quantize(palette=colours, dither=Image.Dither.NONE) for picture in pictures]
    shown = round(seconds * 1000)
    file = io.BytesIO()
    how: dict[str, Any] = {"loop": 0} if loop else {}
    drawn[0].save(
        file,
        "GIF",
        save_all=True,
        append_images=drawn[1:],
        duration=[*[shown] * (len(drawn) - 1), shown + round(REST * 1000)],
        disposal=1,
        optimize=False,
        **how,
    )
    return file.getvalue()


def _opened(frame: str) -> Image.Image:
    try:
        picture = Image.open(io.BytesIO(base64.b64decode(frame, validate=True)), formats=["PNG"])
        width, height = picture.size
        if max(width, height) > MOST_SIDE or width * height > MOST_PIXELS:
            raise FramesError("too large a picture")
        return picture.convert("RGB")
    except (binascii.Error, UnidentifiedImageError, OSError, SyntaxError) as error:
        raise FramesError("no picture") from error


def _colours(pictures: Sequence[Image.Image]) -> Image.Image:
    """Return a palette for all of them: a grid of numbers has few colours, but a photo many."""
    last = len(pictures) - 1
    some = sorted({round(i * last / (_SAMPLES - 1)) for i in range(_SAMPLES)})
    width, height = pictures[0].size
    sheet = Image.new("RGB", (width, height * len(some)))
    for place, at in enumerate(some):
        sheet.paste(pictures[at], (0, height * place))
    # Grounds and cells keep their very colours; what letters and photos have besides is gathered.
    counted = sheet.convert("RGB").getcolors(sheet.width * sheet.height) or []
    often: list[Any] = [rgb for _, rgb in sorted(counted, reverse=True)[:_EXACT]]
    gathered = sheet.quantize(256 - _EXACT, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat = gathered.getpalette() or []
    others = [tuple(flat[i : i + 3]) for i in range(0, len(flat), 3)]
    kept: list[tuple[int, ...]] = []
    for rgb in [*often, *others]:
        if not any(
            max(abs(a - b) for a, b in zip(rgb, had, strict=True)) <= _APART for had in kept
        ):
            kept.append(rgb)
    colours = Image.new("P", (1, 1))
    colours.putpalette([part for rgb in kept[:256] for part in rgb])
    return colours
