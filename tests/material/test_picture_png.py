"""PNG: every depth and colour type, transparency, interlacing, notes, and damage to them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tests.material.files import (
    chunk,
    colourful,
    grays,
    interlaced_png,
    names,
    pixels,
    png,
    row,
    saved,
    words,
)
from visualizer.material import PictureError, open_picture

WHITE = (255, 255, 255)
FOUR = chunk(b"PLTE", bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9]))


@pytest.mark.parametrize(
    ("depth", "packed", "right"),
    [
        (1, b"\x50", [0, 255, 0, 255]),
        (2, b"\x1b", [0, 85, 170, 255]),
        (4, b"\x05\xaf", [0, 85, 170, 255]),
        (8, b"\x00\x07\x80\xff", [0, 7, 128, 255]),
        (16, words([0, 257, 32896, 65535]), [0, 1, 128, 255]),
    ],
)
def test_gray_of_every_depth(depth: int, packed: bytes, right: list[int]) -> None:
    data = png((4, 1), depth, 0, [packed])
    assert grays(data) == right
    assert ("deep" in names(open_picture(data))) == (depth == 16)
    # The colour of the second cell is declared transparent.
    second = {1: 1, 2: 1, 4: 5, 8: 7, 16: 257}[depth]
    clear = png((4, 1), depth, 0, [packed], chunk(b"tRNS", words([second])))
    expected = [255 if value == right[1] else value for value in right]
    assert grays(clear) == expected
    assert "on_white" in names(open_picture(clear))


@pytest.mark.parametrize(("depth", "packed"), [(1, b"\x40"), (2, b"\x10"), (4, b"\x01"),
                                              (8, b"\x00\x01")])  # fmt: skip
def test_palettes_of_every_depth(depth: int, packed: bytes) -> None:
    assert row(png((2, 1), depth, 3, [packed], FOUR)) == [(255, 0, 0), (0, 255, 0)]
    one = png((2, 1), depth, 3, [packed], FOUR, chunk(b"tRNS", b"\xff\x00"))
    assert row(one) == [(255, 0, 0), WHITE]
    each = png((2, 1), depth, 3, [packed], FOUR, chunk(b"tRNS", b"\x80\x00"))
    assert row(each) == [(255, 127, 127), WHITE]
    assert names(open_picture(each)) == ["palette", "on_white"]


@pytest.mark.parametrize(
    ("depth", "colour", "packed", "right"),
    [
        (8, 2, bytes([1, 2, 3, 250, 251, 252]), [(1, 2, 3), (250, 251, 252)]),
        (16, 2, words([257, 514, 65535, 0, 0, 771]), [(1, 2, 255), (0, 0, 3)]),
        (8, 4, bytes([9, 255, 9, 0]), [(9, 9, 9), WHITE]),
        (16, 4, words([2313, 65535, 2313, 0]), [(9, 9, 9), WHITE]),
        (8, 6, bytes([1, 2, 3, 255, 1, 2, 3, 0]), [(1, 2, 3), WHITE]),
        (16, 6, words([257, 514, 771, 65535, 0, 0, 0, 0]), [(1, 2, 3), WHITE]),
    ],
)
def test_colours_and_alpha_of_every_depth(
    depth: int, colour: int, packed: bytes, right: list[tuple[int, ...]]
) -> None:
    data = png((2, 1), depth, colour, [packed])
    assert row(data) == right
    assert ("deep" in names(open_picture(data))) == (depth == 16)


@pytest.mark.parametrize(
    ("depth", "packed", "clear"),
    [
        (8, bytes([1, 2, 3, 4, 5, 6]), words([1, 2, 3])),
        (16, words([257, 514, 771, 1028, 1285, 1542]), words([257, 514, 771])),
    ],
)
def test_a_colour_named_transparent_lies_on_white(depth: int, packed: bytes, clear: bytes) -> None:
    assert row(png((2, 1), depth, 2, [packed], chunk(b"tRNS", clear))) == [WHITE, (4, 5, 6)]


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (9, 7), (17, 16)])
def test_interlaced_pictures_come_out_in_order(size: tuple[int, int]) -> None:
    cells = np.asarray(colourful(*size))
    np.testing.assert_array_equal(pixels(interlaced_png(cells)), cells)


PHOTO = colourful(60, 40)
TURNS = Image.Transpose
STORED = {
    1: None, 2: TURNS.FLIP_LEFT_RIGHT, 3: TURNS.ROTATE_180, 4: TURNS.FLIP_TOP_BOTTOM,
    5: TURNS.TRANSPOSE, 6: TURNS.ROTATE_90, 7: TURNS.TRANSVERSE, 8: TURNS.ROTATE_270,
}  # fmt: skip


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "JPEG", "AVIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_cameras_turn_is_undone_once(orientation: int, kind: str) -> None:
    turn = STORED[orientation]
    image = PHOTO if turn is None else PHOTO.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"lossless": True} if kind == "WEBP" else {"quality": 95}
    picture = open_picture(saved(image, kind, exif=exif, **options))
    assert picture.size == picture.image.size == (60, 40)
    difference = np.abs(np.asarray(picture.image, float) - np.asarray(PHOTO, float))
    assert difference.max() == 0 if kind in ("PNG", "TIFF", "WEBP") else difference.mean() < 5
    assert ("turned" in names(picture)) == (orientation != 1)


def test_damaged_exif_costs_the_turn_and_not_the_picture() -> None:
    rows = [bytes([1, 2, 3])]
    for block in (
        b"\x00\x08\x00\x02\x01\x12\x00\x03",
        b"MM\0*\0\0\0\x08\0\x09\x01\x12",
        b"II",
        b"",
    ):
        data = png((1, 1), 8, 2, rows, chunk(b"eXIf", block))
        assert row(data) == [(1, 2, 3)], block
    broken = open_picture(png((1, 1), 8, 2, rows, chunk(b"eXIf", b"\0\x08\0\x02\x01\x12\0\x03")))
    assert names(broken) == ["lost_notes"]


@pytest.mark.parametrize(
    "damaged",
    [
        chunk(b"tEXt", b"Title\0x")[:-1] + b"?",
        chunk(b"zTXt", b"Title\0\0not zlib"),
        chunk(b"iCCP", b"name\0\7"),
        chunk(b"iTXt", b"\xff\xfe\xfd"),
        chunk(b"pHYs", b"\0"),
        chunk(b"acTL", b"\0"),
        chunk(b"fcTL", b"\xff" * 40),
        chunk(b"tRNS", words([1, 2, 3]))[:-1] + b"?",
        chunk(b"zzZz", b""),
    ],
)
def test_damaged_notes_cost_nothing(damaged: bytes) -> None:
    data = png((1, 1), 8, 2, [bytes([1, 2, 3])], damaged)
    assert row(data) == [(1, 2, 3)]


def test_a_png_without_a_header_is_refused() -> None:
    whole = png((1, 1), 8, 2, [bytes(3)])
    for data in (whole[:20], whole[:8], whole[:8] + whole[33:]):
        with pytest.raises(PictureError) as caught:
            open_picture(data)
        assert caught.value.code == "damaged"
        assert "PNG" in str(caught.value)
