"""Whatever file is given, there is an upright RGB picture or one sentence."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from visualizer.material.photos import (
    MOST_BYTES,
    open_photo,
    open_picture,
    photo_names,
    photo_title,
    resample,
)
from visualizer.settings.lesson_error import LessonError
from visualizer.settings.messages import error_sentence


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def bomb(side: int) -> bytes:
    """A PNG header that promises side × side pixels and holds none."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"")


HALVES = np.zeros((4, 8), dtype=np.uint8)
HALVES[:, 4:] = 255


@pytest.mark.parametrize(
    "image",
    [
        Image.fromarray(HALVES),
        Image.fromarray(HALVES).convert("RGB"),
        Image.fromarray(HALVES).convert("1"),
        Image.fromarray(HALVES).convert("P"),
        Image.fromarray(HALVES).convert("LA"),
        Image.fromarray(HALVES.astype(np.uint16) * 257),
    ],
    ids=lambda image: image.mode,
)
def test_every_kind_of_picture_becomes_the_same(image: Image.Image) -> None:
    picture = open_picture(saved(image))
    assert picture.mode == "RGB"
    np.testing.assert_array_equal(resample(picture, 1, 4, 8)[0], HALVES)
    assert resample(picture, 3, 4, 8).shape == (3, 4, 8)


def test_transparent_is_white_and_turned_is_upright() -> None:
    clear = Image.new("RGBA", (3, 3), (255, 0, 0, 0))
    assert np.all(resample(open_picture(saved(clear)), 3, 3, 3) == 255)
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: columns become rows
    turned = saved(Image.fromarray(HALVES), "JPEG", exif=exif, quality=100)
    assert open_picture(turned).size == (4, 8)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture_empty"),
        (b"\0" * (MOST_BYTES + 1), "picture_bytes"),
        (b"I am a text file with a picture's name.", "not_a_picture"),
        (b"\x89PNG\r\n\x1a\n", "not_a_picture"),
        (saved(Image.fromarray(HALVES).resize((64, 64)))[:-40], "picture_damaged"),
        (bomb(8000), "picture_pixels"),
        (bomb(60000), "picture_pixels"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_picture_gets_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(LessonError) as caught:
        open_picture(data)
    assert caught.value.code == code
    english, korean = (error_sentence(caught.value, lang) for lang in ("en", "ko"))
    assert english == str(caught.value) != korean


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
