"""The colours of a grid as a small PNG picture: one element in the browser for a thousand cells.

Plotly's heatmaps would vanish when a frame is drawn without a full redraw; layout images stay.
"""

from __future__ import annotations

import base64
import io

import numpy as np
from PIL import Image

from visualizer.engine import PADDED, REAL
from visualizer.figures.colors import Bytes, rgb


def block_size(rows: int, cols: int) -> int:
    """Return the side of a cell in pixels: enough for hatching, but the file stays small."""
    return max(6, min(24, 288 // max(rows, cols)))


def cell_picture(
    colors: Bytes,
    *,
    line: str,
    kind: np.ndarray | None = None,
    padding: str = "#ffffff",
    hatch: str = "#cccccc",
    below: np.ndarray | None = None,
    ink: str = "#000000",
) -> str:
    """Draw a grid of cells and return it as a PNG data URI.

    colors: bytes (rows, cols, 3). kind: the engine's cell kinds (rows, cols); cells that are not
    REAL are pale, and PADDED ones hatched as well. line: the colour between the cells; padding,
    hatch: the colours that pale and hatched cells are mixed with. below: booleans (rows, cols);
    cells that are True, whose numbers are below zero, get a stroke from corner to corner that is
    mixed with ink: where no number says it, a sign must not be told by colour alone.
    """
    rows, cols, _ = colors.shape
    size = block_size(rows, cols)
    picture = np.repeat(np.repeat(colors, size, axis=0), size, axis=1)
    if kind is not None:
        blocks = np.repeat(np.repeat(kind, size, axis=0), size, axis=1)
        # Half of the colour stays, to show what reflected or repeated padding cells hold.
        pale = (picture // 2 + rgb(padding) // 2).astype(np.uint8)
        picture = np.where((blocks != REAL)[..., None], pale, picture)
        y, x = np.indices(blocks.shape)
        period = max(4, size // 3)
        stripes = (blocks == PADDED) & ((x + y) % period == 0)
        picture[stripes] = rgb(hatch)
    if below is not None:
        strokes = _strokes(below, size)
        picture[strokes] = faintly(picture[strokes], ink)
    picture[size - 1 :: size] = rgb(line)
    picture[:, size - 1 :: size] = rgb(line)
    picture[0] = rgb(line)
    picture[:, 0] = rgb(line)
    return data_uri(picture)


def _strokes(below: np.ndarray, size: int) -> np.ndarray:
    """Return the pixels of the strokes in cells of this size."""
    y, x = np.indices((len(below) * size, below.shape[1] * size))
    strokes: np.ndarray = x % size + y % size == size - 2
    return strokes & (np.kron(below, np.ones((size, size))) > 0)


def faintly(colors: Bytes, ink: str) -> Bytes:
    """Mix colours (..., 3) with a little ink."""
    return np.asarray((colors.astype(np.uint16) * 2 + rgb(ink)) // 3, dtype=np.uint8)


def data_uri(pixels: Bytes) -> str:
    """Encode bytes (height, width, 3) as a PNG data URI; 256 colours or fewer get a palette."""
    image = Image.fromarray(np.ascontiguousarray(pixels))
    if len(image.getcolors(maxcolors=256) or []) > 0:
        image = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=256)
    return in_place(image, "PNG", optimize=False, compress_level=9)


def in_place(picture: Bytes | Image.Image, kind: str = "WEBP", **options: bool | int) -> str:
    """Encode a picture, bytes (height, width, 3) or Pillow's, as a data URI.

    As WebP every pixel stays as it is: for a photo of 448×448 that takes 3.4 ms of processor time,
    in which other threads can work, and 98 kB; as PNG 29 ms, in which they cannot, and 124 kB.

    What is handed to Streamlit as pixels becomes a file that its server forgets when any reader's
    page runs again; a browser that asks a moment later is told that there is none, and shows a
    broken picture. A picture that is part of the page itself cannot be missed.
    kind: WEBP, PNG or JPEG; options: Pillow's for it.
    """
    if kind == "WEBP":
        options = {"lossless": True, "quality": 0, "method": 0} | options  # the fastest
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    buffer = io.BytesIO()
    image.convert("RGB" if kind == "JPEG" else image.mode).save(buffer, kind, **options)
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    return f"data:image/{kind.lower()};base64,{data}"
