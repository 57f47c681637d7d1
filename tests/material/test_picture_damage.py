"""Files cut short or damaged: what is there is shown, and said; nothing but PictureError comes."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tests.material.files import colourful, names, saved
from visualizer.material import PictureError, open_picture
from visualizer.material.picture_formats import jpeg

PHOTO = colourful(120, 90)
GRAY = (128, 128, 128)


def code_of(data: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        open_picture(data)
    return caught.value.code


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"subsampling": 0}, {"quality": 30}]
)
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_jpeg_without_its_end_marker_opens_and_says_so(
    mode: str, options: dict[str, object]
) -> None:
    whole = saved(PHOTO.convert(mode), "JPEG", **options)
    assert whole.endswith(b"\xff\xd9")
    picture = open_picture(whole[:-2])
    assert "incomplete" in names(picture)
    np.testing.assert_array_equal(np.asarray(picture.image), np.asarray(open_picture(whole).image))
    # Zeros that a copier left behind are no end either.
    assert open_picture(whole[:-2] + bytes(500)).size == (120, 90)


@pytest.mark.parametrize("size", [(8, 8), (64, 48), (2100, 2100)])
@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_gray_jpeg_without_its_end_marker_is_no_missing_one(
    size: tuple[int, int], options: dict[str, object]
) -> None:
    whole = saved(Image.new("RGB", size, GRAY), "JPEG", **options)
    picture = open_picture(whole[:-2])
    assert picture.image.getextrema() == ((128, 128),) * 3
    begun = Image.new("RGB", size, GRAY)
    begun.paste("red", (0, 0, size[0], size[1] // 4))
    assert names(open_picture(saved(begun, "JPEG", **options)[:-2]))[0] == "incomplete"


def test_of_a_jpeg_cut_short_the_missing_rows_are_gray() -> None:
    whole = saved(PHOTO, "JPEG", quality=90)
    picture = open_picture(whole[: int(len(whole) * 0.75)])
    assert names(picture) == ["incomplete"]
    assert picture.image.getpixel((60, 89)) == GRAY
    upper = np.asarray(picture.image)[:40].astype(int)
    assert np.abs(upper - np.asarray(open_picture(whole).image)[:40]).max() == 0
    for share in (0.45, 0.3):
        assert code_of(whole[: int(len(whole) * share)]) == "damaged"


@pytest.mark.parametrize("kind", ["PNG", "BMP", "PPM", "TGA", "TIFF"])
def test_of_others_too(kind: str) -> None:
    image = PHOTO.point(lambda value: max(value, 1))
    whole = saved(image, kind)
    # TIFF's tags and TGA's mark may lie at the end; cut the pixels out of the middle instead.
    picture = open_picture(
        whole[: int(len(whole) * 0.75)] if kind != "TIFF" else whole[: len(whole) - 8000]
    )
    assert names(picture)[0] == "incomplete"
    cells = np.asarray(picture.image)
    missing = (cells == 128).all(axis=(1, 2))
    assert 10 < missing.sum() < 45
    rows = ~missing
    rows[np.flatnonzero(rows)[[0, -1]]] = False  # the row where it breaks off is half there
    np.testing.assert_array_equal(cells[rows], np.asarray(image)[rows])


def test_a_gif_cut_short() -> None:
    whole = saved(PHOTO.quantize(64), "GIF")
    assert names(open_picture(whole[: int(len(whole) * 0.8)])) == ["incomplete", "palette"]
    assert code_of(whole[: len(whole) // 4]) == "damaged"


@pytest.mark.parametrize("kind", ["P2", "P3", "P5", "P6"])
def test_a_pnm_cut_short(kind: str) -> None:
    bands = 3 if kind in ("P3", "P6") else 1
    typed = kind in ("P2", "P3")
    values = [9] * 40 * bands
    body = " ".join(map(str, values)).encode() if typed else bytes(values)
    head = kind.encode() + b" 5 8 15\n"
    picture = open_picture(head + body[: len(body) * 3 // 4 + (typed and 1)])
    assert names(picture)[0] == "incomplete"
    assert picture.image.getpixel((4, 7)) == GRAY
    assert picture.image.getpixel((0, 0)) == (153,) * 3
    assert code_of(head + body[: len(body) // 4]) == "damaged"
    if typed:
        assert code_of(head + b"one two three") == "damaged"


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
def test_what_has_no_rows_to_show_is_refused(kind: str) -> None:
    whole = saved(PHOTO, kind)
    for end in (len(whole) - 9, len(whole) // 2, 30):
        assert code_of(whole[:end]) == "damaged"


@pytest.mark.parametrize("block", [
    b"\x00\x08\x00\x02\x01\x12\x00\x03",
    b"MM\0*\0\0\0\x08\xff\xff",
    b"MM\0*\0\0\0\x08\0\1\x01\x12\0\x07\0\0\0\1\0\6\0\0\0\0\0\0",
    b"",
])  # fmt: skip
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_exif_costs_no_picture(kind: str, block: bytes) -> None:
    options = {"exif": b"Exif\0\0" + block} if block else {}
    assert open_picture(saved(PHOTO, kind, **options)).size == (120, 90)


def test_damaged_exif_in_avif_costs_no_picture() -> None:
    exif = Image.Exif()
    exif[0x0112] = 1
    exif[0x010F] = "a camera"
    whole = saved(PHOTO, "AVIF", exif=exif)
    place = whole.rindex(b"II*\0") if b"II*\0" in whole else whole.rindex(b"MM\0*")
    for broken in (b"\xff" * 8, b"II*\0\xff\xff\xff\xff", bytes(8)):
        assert open_picture(whole[:place] + broken + whole[place + 8 :]).size == (120, 90)


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


@pytest.mark.parametrize(
    "notes",
    [
        segment(0xE2, b"MPF\0" + b"\xff" * 30),
        segment(0xED, b"Photoshop 3.0\x008BIM\4"),
        segment(0xED, b"Photoshop 3.0\x008BIM\x03\xed\0\0\0\0\0\4abcd"),
        segment(0xE1, b"Exif\0\0MM\0*" + b"\xff" * 20),
        segment(0xE2, b"ICC_PROFILE\0"),
        segment(0xEE, b"Adobe"),
        segment(0xE0, b"JFIF"),
        segment(0xFE, b""),
        b"\xff\xff\xff",
    ],
)
def test_damaged_notes_cost_no_jpeg(notes: bytes) -> None:
    whole = saved(PHOTO, "JPEG")
    picture = open_picture(whole[:2] + notes + whole[2:])
    np.testing.assert_array_equal(np.asarray(picture.image), np.asarray(open_picture(whole).image))


def test_printing_colours_are_the_same_with_adobes_mark_and_without() -> None:
    red = Image.new("CMYK", (16, 16), (0, 255, 255, 0))
    whole = saved(red, "JPEG")
    mark = whole.index(b"\xff\xee")
    bare = whole[:mark] + whole[mark + 2 + int.from_bytes(whole[mark + 2 : mark + 4], "big") :]
    for data in (whole, bare):
        picture = open_picture(data)
        red_, green, blue = picture.image.getpixel((8, 8))  # type: ignore[misc]
        assert red_ > 240
        assert max(green, blue) < 15
        assert names(picture) == ["cmyk"]


def test_scans_without_end_are_refused() -> None:
    whole = saved(Image.new("L", (2000, 2000)), "JPEG", progressive=True)
    last = whole.rindex(b"\xff\xda")
    assert code_of(whole[:-2] + whole[last:-2] * 1000 + b"\xff\xd9") == "too_slow"
    assert code_of(whole[:2] + b"\xff\xe0\0\2" * 60_000 + whole[2:]) == "too_slow"


def test_a_jpeg_without_a_frame_is_damaged() -> None:
    whole = saved(PHOTO, "JPEG")
    for data in (whole[:3], whole[:20], whole[: whole.index(b"\xff\xda")], b"\xff\xd8\xff\xd9"):
        assert code_of(data) == "damaged"
    with pytest.raises(PictureError):
        jpeg.facts(b"\xff\xd8" + segment(0xC0, b"\x08\0\1\0\1\1\1\0\0") + segment(0xDA, b"\1"))
