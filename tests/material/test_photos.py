"""The shipped photos, and how a grid takes its numbers from a picture."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tests.material.files import saved
from visualizer.material import open_picture
from visualizer.material.photos import open_photo, photo_names, photo_title, resample

HALVES = np.zeros((4, 8), dtype=np.uint8)
HALVES[:, 4:] = 255


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "I;16"])
def test_every_kind_of_picture_gives_the_same_numbers(mode: str) -> None:
    image = Image.fromarray(HALVES)
    deep = Image.fromarray(HALVES.astype(np.uint16) * 257)
    picture = open_picture(saved(deep if mode == "I;16" else image.convert(mode))).image
    np.testing.assert_array_equal(resample(picture, 1, 4, 8)[0], HALVES)
    assert resample(picture, 3, 4, 8).shape == (3, 4, 8)


def test_resampling_cuts_the_middle_and_takes_means() -> None:
    picture = Image.fromarray(np.arange(32, dtype=np.uint8).reshape(4, 8))
    # The middle 4×4 of 4×8, in blocks of 2×2.
    assert resample(picture, 1, 2, 2)[0].tolist() == [[7, 9], [23, 25]]
    for size in ((3, 32), (32, 3), (32, 32)):
        assert resample(picture, 2, *size).shape == (2, *size)


def test_the_shipped_photos_open_and_have_titles() -> None:
    for name in photo_names():
        assert open_photo(name).mode == "RGB"
        assert photo_title(name, "en")
        assert photo_title(name, "ko")
