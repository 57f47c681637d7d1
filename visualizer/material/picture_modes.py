"""From any of Pillow's modes to RGB, in strips: no working copy is as large as the picture.

The formats keep gray, palettes, printing colours, transparency and numbers of 1 to 32 bits; each
has one right colour on the screen, and here it is made.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image, ImageCms, ImageOps

from visualizer.material.picture_facts import Facts
from visualizer.material.picture_limits import KEPT_PIXELS, STRIP_PIXELS

Strip = Callable[[Image.Image], Image.Image]
_SOLID = {"1", "L", "P", "RGB", "RGBX", "RGBA", "RGBa", "LA", "La", "PA"}


def to_rgb(image: Image.Image, facts: Facts, notes: list[str]) -> Image.Image:
    """Return a loaded picture as RGB, made smaller by a whole factor above KEPT_PIXELS.

    What had to be changed is added to ``notes``.
    """
    factor = shrinking(image.size)
    strip = _deep(image, facts, notes) if _is_deep(image) else _shallow(image, facts, notes)
    width, height = image.size
    result = Image.new("RGB", (math.ceil(width / factor), math.ceil(height / factor)))
    for top, part in _strips(image, factor):
        ready = strip(part)
        result.paste(ready.reduce(factor) if factor > 1 else ready, (0, top // factor))
    return result


def shrinking(size: tuple[int, int]) -> int:
    """Return the whole number that brings a picture (width, height) to at most KEPT_PIXELS."""
    return max(1, math.ceil(math.sqrt(size[0] * size[1] / KEPT_PIXELS)))


def _strips(image: Image.Image, factor: int = 1) -> Iterator[tuple[int, Image.Image]]:
    """Yield the strips from the top, each with its first row; rows are multiples of ``factor``."""
    rows = max(1, STRIP_PIXELS // (image.width * factor)) * factor
    for top in range(0, image.height, rows):
        yield top, image.crop((0, top, image.width, min(top + rows, image.height)))


def _is_deep(image: Image.Image) -> bool:
    return image.mode.startswith("I") or image.mode == "F"


def _shallow(image: Image.Image, facts: Facts, notes: list[str]) -> Strip:
    """Return what makes RGB (or L) of a strip whose values have 8 bits."""
    mode = image.mode
    if mode in ("P", "PA"):
        notes.append("palette")
    elif mode in ("1", "L", "LA", "La"):
        notes.append("gray")
    elif mode == "CMYK":
        notes.append("cmyk")
    elif mode not in _SOLID:
        notes.append("converted")
    if facts.depth > 8:
        notes.append("deep")
    if mode == "LAB":
        return _from_lab()
    if not image.has_transparency_data:
        return _inverted if facts.inverted else _opaque
    _scale_transparency(image, facts.depth)
    if facts.idle_alpha and not any(_alpha_of(part) for _, part in _strips(image)):
        return lambda part: _layer(part).convert("RGB")
    return _on_white(facts.inverted, notes)


def _opaque(part: Image.Image) -> Image.Image:
    return part if part.mode in ("L", "RGB") else part.convert("RGB")


def _inverted(part: Image.Image) -> Image.Image:
    return ImageOps.invert(_opaque(part))


def _from_lab() -> Strip:
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB"
    )

    def strip(part: Image.Image) -> Image.Image:
        done = ImageCms.applyTransform(part, transform)
        assert done is not None  # only a transform in place returns nothing
        return done

    return strip


def _layer(part: Image.Image) -> Image.Image:
    return (part.convert("LA") if part.mode == "La" else part).convert("RGBA")


def _alpha_of(part: Image.Image) -> bool:
    """Tell whether anything in a strip can be seen."""
    return _layer(part).getchannel("A").getbbox() is not None


def _on_white(inverted: bool, notes: list[str]) -> Strip:
    """Return what lays a strip on white."""

    def strip(part: Image.Image) -> Image.Image:
        layer = _layer(part)
        if inverted:
            *colours, alpha = layer.split()
            layer = Image.merge("RGBA", (*(ImageOps.invert(each) for each in colours), alpha))
        lowest = layer.getchannel("A").getextrema()[0]
        if lowest != 255:
            if "on_white" not in notes:
                notes.append("on_white")
            white = Image.new("RGBA", layer.size, "white")
            layer = Image.alpha_composite(white, layer)
        return layer.convert("RGB")

    return strip


def _scale_transparency(image: Image.Image, depth: int) -> None:
    """Bring the transparent colour of a PNG from the file's bits to those of Pillow's canvas."""
    colour = image.info.get("transparency")
    if isinstance(colour, tuple) and depth == 16:
        image.info["transparency"] = tuple(each >> 8 for each in colour)
    elif isinstance(colour, int) and image.mode == "L" and depth < 8:
        image.info["transparency"] = (colour & (2**depth - 1)) * 255 // (2**depth - 1)


def _deep(image: Image.Image, facts: Facts, notes: list[str]) -> Strip:
    """Return what makes L of a strip whose values have more than 8 bits."""
    notes += ["gray", "deep"]
    if image.mode.startswith("I;16"):
        return _looked_up(image, facts, notes)
    unsigned = image.mode == "I" and facts.depth == 32 and not facts.signed
    low, high = _range(image, unsigned)
    white = facts.white if image.mode == "I" and facts.depth <= 16 and not facts.signed else None
    if white is None and low >= 0:
        white = _usual_white(image.mode, high, facts.signed)
    if white is None:
        notes.append("stretched")
    else:
        low, high = 0.0, float(white)
    width = high - low if high > low else math.inf  # one value alone is black

    def strip(part: Image.Image) -> Image.Image:
        scaled = np.rint((_numbers(part, unsigned) - low) * 255 / width)
        values = np.clip(scaled, 0, 255).astype(np.uint8)
        return Image.fromarray(255 - values if facts.inverted else values)

    return strip


def _looked_up(image: Image.Image, facts: Facts, notes: list[str]) -> Strip:
    """Return what makes L of a strip of 16 bits, by a table of all values."""
    white = facts.white if facts.white and facts.white > 255 else 65535
    table = np.minimum(np.rint(np.arange(65536) * 255 / white), 255).astype(np.uint8)
    if facts.inverted:
        table = 255 - table
    clear = image.info.get("transparency")
    if isinstance(clear, int):
        table[clear & 65535] = 255

    def strip(part: Image.Image) -> Image.Image:
        values = np.asarray(part)
        if isinstance(clear, int) and "on_white" not in notes and bool((values == clear).any()):
            notes.append("on_white")
        return Image.fromarray(table[values])

    return strip


def _numbers(part: Image.Image, unsigned: bool) -> np.ndarray:
    """Return a strip's values as float64, those that are no number as 0."""
    values = np.asarray(part)
    values = (values.view(np.uint32) if unsigned else values).astype(np.float64)
    finite: np.ndarray = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    return finite


def _range(image: Image.Image, unsigned: bool) -> tuple[float, float]:
    """Return the smallest and the largest value of a picture."""
    ends = [
        (float(values.min()), float(values.max()))
        for _, part in _strips(image)
        for values in (_numbers(part, unsigned),)
    ]
    return min(low for low, _ in ends), max(high for _, high in ends)


def _usual_white(mode: str, high: float, signed: bool) -> int | None:
    """Return the white that numbers from 0 to ``high`` suggest, None where they suggest none."""
    if mode == "F" and high <= 1:
        return 1
    if high <= 255:
        return 255
    return 65535 if mode == "I" and not signed and high <= 65535 else None
