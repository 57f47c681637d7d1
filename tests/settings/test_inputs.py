"""What a window slides over: every photo at every size, a picture of one's own as numbers."""

from __future__ import annotations

import numpy as np

from tests.settings.cases import settle
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import build
from visualizer.settings.inputs import PHOTOS, input_grid, is_picture, with_typed


def test_an_uploaded_picture_travels_as_numbers() -> None:
    pixels = np.arange(64.0).reshape(1, 8, 8) * 3
    settings = settle(LESSON, input="upload", size=8)
    assert not is_picture(settings), "nothing has been uploaded yet"
    settings, _ = LESSON.settle(with_typed(settings, pixels, "upload"))
    shown = build(settings)
    np.testing.assert_array_equal(shown.input, pixels)
    there, notices = LESSON.parse(LESSON.format(settings))
    assert notices == []
    assert is_picture(there)
    np.testing.assert_array_equal(build(there).input, shown.input)


def test_every_photo_fills_every_size() -> None:
    assert PHOTOS
    for photo in PHOTOS:
        for size in range(3, 33):
            shape = (1, size, 35 - size)
            grid = input_grid(LESSON.defaults().changed(input="photo", photo=photo), shape)
            assert grid.shape == shape, (photo, shape)
            square = input_grid(
                LESSON.defaults().changed(input="photo", photo=photo), (3, size, size)
            )
            assert 0 <= square.min() < square.max() <= 255, (photo, size)
