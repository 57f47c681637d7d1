"""Pictures that are part of a page: which kind they are, and that nothing of them is lost."""

from __future__ import annotations

import base64
import io

import numpy as np
import pytest
from PIL import Image

from visualizer.figures.picture import in_place


def opened(uri: str) -> tuple[str, np.ndarray]:
    """Return the kind that a data URI names, and its picture's bytes (H, W, 3)."""
    head, _, data = uri.partition(",")
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    assert picture.format is not None
    assert head == f"data:image/{picture.format.lower()};base64"
    return picture.format, np.asarray(picture.convert("RGB"))


@pytest.mark.parametrize("colors", [2, 200, 256])
def test_a_picture_keeps_every_pixel(colors: int) -> None:
    pixels = np.random.default_rng(colors).integers(0, colors, (61, 83, 3), dtype=np.uint8)
    kind, shown = opened(in_place(pixels))
    assert kind == "WEBP"
    np.testing.assert_array_equal(shown, pixels)
    np.testing.assert_array_equal(opened(in_place(Image.fromarray(pixels)))[1], pixels)


def test_another_kind_can_be_asked_for() -> None:
    gray = np.full((8, 8, 3), 128, dtype=np.uint8)
    assert opened(in_place(gray, "JPEG", quality=90))[0] == "JPEG"
    assert opened(in_place(gray, "PNG", compress_level=1))[0] == "PNG"
