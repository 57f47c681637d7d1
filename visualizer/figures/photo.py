"""Pictures stay pictures: pixel values as gray, or as the light of their own channel."""

from __future__ import annotations

import numpy as np

from visualizer.figures.colors import Bytes, Floats


def photo_colors(pixels: Floats) -> Bytes:
    """Colour (C, H, W) pixel values from 0 to 255; returns (C, H, W, 3) bytes.

    One channel is gray. Several are red, green and blue, each shown in its own light, on a floor of
    a fifth so that dark cells can still be told from each other.
    """
    values = np.clip(np.rint(pixels), 0, 255).astype(np.uint8)
    if len(values) == 1:
        return np.repeat(values[..., None], 3, axis=-1)
    colors = np.repeat((values // 5)[..., None], 3, axis=-1)
    for channel in range(len(values)):
        colors[channel, ..., channel] = values[channel]
    return colors


def on_grid(photo: Bytes | None, rows: np.ndarray, cols: np.ndarray) -> Bytes | None:
    """Lay a photo (C, H, W, 3) on the grid a window slides on; black where no pixel is shown.

    rows, cols: the photo's row and column that each grid row and column shows, −1 for none.
    """
    if photo is None or not ((rows >= 0).any() and (cols >= 0).any()):
        return None
    down = np.clip(rows, 0, photo.shape[1] - 1)
    across = np.clip(cols, 0, photo.shape[2] - 1)
    colors = photo[:, down][:, :, across].copy()
    colors[:, (rows < 0)[:, None] | (cols < 0)[None, :]] = 0
    return colors
