"""TIFF: every depth, both byte orders, white at 0 and at the top, strips packed and not."""

from __future__ import annotations

import struct
from functools import partial

import pytest

from tests.material.files import colourful, grays, names, row, saved, tiff, words
from visualizer.material import PictureError, open_picture

WHITE = (255, 255, 255)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("zero_is_white", [False, True])
@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16])
def test_gray_of_every_depth_in_both_orders(
    bits: int, zero_is_white: bool, order: str, packed: bool
) -> None:
    body, right = {
        1: (b"\x50", [0, 255, 0, 255]),
        2: (b"\x1b", [0, 85, 170, 255]),
        4: (b"\x05\xaf", [0, 85, 170, 255]),
        8: (b"\x00\x07\x80\xff", [0, 7, 128, 255]),
        16: (words([0, 257, 32896, 65535], order), [0, 1, 128, 255]),
    }[bits]
    data = tiff((4, 1), bits, 0 if zero_is_white else 1, body, order=order, packed=packed)
    assert grays(data) == ([255 - value for value in right] if zero_is_white else right)
    assert ("deep" in names(open_picture(data))) == (bits == 16)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("zero_is_white", [False, True])
def test_twelve_bits_reach_from_black_to_white(zero_is_white: bool, packed: bool) -> None:
    body = b"\x00\x08\x00\xff\xf0\x00"  # 0, 2048, 4095, 0
    data = tiff((4, 1), 12, 0 if zero_is_white else 1, body, packed=packed)
    assert grays(data) == ([255, 127, 0, 255] if zero_is_white else [0, 128, 255, 0])


@pytest.mark.parametrize("order", "<>")
def test_a_camera_of_twelve_bits_says_so_in_a_file_of_sixteen(order: str) -> None:
    body = words([0, 2048, 4095], order)
    assert grays(tiff((3, 1), 16, 1, body, order=order, tags={281: 4095})) == [0, 128, 255]
    # A largest value that is no depth only describes the picture.
    assert grays(tiff((3, 1), 16, 1, body, order=order, tags={281: 4000})) == [0, 8, 16]
    assert grays(tiff((3, 1), 16, 1, body, order=order)) == [0, 8, 16]


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(
    ("letter", "kind", "values", "right"),
    [
        ("h", 2, [-100, 0, 100], [0, 128, 255]),
        ("I", 1, [0, 2**31, 2**32 - 1], [0, 128, 255]),
        ("i", 2, [-(2**31), 0, 2**31 - 1], [0, 128, 255]),
        ("f", 3, [0, 0.2, 1], [0, 51, 255]),
        ("f", 3, [-1, 0, 1], [0, 128, 255]),
    ],
)
def test_signed_and_wide_numbers(
    letter: str, kind: int, values: list[float], right: list[int], order: str
) -> None:
    bits = 8 * struct.calcsize("=" + letter)
    body = struct.pack(f"{order}{len(values)}{letter}", *values)
    data = tiff((3, 1), bits, 1, body, order=order, tags={339: kind})
    if (letter, order) == ("I", ">"):
        with pytest.raises(PictureError, match="rare kind of TIFF"):
            open_picture(data)
        return
    assert grays(data) == right
    if letter == "f":
        inverted = tiff((3, 1), bits, 0, body, order=order, tags={339: kind})
        assert grays(inverted) == [255 - value for value in right] or right[1] == 128


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("order", "<>")
def test_colours(order: str, packed: bool) -> None:
    write = partial(tiff, order=order, packed=packed)
    rgb = bytes([1, 2, 3, 250, 251, 252])
    right = [(1, 2, 3), (250, 251, 252)]
    assert row(write((2, 1), 8, 2, rgb, samples=3)) == right
    wide = words([each * 257 for each in rgb], order)
    assert row(write((2, 1), 16, 2, wide, samples=3)) == right
    red = bytes([0, 255, 255, 0])  # cyan, magenta, yellow, black
    assert row(write((1, 1), 8, 5, red, samples=4)) == [(255, 0, 0)]
    palette = [65535, *[0] * 255] + [0, 65535, *[0] * 254] + [0] * 256
    data = write((2, 1), 8, 3, b"\x00\x01", colours=palette)
    assert row(data) == [(255, 0, 0), (0, 255, 0)]
    apart = write((2, 1), 8, 2, rgb[::3], rgb[1::3], rgb[2::3], samples=3, tags={284: 2})
    assert row(apart) == right
    bands = tuple(words([each * 257 for each in rgb[band::3]], order) for band in range(3))
    assert row(write((2, 1), 16, 2, *bands, samples=3, tags={284: 2})) == right
    lab = bytes([255, 0, 0, 0, 0, 0])  # L* 100 and 0
    (white, black) = row(write((2, 1), 8, 8, lab, samples=3))
    assert min(white) >= 254
    assert max(black) <= 1


@pytest.mark.parametrize("order", "<>")
def test_alpha_of_both_kinds(order: str) -> None:
    body = bytes([200, 0, 0, 255, 0, 0, 0, 0])
    for extra in (1, 2):
        data = tiff((2, 1), 8, 2, body, samples=4, order=order, tags={338: extra})
        assert row(data) == [(200, 0, 0), WHITE]
        gray = tiff((2, 1), 8, 1, bytes([9, 255, 0, 0]), samples=2, order=order, tags={338: extra})
        assert row(gray) == [(9, 9, 9), WHITE]
        inverted = tiff(
            (2, 1), 8, 0, bytes([9, 255, 0, 0]), samples=2, order=order, tags={338: extra}
        )
        assert row(inverted) == [(246,) * 3, WHITE]
    unused = tiff((2, 1), 8, 2, body, samples=4, order=order, tags={338: 0})
    assert row(unused) == [(200, 0, 0), (0, 0, 0)]


@pytest.mark.parametrize(
    "compression",
    ["tiff_lzw", "tiff_deflate", "tiff_adobe_deflate", "packbits", "jpeg", "zstd", "lzma"],
)
def test_every_packing_opens(compression: str) -> None:
    picture = open_picture(saved(colourful(60, 40), "TIFF", compression=compression))
    assert (picture.format, picture.size, picture.notes) == ("TIFF", (60, 40), ())


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_ccitt"])
def test_every_packing_of_black_and_white_opens(compression: str) -> None:
    image = colourful(64, 40).convert("1")
    picture = open_picture(saved(image, "TIFF", compression=compression))
    assert list(picture.image.convert("L").tobytes()) == list(image.convert("L").tobytes())


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("tag", [330, 700, 34665, 34853, 40965])
def test_damaged_notes_cost_nothing(tag: int, packed: bool) -> None:
    for value in (1, 60, 60000):
        data = tiff((2, 1), 8, 1, b"\x07\x08", packed=packed, tags={tag: value, 274: 3})
        assert grays(data) == [8, 7]


def test_a_tiff_in_many_small_pieces_is_refused_before_pillow_walks_them() -> None:
    data = bytearray(tiff((200, 200), 8, 1, bytes(40000)))
    entry = data.index(struct.pack("<HH", 273, 4))
    struct.pack_into("<I", data, entry + 4, 200_000)
    with pytest.raises(PictureError) as caught:
        open_picture(bytes(data))
    assert caught.value.code == "too_slow"
