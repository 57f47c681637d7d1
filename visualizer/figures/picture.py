"""Grids as small PNG pictures: a thousand coloured cells cost one element in the browser.

Plotly's own heatmaps vanish as soon as a frame is drawn without a full redraw; layout images stay.
"""

from __future__ import annotations

import base64
import io

import numpy as np
from PIL import Image

from visualizer.figures.colors import Bytes, rgb

REAL, PADDING, INSERTED = 0, 1, 2


def block_size(rows: int, cols: int) -> int:
    """Return how many pixels a cell gets in the picture: enough for hatching, small as a file."""
    return max(6, min(24, 288 // max(rows, cols)))


def cell_picture(
    colors: Bytes,
    *,
    line: str,
    kind: np.ndarray | None = None,
    padding: str = "#ffffff",
    hatch: str = "#cccccc",
) -> str:
    """Draw a grid of cells as a PNG data URI.

    colors: (rows, cols, 3) bytes. kind: (rows, cols); where it is ``PADDING`` the cell is hatched
    and pale, where it is ``INSERTED`` it is pale and empty. ``line`` separates the cells.
    """
    rows, cols, _ = colors.shape
    size = block_size(rows, cols)
    picture = np.repeat(np.repeat(colors, size, axis=0), size, axis=1)
    if kind is not None:
        blocks = np.repeat(np.repeat(kind, size, axis=0), size, axis=1)
        # Mixed by half, so that what a reflected or repeated padding cell holds can still be seen.
        pale = (picture // 2 + rgb(padding) // 2).astype(np.uint8)
        picture = np.where((blocks != REAL)[..., None], pale, picture)
        y, x = np.indices(blocks.shape)
        period = max(4, size // 3)
        stripes = (blocks == PADDING) & ((x + y) % period == 0)
        picture[stripes] = rgb(hatch)
    picture[size - 1 :: size] = rgb(line)
    picture[:, size - 1 :: size] = rgb(line)
    picture[0] = rgb(line)
    picture[:, 0] = rgb(line)
    return data_uri(picture)


def data_uri(pixels: Bytes) -> str:
    """Encode (height, width, 3) bytes as a PNG data URI, with a palette where 256 colours do."""
    image = Image.fromarray(np.ascontiguousarray(pixels))
    if len(image.getcolors(maxcolors=256) or []) > 0:
        image = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=256)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=False, compress_level=9)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
