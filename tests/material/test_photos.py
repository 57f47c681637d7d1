"""The shipped photos, and how a grid takes its numbers from a picture."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from tests.material.files import saved
from visualizer.material import open_picture
from visualizer.material.photos import (
    PHOTO_FOLDER,
    open_photo,
    photo_answers,
    photo_names,
    photo_title,
    photo_wnids,
    resample,
)

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


def test_every_photo_says_what_it_shows() -> None:
    """A true class is one of ImageNet's 1000, or the photo shows none of them."""
    listed = PHOTO_FOLDER.parent / "imagenet_classes.json"
    known = {entry["wnid"] for entry in json.loads(listed.read_text(encoding="utf-8"))}
    for name in photo_names():
        wnids = photo_wnids(name)
        assert wnids is not None
        assert known.issuperset(wnids)
    assert photo_wnids("windmill") == ()
    assert photo_wnids("goldfish") == ("n01443537",)
    assert photo_wnids("nobody") is None


def test_answers_are_those_of_one_set_of_weights() -> None:
    card = json.loads((PHOTO_FOLDER.parent / "alexnet200.json").read_text(encoding="utf-8"))
    answers = photo_answers(card["sha256"])
    assert answers is not None
    assert set(answers.chosen) < set(answers.right) < set(photo_names())
    assert photo_answers("") is None
    assert photo_answers("0" * 64) is None
