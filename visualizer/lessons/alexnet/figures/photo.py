"""The AlexNet page's pictures: a photo with a rectangle, the network's input, and the evidence.

All are arrays of bytes (height, width, 3).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from visualizer.figures.colors import Bytes, Floats, diverging, limit_of, palette, rgb

Edges = tuple[float, float, float, float]
"""A rectangle's left, top, right and bottom, in pixels."""

_PALER = np.rint(np.arange(256) * 0.4 + 255 * 0.22).astype(int).tolist()  # by level
_KOREAN = Path(__file__).resolve().parents[4] / "static/fonts/ConvScopeKorean-Regular.woff2"


def framed(photo: Bytes, edges: Edges, color: str, side: int = 720) -> Bytes:
    """Draw a rectangle on a photo and make what lies outside of it pale.

    edges: in pixels of the photo; color: ``#rrggbb``; side: the result's longer side is at most
    this.
    """
    image = Image.fromarray(photo)
    scale = min(1.0, side / max(image.size))
    image = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    right, bottom = max(right, left + 2), max(bottom, top + 2)
    drawn = image.point(_PALER * 3)
    within = (max(left, 0), max(top, 0), min(right, image.width), min(bottom, image.height))
    drawn.paste(image.crop(within), within[:2])
    width = max(2, round(max(drawn.size) / 180))
    ImageDraw.Draw(drawn).rectangle((left, top, right - 1, bottom - 1), outline=color, width=width)
    return np.asarray(drawn)


def with_field(crop: Bytes, edges: Edges, dark: bool, side: int = 448) -> Bytes:
    """Draw a unit's receptive field on the network's input (S, S, 3), about ``side`` wide."""
    factor = max(1, side // crop.shape[0])
    large = np.repeat(np.repeat(crop, factor, axis=0), factor, axis=1)
    left, top, right, bottom = (edge * factor for edge in edges)
    return framed(large, (left, top, right, bottom), palette(dark).accent, max(large.shape))


def normalised_channels(values: Floats, dark: bool) -> list[Bytes]:
    """Colour each channel of the network's input (3, S, S); all have one scale, centred on zero."""
    limit = limit_of(values)
    return [diverging(channel, limit, dark) for channel in values]


def raw_heat(raw: Floats, dark: bool, side: int = 448) -> Bytes:
    """Colour a map of evidence (h, w) on the scale centred on zero, enlarged to about ``side``."""
    colors = diverging(raw, limit_of(raw), dark)
    factor = max(1, side // max(raw.shape))
    return np.repeat(np.repeat(colors, factor, axis=0), factor, axis=1)


def overlay(crop: Bytes, scaled: Floats, side: int = 448) -> Bytes:
    """Lay evidence (S, S), from 0 to 1, on the input (S, S, 3), enlarged to about ``side``.

    Where there is no evidence the picture is gray, and it is bluer the more there is. The photo's
    light and dark stay, so that its content can be recognised.
    """
    gray = crop.astype(np.float64) @ np.array([0.2126, 0.7152, 0.0722])
    base = np.repeat((gray * 0.7 + 40)[..., None], 3, axis=-1)
    heat = np.clip(scaled, 0.0, 1.0)[..., None]
    tint = rgb("#1f7bff").astype(np.float64) * (0.45 + 0.55 * gray[..., None] / 255)
    mixed = base * (1 - 0.85 * heat) + tint * 0.85 * heat
    factor = max(1, side // crop.shape[0])
    pixels = np.rint(mixed).clip(0, 255).astype(np.uint8)
    return np.repeat(np.repeat(pixels, factor, axis=0), factor, axis=1)


def enlarged(crop: Bytes, side: int = 448) -> Bytes:
    """Enlarge a picture to about ``side`` pixels, each of its pixels becoming a square."""
    factor = max(1, side // crop.shape[0])
    return np.repeat(np.repeat(crop, factor, axis=0), factor, axis=1)


def sheet(pictures: Sequence[Bytes], titles: Sequence[str], caption: Sequence[str]) -> bytes:
    """Put pictures side by side, titles above and the caption's lines below; returns a PNG file."""
    side = max(picture.shape[0] for picture in pictures)
    gap, head, line = 16, 34, 24
    width = len(pictures) * side + (len(pictures) + 1) * gap
    canvas = Image.new("RGB", (width, head + side + gap + line * len(caption) + 8), "white")
    draw = ImageDraw.Draw(canvas)
    for place, (picture, title) in enumerate(zip(pictures, titles, strict=True)):
        left = gap + place * (side + gap)
        canvas.paste(Image.fromarray(picture).resize((side, side), Image.Resampling.NEAREST),
                     (left, head))  # fmt: skip
        _write(draw, (left, 8), title, 17)
    for number, words in enumerate(caption):
        _write(draw, (gap, head + side + gap // 2 + number * line), words, 15)
    buffer = io.BytesIO()
    canvas.save(buffer, "PNG")
    return buffer.getvalue()


def _write(draw: ImageDraw.ImageDraw, place: tuple[int, int], words: str, size: int) -> None:
    """Write a line, with Hangul in the project's own font, which has no other letters."""
    x, y = float(place[0]), place[1]
    for letter in words:
        font = _font("\u3131" <= letter <= "\ud7a3", size)
        draw.text((x, y), letter, fill="#1b1f24", font=font)
        x += font.getlength(letter)


@lru_cache(maxsize=8)
def _font(korean: bool, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    if korean:
        try:
            return ImageFont.truetype(str(_KOREAN), size)
        except OSError:  # Pillow's FreeType may be built without woff2
            pass
    return ImageFont.load_default(size)
