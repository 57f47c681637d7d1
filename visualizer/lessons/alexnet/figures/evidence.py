"""Pictures of evidence that has signs and single pixels, as integrated gradients have."""

from __future__ import annotations

import numpy as np

from visualizer.figures.colors import Bytes, Floats, diverging, palette, rgb

_SCALE_AT = 99.0  # percent of the pixels lie within the scale: a few are far out


def robust_limit(values: Floats) -> float:
    """Return where a scale ends that a few extreme values do not stretch; 0 for zeros alone."""
    sizes = np.abs(values)
    return float(np.percentile(sizes, _SCALE_AT)) or float(sizes.max())


def pixel_heat(raw: Floats, dark: bool, side: int = 448) -> Bytes:
    """Colour evidence of single pixels (S, S), of either sign, enlarged to about ``side``."""
    factor = max(1, side // raw.shape[0])
    colors = diverging(raw, robust_limit(raw), dark)
    return np.repeat(np.repeat(colors, factor, axis=0), factor, axis=1)


def signed_overlay(crop: Bytes, raw: Floats, side: int = 448) -> Bytes:
    """Lay evidence of either sign (S, S) on the input (S, S, 3), enlarged to about ``side``.

    The picture is gray; blue speaks for the class, orange against it. Evidence is spread over its
    neighbours a little, or single pixels would not be seen on a picture.
    """
    spread = _spread(raw)
    strength = spread / (robust_limit(spread) or 1.0)
    gray = crop.astype(np.float64) @ np.array([0.2126, 0.7152, 0.0722])
    base = np.repeat((gray * 0.7 + 40)[..., None], 3, axis=-1)
    light = (0.45 + 0.55 * gray / 255)[..., None]
    tints = np.where(strength[..., None] > 0, _tint("#1f7bff"), _tint(palette(True).negative))
    share = 0.85 * np.clip(np.abs(strength), 0, 1)[..., None]
    pixels = np.rint(base * (1 - share) + tints * light * share).clip(0, 255).astype(np.uint8)
    factor = max(1, side // crop.shape[0])
    return np.repeat(np.repeat(pixels, factor, axis=0), factor, axis=1)


def _tint(color: str) -> Floats:
    return rgb(color).astype(np.float64)


def _spread(values: Floats, reach: int = 2) -> Floats:
    """Return the mean of each pixel's neighbourhood, 2·reach + 1 wide."""
    wide = np.pad(values.astype(np.float64), reach, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(wide, (2 * reach + 1,) * 2)
    return np.asarray(windows.mean(axis=(2, 3)))
