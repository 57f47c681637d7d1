"""Colours for grids that hold a photo: they look like the photo, not like values on a scale."""

from __future__ import annotations

import numpy as np

from visualizer.figures.colors import Bytes, Floats


def photo_colors(pixels: Floats) -> Bytes:
    """Colour pixel values (C, H, W) from 0 to 255; returns bytes (C, H, W, 3).

    A single channel is gray. Three channels are red, green and blue, each shown in its own colour,
    mixed with a fifth of gray, so that dark cells can be told apart.
    """
    values = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
    if len(values) == 1:
        return np.repeat(values[..., None], 3, axis=-1)
    colors = np.repeat((values // 5)[..., None], 3, axis=-1)
    for channel in range(len(values)):
        colors[channel, ..., channel] = values[channel]
    return colors


def first_channel(pixels: Floats, channels: int) -> Bytes:
    """Colour the first of ``channels`` channels, pixel values (H, W); returns (H, W, 3)."""
    whole = np.zeros((channels, *pixels.shape))
    whole[0] = pixels
    colors: Bytes = photo_colors(whole)[0]
    return colors


def on_grid(photo: Bytes | None, rows: np.ndarray, cols: np.ndarray) -> Bytes | None:
    """Lay a photo (C, H, W, 3) on the grid that a window slides on; returns (C, Hp, Wp, 3).

    rows: (Hp,), cols: (Wp,): the photo's row or column that each grid row or column shows, −1 for
    none; cells without a pixel are black. None without a photo, or if no pixel is shown.
    """
    if photo is None or not ((rows >= 0).any() and (cols >= 0).any()):
        return None
    down = np.clip(rows, 0, photo.shape[1] - 1)
    across = np.clip(cols, 0, photo.shape[2] - 1)
    colors = photo[:, down][:, :, across].copy()
    colors[:, (rows < 0)[:, None] | (cols < 0)[None, :]] = 0
    return colors
