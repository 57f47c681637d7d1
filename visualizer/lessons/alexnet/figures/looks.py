"""Pictures of what a unit looks for: places of photos, one filter, the sheet of a whole layer.

All are arrays of bytes (height, width, 3).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image

from visualizer.figures.colors import Bytes, Floats, palette, rgb
from visualizer.figures.picture import in_place
from visualizer.lessons.alexnet.figures.maps import Mosaic
from visualizer.lessons.alexnet.figures.photo import Edges, framed

SIDE = 224  # pixels: of a place, and of the photo beside it
_GAP = 6


def place(crop: Bytes, edges: Edges, dark: bool) -> Bytes:
    """Draw a receptive field cut out and, beside it, the photo (S, S, 3) with its outline.

    edges: the field's, in pixels of the photo. A field that is the whole photo is drawn once.
    """
    left, top, right, bottom = (round(edge) for edge in edges)
    whole = _scaled(crop, SIDE)
    if (left, top, right, bottom) == (0, 0, crop.shape[1], crop.shape[0]):
        return whole
    scale = SIDE / crop.shape[0]
    outlined = framed(
        whole, (left * scale, top * scale, right * scale, bottom * scale), palette(dark).accent
    )
    cut = crop[top:bottom, left:right]
    large = np.empty((SIDE, 2 * SIDE + _GAP, 3), dtype=np.uint8)
    large[:] = rgb(palette(dark).background)
    # Part of a field may lie beyond the photo's edge: what there is stays in proportion.
    factor = SIDE / max(cut.shape[:2])
    size = (max(1, round(cut.shape[1] * factor)), max(1, round(cut.shape[0] * factor)))
    shown = np.asarray(Image.fromarray(cut).resize(size, Image.Resampling.NEAREST))
    down, along = (SIDE - size[1]) // 2, (SIDE - size[0]) // 2
    large[down : down + size[1], along : along + size[0]] = shown
    large[:, SIDE + _GAP :] = outlined
    return large


def one_filter(weights: Floats, side: int = 448) -> Bytes:
    """Show one filter (3, k, k) in colour: zero is gray, the largest magnitudes black or white."""
    # A single weight that is far larger than the others would leave them all gray.
    limit = max(float(np.quantile(np.abs(weights), 0.98)), 1e-12)
    scaled = (weights / limit).clip(-1, 1).transpose(1, 2, 0)
    tile = np.rint(scaled * 127.5 + 127.5).astype(np.uint8)
    factor = max(1, side // tile.shape[0])
    return np.repeat(np.repeat(tile, factor, axis=0), factor, axis=1)


def contact_sheet(
    small: Sequence[Bytes | None], channels: Sequence[int], side: int, columns: int, dark: bool
) -> Mosaic:
    """Lay small pictures (side, side, 3) side by side; None: one that is not made yet.

    They have as many colours as photos, and travel as a JPEG.
    """
    gap = 2
    rows = -(-len(small) // columns)
    canvas = np.empty((rows * (side + gap), columns * (side + gap), 3), dtype=np.uint8)
    canvas[:] = rgb(palette(dark).background)
    for at, picture in enumerate(small):
        row, col = divmod(at, columns)
        here = np.s_[row * (side + gap) :, col * (side + gap) :]
        canvas[here][:side, :side] = rgb(palette(dark).padding) if picture is None else picture
    sheet = in_place(canvas, "JPEG", quality=88)
    return Mosaic(sheet, tuple(channels), columns, (side, side), gap)


def _scaled(picture: Bytes, side: int) -> Bytes:
    if picture.shape[0] == side:
        return picture
    return np.asarray(Image.fromarray(picture).resize((side, side)))
