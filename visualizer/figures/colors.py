"""All colours of the figures, for the light and the dark theme.

Values are coloured on a diverging scale: orange below zero, white or near-black at zero (by theme),
blue above. People with any of the common colour vision deficiencies can tell these apart. Colours
are mixed in OKLab (B. Ottosson, "A perceptual color space for image processing", 2020), so that
equal steps in value look equally large.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Palette:
    """Every colour that a figure may use, for one theme, each as ``#rrggbb``."""

    negative: str
    zero: str
    positive: str
    background: str
    ink: str
    faint: str
    line: str
    padding: str
    hatch: str
    accent: str
    probability: str


LIGHT = Palette(
    negative="#c2560a",
    zero="#ffffff",
    positive="#1a5fb4",
    background="#ffffff",
    ink="#1b1f24",
    faint="#6b7280",
    line="#c3c9d1",
    padding="#f1f3f5",
    hatch="#c9cfd6",
    accent="#c2187a",
    probability="#1a5fb4",
)
DARK = Palette(
    negative="#ff9d4f",
    zero="#14171c",
    positive="#6cb2ff",
    background="#0f1216",
    ink="#eceff3",
    faint="#9aa4b1",
    line="#3d4550",
    padding="#1b2027",
    hatch="#3a424d",
    accent="#ff5fb8",
    probability="#6cb2ff",
)


def palette(dark: bool) -> Palette:
    """Return the colours of the dark or the light theme."""
    return DARK if dark else LIGHT


def _to_linear(srgb: Floats) -> Floats:
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def _to_srgb(linear: Floats) -> Floats:
    linear = np.clip(linear, 0.0, 1.0)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def rgb(color: str) -> Bytes:
    """Return ``#rrggbb`` as three bytes, shape (3,)."""
    return np.frombuffer(bytes.fromhex(color[1:]), dtype=np.uint8)


def _oklab(color: str) -> Floats:
    return _LAB @ np.cbrt(_LMS @ _to_linear(rgb(color) / 255.0))


@lru_cache(maxsize=4)
def _ramp(dark: bool) -> Bytes:
    """Return the colours of values from −1 to 1; (511, 3), the middle one is the colour of zero."""
    colors = palette(dark)
    low, middle, high = (_oklab(c) for c in (colors.negative, colors.zero, colors.positive))
    t = np.linspace(0.0, 1.0, 256)[:, None]
    lab = np.concatenate([low + (middle - low) * t, (middle + (high - middle) * t)[1:]])
    linear = (np.linalg.inv(_LAB) @ lab.T) ** 3
    return np.rint(_to_srgb(np.linalg.inv(_LMS) @ linear).T * 255).astype(np.uint8)


def limit_of(*arrays: Floats) -> float:
    """Return the largest finite magnitude in the arrays: where their colour scale ends."""
    peak = 0.0
    for array in arrays:
        finite = np.abs(array[np.isfinite(array)])
        peak = max(peak, float(finite.max())) if finite.size else peak
    return peak


def diverging(values: Floats, limit: float, dark: bool) -> Bytes:
    """Colour values on the scale from −limit to limit; a limit of 0 or less counts as 1.

    values: any shape; NaN has the colour of zero, and values beyond the limits have the colours at
    the ends. Returns bytes of shape (*values.shape, 3).
    """
    if limit <= 0:
        limit = 1.0
    if not np.isfinite(values).all():
        values = np.nan_to_num(values, nan=0.0, posinf=limit, neginf=-limit)
    position = np.rint(np.clip(values / limit, -1.0, 1.0) * 255).astype(int) + 255
    # ``take`` is several times as fast as an index in brackets, and a layer has 200,000 cells.
    colors: Bytes = _ramp(dark).take(position, axis=0)
    return colors


def diverging_colorscale(dark: bool, steps: int = 11) -> list[list[float | str]]:
    """Return the scale of `diverging` as a Plotly colorscale of ``steps`` colours."""
    ramp = _ramp(dark)
    places = np.linspace(0, len(ramp) - 1, steps).astype(int)
    return [[i / (steps - 1), "#" + bytes(ramp[place]).hex()] for i, place in enumerate(places)]


def luminance(colors: Bytes) -> Floats:
    """Return the relative luminance, 0 to 1, of sRGB bytes (..., 3), as WCAG 2.2 defines it."""
    return np.asarray(_to_linear(colors / 255.0) @ np.array([0.2126, 0.7152, 0.0722]))


def inks(colors: Bytes) -> list[str]:
    """Return black or white for each background (n, 3), whichever contrasts more.

    The contrast is at least 4.58:1 on every background, so more than the 4.5:1 of WCAG.
    """
    # Contrast with white is 1.05/(L+0.05), with black (L+0.05)/0.05; they cross at L = 0.1791.
    return ["#ffffff" if value < 0.1791 else "#000000" for value in luminance(colors)]
