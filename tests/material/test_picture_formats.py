"""Each format the hint promises opens; what else people have is refused by its name."""

from __future__ import annotations

import struct
from itertools import product

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from tests.material.files import colourful, names, saved
from visualizer.material import PictureError, open_picture
from visualizer.material.picture_formats.kinds import kind_of
from visualizer.material.picture_limits import FORMATS

PHOTO = colourful(60, 40)
FEW = PHOTO.quantize(64)
EXACT = {
    "PNG": saved(PHOTO),
    "BMP": saved(PHOTO, "BMP"),
    "TIFF": saved(PHOTO, "TIFF"),
    "PPM": saved(PHOTO, "PPM"),
    "TGA": saved(PHOTO, "TGA"),
    "ICO": saved(PHOTO, "ICO", sizes=[(60, 40)]),
    "WEBP": saved(PHOTO, "WEBP", lossless=True),
}
GIF = saved(FEW, "GIF")
NEARLY = {
    "JPEG": saved(PHOTO, "JPEG", quality=95),
    "MPO": saved(PHOTO, "MPO", save_all=True, append_images=[colourful(60, 40, 1)], quality=95),
    "AVIF": saved(PHOTO, "AVIF", quality=95),
    "WEBP": saved(PHOTO, "WEBP", quality=95),
}


@pytest.mark.parametrize("kind", EXACT)
def test_exact_formats_come_out_as_they_went_in(kind: str) -> None:
    picture = open_picture(EXACT[kind])
    assert (picture.format, picture.mode, picture.notes) == (kind, "RGB", ())
    assert picture.size == picture.image.size == (60, 40)
    np.testing.assert_array_equal(np.asarray(picture.image), np.asarray(PHOTO))


def test_a_gif_comes_out_in_the_colours_of_its_palette() -> None:
    picture = open_picture(GIF)
    assert (picture.format, picture.size, names(picture)) == ("GIF", (60, 40), ["palette"])
    np.testing.assert_array_equal(np.asarray(picture.image), np.asarray(FEW.convert("RGB")))


@pytest.mark.parametrize("kind", NEARLY)
def test_lossy_formats_come_out_nearly_so(kind: str) -> None:
    picture = open_picture(NEARLY[kind])
    assert picture.format == kind
    assert picture.image.mode == "RGB"
    difference = np.abs(np.asarray(picture.image, float) - np.asarray(PHOTO, float))
    assert difference.mean() < 4


def test_every_promised_format_is_tried() -> None:
    assert {name.upper() for name in FORMATS} == {*EXACT, *NEARLY, "GIF"} - {"MPO"}


@pytest.mark.parametrize(
    ("mode", "runs"), [("1", False), *product(("L", "P", "RGB", "RGBA"), (False, True))]
)
def test_tga_has_no_mark_and_is_known_by_its_header(mode: str, runs: bool) -> None:
    image = PHOTO.quantize(9) if mode == "P" else PHOTO.convert(mode)
    data = saved(image, "TGA", rle=runs)
    assert kind_of(data) == "TGA"
    picture = open_picture(data)
    np.testing.assert_array_equal(np.asarray(picture.image), np.asarray(image.convert("RGB")))


@pytest.mark.parametrize(
    ("data", "right"),
    [
        (b"P1\n# a comment\n2 2\n1 0 0 1", [[0, 255], [255, 0]]),
        (b"P1 2 2\n1001", [[0, 255], [255, 0]]),
        (b"P4 8 1\n\xf0", [[0] * 4 + [255] * 4]),
        (b"P2 3 1 # three\n4095\n0 2048 4095\n", [[0, 128, 255]]),
        (b"P2 2 1 1\n0 1", [[0, 255]]),
        (b"P5 2 1 255\n\x00\x07", [[0, 7]]),
        (b"P5 2 1 15\n\x00\x0f", [[0, 255]]),
        (b"P5 3 1 4095\n" + struct.pack(">3H", 0, 2048, 4095), [[0, 128, 255]]),
        (b"P5\n#c\n3 1\n65535\n" + struct.pack(">3H", 0, 128, 65535), [[0, 0, 255]]),
        (b"P3 1 1 100\n100 50 0", [[(255, 128, 0)]]),
        (b"P6 1 1 100\n\x64\x32\x00", [[(255, 128, 0)]]),
        (b"P6 1 1 65535\n" + struct.pack(">3H", 65535, 257, 0), [[(255, 1, 0)]]),
        (b"P6 1 1 255 \x0a\x0b\x0c", [[(10, 11, 12)]]),
        (b"Pf\n2 1\n-1\n" + struct.pack("<2f", 0.0, 1.0), [[0, 255]]),
    ],
)  # fmt: skip
def test_each_kind_of_pnm(data: bytes, right: list[list[object]]) -> None:
    picture = open_picture(data)
    assert picture.format == "PPM"
    cells = [[cell if isinstance(cell, tuple) else (cell,) * 3 for cell in row] for row in right]
    np.testing.assert_array_equal(np.asarray(picture.image), cells)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "TIFF", "AVIF"])
def test_the_first_of_several_pictures_counts(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    picture = open_picture(saved(frames[0], kind, save_all=True, append_images=frames[1:]))
    red, _, blue = picture.image.getpixel((4, 4))  # type: ignore[misc]
    assert red > 200
    assert blue < 60
    assert names(picture)[0] == "first_picture"


def test_the_largest_picture_of_an_icon_counts() -> None:
    picture = open_picture(saved(PHOTO.resize((64, 64)), "ICO", sizes=[(16, 16), (64, 64)]))
    assert picture.size == (64, 64)
    old = saved(PHOTO.resize((32, 32)).convert("RGB"), "ICO", sizes=[(32, 32)], bitmap_format="bmp")
    np.testing.assert_array_equal(
        np.asarray(open_picture(old).image), np.asarray(PHOTO.resize((32, 32)))
    )


def box(major: bytes, *more: bytes) -> bytes:
    body = b"ftyp" + major + b"\0\0\0\0" + b"".join(more)
    return struct.pack(">I", len(body) + 4) + body + bytes(64)


@pytest.mark.parametrize(
    ("data", "code", "named"),
    [
        (box(b"heic", b"mif1", b"heic"), "heic", "HEIC"),
        (box(b"heix", b"mif1"), "heic", "HEIC"),
        (box(b"mif1", b"heic"), "heic", "HEIC"),
        (box(b"msf1"), "heic", "HEIC"),
        (box(b"hevc", b"msf1"), "heic", "HEIC"),
        (box(b"crx ", b"isom"), "raw", "RAW"),
        (box(b"isom", b"mp41"), "video", "video"),
        (box(b"qt  "), "video", "video"),
        (box(b"abcd"), "unknown", "JPEG, PNG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg", "SVG"),
        (b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg/>", "svg", "SVG"),
        (b"\xef\xbb\xbf\n<!DOCTYPE svg PUBLIC ''>\n<svg/>", "svg", "SVG"),
        (b"<!DOCTYPE html><svg/>", "foreign", "HTML"),
        (b"%PDF-1.7\n", "pdf", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "foreign", "EPS"),
        (b"8BPS\0\1", "foreign", "PSD"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "foreign", "JPEG 2000"),
        (b"\xff\x4f\xff\x51", "foreign", "JPEG 2000"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "foreign", "JPEG XL"),
        (b"\xff\x0a\x01", "foreign", "JPEG XL"),
        (b"II*\0\x10\0\0\0CR\x02\0", "raw", "RAW"),
        (b"FUJIFILMCCD-RAW 0201", "raw", "RAW"),
        (b"IIU\0\x18\0\0\0", "raw", "RAW"),
        (b"PK\3\4word/document.xml", "foreign", "ZIP"),
        (b"RIFF\0\0\0\0AVI LIST", "video", "video"),
        (b"\x1aE\xdf\xa3webm", "video", "video"),
        (b"this is not a picture", "unknown", "JPEG, PNG"),
        (b"BMW is a car, and this is a text about it", "unknown", "WebP"),
        (b"P3rhaps a text", "unknown", "AVIF"),
        (b"\0", "unknown", "TGA"),
        (bytes(5000), "unknown", "TGA"),
        (bytes([0, 0, 2, *bytes(9), 100, 0, 100, 0, 24, 0]) + bytes(99), "unknown", "TGA"),
        (b"", "empty", "empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_named(data: bytes, code: str, named: str) -> None:
    with pytest.raises(PictureError) as caught:
        open_picture(data)
    assert caught.value.code == code
    assert named in str(caught.value)


def test_a_dng_is_a_raw_file_and_not_the_stamp_in_front() -> None:
    exif = ImageFileDirectory_v2()
    exif[50706] = b"\1\4\0\0"
    with pytest.raises(PictureError) as caught:
        open_picture(saved(PHOTO, "TIFF", tiffinfo=exif))
    assert caught.value.code == "raw"


def test_avif_under_a_general_brand_opens() -> None:
    data = NEARLY["AVIF"]
    for brand in (b"mif1", b"miaf"):
        assert open_picture(data[:8] + brand + data[12:]).size == (60, 40)
