"""The photo with what is laid on it, and the sheet to take away."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from visualizer.lessons.alexnet.figures.photo import framed, overlay, raw_heat, sheet


def test_a_frame_leaves_what_is_inside_as_it_was() -> None:
    photo = np.random.default_rng(3).integers(0, 256, (100, 120, 3), dtype=np.uint8)
    seen = framed(photo, (20, 10, 80, 70), "#ff0000")
    assert seen.shape == photo.shape
    np.testing.assert_array_equal(seen[20:60, 30:70], photo[20:60, 30:70])
    assert (seen[80:] != photo[80:]).any()


def test_evidence_is_laid_on_where_it_is() -> None:
    crop = np.full((224, 224, 3), 120, dtype=np.uint8)
    scaled = np.zeros((224, 224))
    scaled[:112] = 1.0
    laid = overlay(crop, scaled).astype(int)
    assert laid[0, 0, 2] > laid[0, 0, 0] + 40
    assert laid[-1, -1, 0] == laid[-1, -1, 2]
    assert raw_heat(np.eye(13), False).shape == (442, 442, 3)


def test_the_sheet_is_a_picture_with_all_three() -> None:
    part = np.zeros((448, 448, 3), dtype=np.uint8)
    data = sheet([part] * 3, ["one", "둘", "three"], ["AlexNet · Grad-CAM", "고양이 · 52 %"])
    image = Image.open(io.BytesIO(data))
    assert image.format == "PNG"
    assert image.width > 3 * 448


def test_the_sheet_has_a_font_for_hangul() -> None:
    part = np.zeros((64, 64, 3), dtype=np.uint8)
    # Without the font every syllable would be the same empty box.
    assert sheet([part], ["둘"], []) != sheet([part], ["셋"], [])
