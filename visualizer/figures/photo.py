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
