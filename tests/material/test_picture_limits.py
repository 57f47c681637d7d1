"""Opening adds at most 200 MB, whatever a small file unpacks to; what would add more is refused."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.material.files import chunk, png, saved, tiff
from visualizer.material import PictureError, open_picture
from visualizer.material.picture_limits import MAX_BYTES, MAX_PIXELS

ROOT = Path(__file__).resolve().parents[2]
MOST = 200_000_000
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


def flat_png(side: int, depth: int, colour: int, *chunks: bytes) -> bytes:
    """Return a square PNG of zeros, made without holding it."""
    bits = depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = bytes(1 + (side * bits + 7) // 8)
    packer = zlib.compressobj(1)
    body = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, depth, colour, 0, 0, 0)
    parts = [chunk(b"IHDR", header), *chunks, chunk(b"IDAT", body), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def flat(mode: str, width: int, height: int, kind: str, **options: object) -> bytes:
    return saved(Image.new(mode, (width, height)), kind, **options)


def packed_bmp(side: int) -> bytes:
    """Return a BMP packed in runs of 255."""
    line = b"\xff\1" * (side // 255) + bytes([side % 255, 1]) + b"\0\0"
    palette = b"".join(bytes([value, 255 - value, 0, 0]) for value in range(256))
    body = line * side + b"\0\1"
    header = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 8, 1, len(body), 0, 0, 256, 0)
    return b"BM" + struct.pack("<IHHI", 0, 0, 0, 54 + 1024) + header + palette + body


PALETTE = chunk(b"PLTE", bytes(range(48)))
# The largest of each mode that is accepted, and what its format and mode are.
WORST: dict[str, tuple[Callable[[], bytes], str]] = {
    "gray16": (lambda: flat_png(7900, 16, 0), "PNG I;16"),
    "palette": (lambda: flat_png(8000, 4, 3, PALETTE, chunk(b"tRNS", b"\1\2\3")), "PNG P"),
    "rgb": (lambda: flat_png(6550, 8, 2), "PNG RGB"),
    "rgba": (lambda: flat_png(6500, 16, 6), "PNG RGBA"),
    "jpeg": (lambda: flat("RGB", 8160, 6144, "JPEG"), "JPEG RGB"),
    "scans": (lambda: flat("RGB", 8160, 6144, "JPEG", progressive=True), "JPEG RGB"),
    "webp": (lambda: flat("RGB", 4000, 3000, "WEBP", method=0), "WEBP RGB"),
    "one strip": (
        lambda: tiff((4500, 4500), 32, 1, bytes(4 * 4500**2), packed=True, tags={339: 3}),
        "TIFF F",
    ),
}
MORE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bits": (lambda: flat_png(8000, 1, 0), "PNG 1"),
    "gray": (lambda: flat_png(8000, 8, 0, chunk(b"tRNS", b"\0\7")), "PNG L"),
    "gray alpha": (lambda: flat_png(6550, 8, 4), "PNG LA"),
    "cmyk": (lambda: flat("CMYK", 8160, 6144, "JPEG"), "JPEG CMYK"),
    "lossless": (lambda: flat("RGBA", 3100, 3100, "WEBP", lossless=True, method=0), "WEBP RGBA"),
    "avif": (lambda: flat("RGBA", 3800, 3300, "AVIF", speed=10), "AVIF RGBA"),
    "gif": (lambda: flat("P", 8000, 8000, "GIF"), "GIF P"),
    "bmp": (lambda: packed_bmp(3400), "BMP P"),
    "tga": (lambda: flat("RGBA", 6500, 6500, "TGA", rle=True), "TGA RGBA"),
    "pbm": (lambda: b"P4 8000 8000\n" + bytes(8_000_000), "PPM 1"),
    "pgm": (lambda: b"P5 3000 3000 4095\n" + bytes(18_000_000), "PPM L"),
    "typed": (lambda: b"P3 1700 1700 9\n" + b"1 " * 8_670_000, "PPM RGB"),
    "tiff": (lambda: flat("RGB", 6500, 6500, "TIFF", compression="tiff_lzw"), "TIFF RGB"),
    "turned": (
        lambda: flat("CMYK", 6400, 6400, "TIFF", compression="packbits", tiffinfo={274: 6}),
        "TIFF CMYK",
    ),
    "integers": (lambda: flat("I", 2200, 2200, "TIFF"), "TIFF I"),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="memory is measured in forked processes")
def test_no_accepted_file_adds_more_than_200_megabytes(tmp_path: Path) -> None:
    cases = WORST | (MORE if LONG else {})
    for name, (make, _) in cases.items():
        (tmp_path / name).write_bytes(make())
    run = subprocess.run(
        [sys.executable, "-m", "tests.material.peak", *(str(tmp_path / name) for name in cases)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = {
        name: json.loads(line) for name, line in zip(cases, run.stdout.splitlines(), strict=True)
    }
    assert {name: each["outcome"] for name, each in found.items()} == {
        name: kind for name, (_, kind) in cases.items()
    }
    assert {name: each["added"] for name, each in found.items() if each["added"] > MOST} == {}


def code_of(data: bytes) -> PictureError:
    with pytest.raises(PictureError) as caught:
        open_picture(data)
    return caught.value


def header_of_png(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    whole = png((1, 1), depth, colour, [bytes(8)])
    body = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return whole[:8] + chunk(b"IHDR", body) + whole[33:]


@pytest.mark.parametrize(
    ("data", "code", "limit"),
    [
        (bytes(MAX_BYTES + 1), "file_too_large", 20),
        (header_of_png(8160, 6144), "too_large", 43),
        (header_of_png(60_000, 60_000), "too_many_pixels", 65),
        (header_of_png(9000, 9000, 1, 0), "too_many_pixels", 65),
        (header_of_png(4000, 99), "too_narrow", 40),
        (header_of_png(99, 4000), "too_narrow", 40),
        (flat("RGB", 8160, 6144, "JPEG", progressive=True, subsampling=0), "too_large", 31),
        (b"P2 9000 9000 9\n", "too_many_pixels", 65),
        (
            b"RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x9f\x0f\0\x9f\x0f\0" + bytes(40),
            "too_large",
            12,
        ),
    ],
)
def test_what_would_add_more_is_refused_before_a_pixel_is_read(
    data: bytes, code: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    error = code_of(data)
    assert (error.code, error.details["limit"]) == (code, limit)


def test_telephones_are_within_the_limits() -> None:
    assert MAX_BYTES >= 20_000_000
    assert MAX_PIXELS >= 8192 * 6144
    noise = Image.effect_noise((4000, 3000), 90)
    data = saved(Image.merge("RGB", [noise] * 3), "JPEG", quality=97)
    assert 8_000_000 < len(data) < MAX_BYTES
    picture = open_picture(data)
    assert (picture.size, picture.image.size) == ((4000, 3000), (2000, 1500))
    assert picture.notes == ("picture.note.smaller",)


def test_an_icon_of_many_pixels_is_refused_before_pillow_opens_it() -> None:
    inside = header_of_png(5000, 5000)
    entry = struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(inside), 22)
    error = code_of(b"\0\0\1\0\1\0" + entry + inside)
    assert error.code == "too_large"
    bmp = struct.pack("<IiiHHIIiiII", 40, 6000, 12_000, 1, 32, 0, 0, 0, 0, 0, 0)
    assert code_of(b"\0\0\1\0\1\0" + entry + bmp).code == "too_large"


PHOTO = Image.linear_gradient("L").resize((40, 30))
PNG, GIF, JPEG = (saved(PHOTO, kind) for kind in ("PNG", "GIF", "JPEG"))
NOTES = 13 + (3 << (GIF[10] & 7) + 1)  # where a GIF's notes may begin


@pytest.mark.parametrize(
    "data",
    [
        packed_bmp(1000) + bytes(3_000_000),
        packed_bmp(4000),
        PNG[:33] + chunk(b"teXt", b"") * 100_001 + PNG[33:],
        GIF[:NOTES] + b"!\xfe" + b"\1a" * 500_001 + b"\0" + GIF[NOTES:],
        GIF[:-1] + bytes(500_001) + b";",
        JPEG[:2] + b"\xff\xd8" * 60_000 + JPEG[2:],
        b"P2 3 1 15\n" + b"#\n" * 50_001 + b"1 2 3",
    ],
    ids=["BMP", "BMP", "PNG", "GIF", "GIF", "JPEG", "PGM"],
)
def test_what_takes_too_long_to_walk_through_is_refused(data: bytes) -> None:
    assert code_of(data).code == "too_slow"


@pytest.mark.parametrize(
    "data",
    [
        PNG[:33] + chunk(b"IDAT", b"") * 50_000 + PNG[33:],
        JPEG[:2] + b"\xff\xe1\0\x0cExif\0\0abcd" * 5000 + JPEG[2:],
        JPEG[:2] + b"\xff\xe0\0\2" + b"junk" * 200_000 + JPEG[2:],
        JPEG[:2] + b"\xff" * 800_000 + JPEG[2:],
        JPEG[:-2] + b"\xff\0" * 400_000 + JPEG[-2:],
        GIF[:NOTES] + b"!\xfe" + b"\1a" * 100_000 + b"\0" + GIF[NOTES:],
    ],
    ids=["PNG", "notes", "junk", "filled", "behind", "GIF"],
)
def test_what_only_looks_long_opens(data: bytes) -> None:
    picture = open_picture(data)
    right = np.asarray(PHOTO if picture.format != "JPEG" else open_picture(JPEG).image.convert("L"))
    np.testing.assert_array_equal(np.asarray(picture.image)[..., 0], right)
