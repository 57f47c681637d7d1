"""Thousands of files: every mode, depth, transparency and orientation, whole, damaged, disguised.

``HYPOTHESIS_PROFILE=long`` tries 2,500 of them, the usual run a few. Each ends in a picture or in a
PictureError, within the limits.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.material.files import chunk, colourful, interlaced_png, png, saved, tiff
from visualizer.material import PictureError, open_picture
from visualizer.material.picture_limits import KEPT_PIXELS
from visualizer.words.text import text

PHOTO = colourful(37, 26)
LONG = settings.default is not None and settings.default.max_examples > 100
MANY = settings(max_examples=2000 if LONG else 150)
ALL = settings(max_examples=500 if LONG else 60)

MODES = {
    "JPEG": ["L", "RGB", "CMYK"], "MPO": ["RGB"], "GIF": ["1", "L", "P"],
    "PNG": ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"], "WEBP": ["RGB", "RGBA"],
    "AVIF": ["RGB", "RGBA"], "BMP": ["1", "L", "P", "RGB", "RGBA"], "ICO": ["RGB", "RGBA"],
    "TIFF": ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I", "F", "I;16", "I;16B"],
    "TGA": ["1", "L", "LA", "P", "RGB", "RGBA"], "PPM": ["1", "L", "RGB", "I", "F"],
}  # fmt: skip
KINDS = [(kind, mode) for kind, modes in MODES.items() for mode in modes]
TURNED = {"JPEG", "MPO", "PNG", "WEBP", "AVIF", "TIFF"}
PACKED: dict[str, list[dict[str, object]]] = {
    "JPEG": [{}, {"progressive": True}, {"quality": 20, "subsampling": 0}],
    "TIFF": [{}, {"compression": "tiff_lzw"}, {"compression": "tiff_deflate"},
             {"compression": "packbits"}],
    "TGA": [{}, {"rle": True}], "ICO": [{}, {"bitmap_format": "bmp"}],
    "WEBP": [{}, {"lossless": True}], "GIF": [{}, {"interlace": 0}],
}  # fmt: skip


def in_mode(mode: str) -> Image.Image:
    """Return the photo in a mode; Pillow converts to some only by way of others."""
    if mode.startswith("I;16"):
        return Image.fromarray(
            np.asarray(PHOTO.convert("L")).astype(">u2" if "B" in mode else "<u2")
        )
    if mode == "LAB":
        return Image.frombytes("LAB", PHOTO.size, PHOTO.tobytes())
    image = PHOTO.convert("RGBA" if mode in ("RGBA", "LA") else "RGB")
    if mode in ("RGBA", "LA"):
        image.putalpha(PHOTO.convert("L"))
    return image.quantize(17) if mode == "P" else image.convert(mode)


@cache
def generated(kind: str, mode: str, packing: int, orientation: int, clear: bool) -> bytes:
    """Return a file of a kind; packing and orientation count where the format has them."""
    choices = PACKED.get(kind, [{}])
    options: dict[str, Any] = dict(choices[packing % len(choices)])
    if mode in ("F", "I", "I;16B") or (mode == "1" and kind == "TGA"):
        options = {}
    if kind in TURNED and orientation > 1:
        exif = Image.Exif()
        exif[0x0112] = orientation
        options["exif"] = exif
    if clear and kind in ("PNG", "GIF") and mode in ("1", "L", "P", "RGB", "I;16"):
        options["transparency"] = (9, 9, 9) if mode == "RGB" else 3
    if kind == "ICO":
        options["sizes"] = [PHOTO.size]
    if kind == "MPO":
        options |= {"save_all": True, "append_images": [PHOTO]}
    return saved(in_mode(mode), kind, **options)


@cache
def by_hand(number: int) -> bytes:
    """Return a file that Pillow does not write."""
    cells = np.asarray(PHOTO)
    depth, colour = [(1, 0), (2, 0), (4, 0), (16, 2), (16, 4), (16, 6), (1, 3), (4, 3)][number % 8]
    each = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = bytes(range(7)) * 40
    width = 20
    parts = [chunk(b"PLTE", bytes(range(48)))] if colour == 3 else []
    parts += [chunk(b"tRNS", bytes(6 if colour == 2 else 2))] if colour < 4 else []
    made = [
        png((width, 9), depth, colour, [row[: (width * depth * each + 7) // 8]] * 9, *parts),
        interlaced_png(cells),
        tiff((20, 9), 12, number & 1, row[:30] * 9, packed=bool(number & 2)),
        tiff((20, 9), 16, 0, row[:40] * 9, order="<>"[number & 1]),
        tiff((4, 4), 16, 2, *[row[:32]] * 3, samples=3, tags={284: 2}),
        b"P2\n# typed\n5 2\n4095\n" + b"1 2 3 4 4095 " * 2,
        b"P6 4 4 4095\n" + row[:96],
        b"P1 8 2\n" + b"10" * 8,
    ]
    return made[number // 8 % len(made)]


FILES = st.one_of(
    st.builds(
        lambda kind, packing, turn, clear: generated(*kind, packing, turn, clear),
        st.sampled_from(KINDS), st.integers(0, 3), st.integers(1, 8), st.booleans(),
    ),
    st.builds(by_hand, st.integers(0, 63)),
)  # fmt: skip
# A place is a share of the file, and every second one lies in its first bytes, where it hurts.
PLACES = st.tuples(st.booleans(), st.floats(0, 1))
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("set"), PLACES, st.binary(min_size=1, max_size=4)),
        st.tuples(st.just("insert"), PLACES, st.binary(max_size=20)),
        st.tuples(st.just("drop"), PLACES, st.integers(1, 40)),
        st.tuples(st.just("double"), PLACES, st.integers(1, 400)),
        st.tuples(st.just("cut"), PLACES, st.none()),
        st.tuples(st.just("zero"), PLACES, st.integers(1, 40)),
    ),
    max_size=8,
)


def changed(data: bytes, changes: list[Any]) -> bytes:
    """Return a file with each change made to it."""
    now = bytearray(data)
    for kind, (early, share), detail in changes:
        place = int(share * (min(len(now), 80) if early else len(now)))
        if kind == "set":
            now[place : place + len(detail)] = detail
        elif kind == "insert":
            now[place:place] = detail
        elif kind == "drop":
            del now[place : place + detail]
        elif kind == "double":
            now[place:place] = now[place : place + detail]
        elif kind == "zero":
            now[place : place + detail] = bytes(len(now[place : place + detail]))
        else:
            del now[place:]
    return bytes(now)


def check(data: bytes) -> None:
    """Hold what every file must end in."""
    try:
        picture = open_picture(data)
    except PictureError as refusal:
        said = text(refusal.key, "en", **refusal.details)
        assert said == str(refusal)  # noqa: PT017  # either end is right
        return
    assert picture.image.mode == "RGB"
    assert 0 < picture.image.width * picture.image.height <= KEPT_PIXELS
    upright = picture.size[0] >= picture.size[1]
    assert upright == (picture.image.width >= picture.image.height)
    assert all(text(note, "ko") for note in picture.notes)


@pytest.mark.filterwarnings("ignore")  # Pillow warns of damage that it copes with
@MANY
@given(FILES, CHANGES)
def test_any_changed_file_ends_in_a_picture_or_a_reason(data: bytes, changes: list[Any]) -> None:
    check(changed(data, changes))


@pytest.mark.filterwarnings("ignore")
@ALL
@given(FILES, FILES, st.integers(1, 200), st.integers(0, 200))
def test_any_two_files_glued_together_end_in_one_too(
    head: bytes, tail: bytes, first: int, second: int
) -> None:
    check(head[:first] + tail[second:])


@pytest.mark.parametrize(("kind", "mode"), KINDS)
def test_every_mode_opens_in_every_packing_and_orientation(kind: str, mode: str) -> None:
    turns = range(1, 9) if kind in TURNED else [1]
    for packing, turn, clear in product(range(len(PACKED.get(kind, [0]))), turns, (False, True)):
        picture = open_picture(generated(kind, mode, packing, turn, clear))
        assert sorted(picture.size) == sorted(PHOTO.size)


@pytest.mark.filterwarnings("ignore")
@ALL
@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_reason(data: bytes) -> None:
    check(data)
