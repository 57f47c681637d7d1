from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.alexnet.conftest import colourful, encoded
from visualizer.alexnet.errors import PictureError
from visualizer.alexnet.pictures import MAX_BYTES, open_photo
from visualizer.alexnet.preprocessing import prepare

PHOTO = colourful(60, 40)


def code_of(data: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        open_photo(data)
    return caught.value.code


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds no pixels."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))
    data = b"IDAT" + zlib.compress(b"\0")
    rest = struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data))
    return b"\x89PNG\r\n\x1a\n" + chunk + rest


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM", "TGA"])
def test_exact_formats_come_out_as_they_went_in(kind: str) -> None:
    photo = open_photo(encoded(PHOTO, kind))
    assert photo.format == kind
    assert photo.changes == ()
    np.testing.assert_array_equal(np.asarray(photo.image), np.asarray(PHOTO))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_lossy_formats_come_out_nearly_so(kind: str) -> None:
    if kind not in Image.SAVE:
        Image.init()
    if kind not in Image.SAVE:
        pytest.skip(f"this Pillow cannot write {kind}")
    photo = open_photo(encoded(PHOTO, kind, quality=95))
    difference = np.abs(np.asarray(photo.image, float) - np.asarray(PHOTO, float))
    assert difference.mean() < 4


@pytest.mark.parametrize("orientation", range(1, 9))
def test_cameras_turn_is_undone(orientation: int) -> None:
    turns = Image.Transpose
    stored = {
        1: None, 2: turns.FLIP_LEFT_RIGHT, 3: turns.ROTATE_180, 4: turns.FLIP_TOP_BOTTOM,
        5: turns.TRANSPOSE, 6: turns.ROTATE_90, 7: turns.TRANSVERSE, 8: turns.ROTATE_270,
    }[orientation]  # fmt: skip
    image = PHOTO if stored is None else PHOTO.transpose(stored)
    exif = Image.Exif()
    exif[0x0112] = orientation
    photo = open_photo(encoded(image, "PNG", exif=exif))
    np.testing.assert_array_equal(np.asarray(photo.image), np.asarray(PHOTO))
    assert ("turned" in photo.changes) == (orientation != 1)


def test_a_turned_tiff_is_turned_once() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = open_photo(encoded(PHOTO.transpose(Image.Transpose.ROTATE_90), "TIFF", exif=exif))
    np.testing.assert_array_equal(np.asarray(photo.image), np.asarray(PHOTO))


def test_transparent_parts_lie_on_white() -> None:
    image = Image.new("RGBA", (4, 1), (200, 0, 0, 0))
    image.putpixel((1, 0), (200, 0, 0, 255))
    image.putpixel((2, 0), (0, 0, 0, 128))
    photo = open_photo(encoded(image, "PNG"))
    pixels = [photo.image.getpixel((x, 0)) for x in range(3)]
    assert pixels == [(255, 255, 255), (200, 0, 0), (127, 127, 127)]
    assert photo.changes == ("on_white",)


def test_a_colour_named_transparent_lies_on_white() -> None:
    image = Image.new("RGB", (2, 1), (9, 9, 9))
    image.putpixel((1, 0), (50, 60, 70))
    photo = open_photo(encoded(image, "PNG", transparency=(9, 9, 9)))
    assert photo.image.getpixel((0, 0)) == (255, 255, 255)
    assert photo.image.getpixel((1, 0)) == (50, 60, 70)


def test_palettes_and_transparent_palettes() -> None:
    image = PHOTO.quantize(16)
    expected = np.asarray(image.convert("RGB"))
    photo = open_photo(encoded(image, "PNG"))
    np.testing.assert_array_equal(np.asarray(photo.image), expected)
    assert photo.changes == ("palette",)
    clear = open_photo(encoded(image, "PNG", transparency=0))
    white = np.asarray(clear.image)[np.asarray(image) == 0]
    assert (white == 255).all()
    assert clear.changes == ("palette", "on_white")


@pytest.mark.parametrize("mode", ["1", "L", "LA"])
def test_gray_is_repeated(mode: str) -> None:
    image = PHOTO.convert("L").convert(mode)
    photo = open_photo(encoded(image, "PNG"))
    pixels = np.asarray(photo.image)
    assert (pixels == pixels[..., :1]).all()
    assert "gray" in photo.changes


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_become_eight(kind: str) -> None:
    values = np.array([[0, 257, 32896, 65535]], dtype=np.uint16)
    photo = open_photo(encoded(Image.fromarray(values), kind))
    assert np.asarray(photo.image)[0, :, 0].tolist() == [0, 1, 128, 255]
    assert "deep" in photo.changes


def test_numbers_without_a_known_range_are_stretched() -> None:
    values = np.array([[-10.0, 0.0, 10.0]], dtype=np.float32)
    photo = open_photo(encoded(Image.fromarray(values), "TIFF"))
    assert np.asarray(photo.image)[0, :, 0].tolist() == [0, 128, 255]
    assert "stretched" in photo.changes
    unit = np.array([[0.0, 0.5, 1.0, np.nan]], dtype=np.float32)
    photo = open_photo(encoded(Image.fromarray(unit), "TIFF"))
    assert np.asarray(photo.image)[0, :, 0].tolist() == [0, 128, 255, 0]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_printing_colours(kind: str) -> None:
    image = Image.new("CMYK", (16, 16), (0, 255, 255, 0))  # no cyan: red
    photo = open_photo(encoded(image, kind))
    red, green, blue = photo.image.getpixel((8, 8))  # type: ignore[misc]
    assert red > 240
    assert max(green, blue) < 15
    assert photo.changes == ("cmyk",)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_the_first_frame_of_an_animation_counts(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], kind, save_all=True, append_images=frames[1:])
    photo = open_photo(data)
    red, _, blue = photo.image.getpixel((4, 4))  # type: ignore[misc]
    assert red > 200
    assert blue < 60
    assert photo.changes[0] == "first_frame"


def test_one_pixel_fills_everything() -> None:
    prepared = prepare(encoded(Image.new("RGB", (1, 1), (10, 20, 30)), "PNG"))
    assert prepared.crop.size == (224, 224)
    assert prepared.crop.getpixel((100, 7)) == (10, 20, 30)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "picture_empty"),
        (b"this is not a picture", "picture_unknown"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "picture_unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_unknown"),
        (png_header(9000, 8000), "picture_too_large"),
        (png_header(60000, 60000), "picture_too_many_pixels"),
        (png_header(4000, 99), "picture_too_narrow"),
        (png_header(100, 100), "picture_damaged"),
        (encoded(PHOTO, "PNG")[:-200], "picture_damaged"),
        (encoded(PHOTO, "JPEG")[:-400], "picture_damaged"),
        (encoded(PHOTO, "JPEG")[:20], "picture_unknown"),
        (b"\0" * (MAX_BYTES + 1), "picture_file_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_picture_is_refused_with_a_reason(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_huge_picture_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    assert code_of(png_header(9000, 8000)) == "picture_too_large"


def test_paths_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    PHOTO.save(path)
    assert open_photo(path).image.size == (60, 40)
    for missing in (tmp_path / "none.png", tmp_path, "bad\0name"):
        with pytest.raises(PictureError, match="picture_unreadable"):
            open_photo(missing)


SEEDS = {
    "jpeg": encoded(PHOTO, "JPEG"),
    "png": encoded(PHOTO, "PNG"),
    "gif": encoded(PHOTO.quantize(8), "GIF", save_all=True, append_images=[PHOTO.quantize(4)]),
    "webp": encoded(PHOTO, "WEBP"),
    "tiff": encoded(PHOTO, "TIFF", compression="tiff_lzw"),
    "tiff16": encoded(Image.fromarray(np.arange(600, dtype=np.uint16).reshape(20, 30)), "TIFF"),
    "bmp": encoded(PHOTO, "BMP"),
    "ppm": encoded(PHOTO, "PPM"),
    "ico": encoded(PHOTO.resize((32, 32)), "ICO"),
    "tga": encoded(PHOTO, "TGA"),
    "exif": encoded(
        PHOTO, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06"
    ),
}


def mutated(data: bytes, seed: int) -> bytes:
    """The file with bytes changed, cut, doubled or lengthened."""
    rng = np.random.default_rng(seed)
    changed = bytearray(data)
    for _ in range(int(rng.integers(1, 12))):
        kind = int(rng.integers(5))
        # Half of the changes hit the header, where they hurt.
        end = min(64, len(changed)) if rng.random() < 0.5 else len(changed)
        place = int(rng.integers(max(end, 1)))
        if kind <= 1 and changed:
            changed[min(place, len(changed) - 1)] = int(rng.integers(256))
        elif kind == 2:
            changed = changed[: max(place, len(changed) // 2)]
        elif kind == 3:
            changed[place:place] = changed[place : place + int(rng.integers(40))]
        else:
            del changed[place : place + int(rng.integers(1, 20))]
    return bytes(changed)


@pytest.mark.filterwarnings("ignore")  # Pillow warns of damage that it copes with
@pytest.mark.parametrize("name", SEEDS)
def test_mutated_pictures_end_in_a_picture_or_an_error(name: str) -> None:
    """Forty mutations of each of eleven files: a right result or a PictureError, nothing else."""
    assert prepare(SEEDS[name]).tensor.shape == (3, 224, 224)
    for seed in range(40):
        data = mutated(SEEDS[name], seed)
        try:
            prepared = prepare(data)
        except PictureError:
            continue
        assert prepared.tensor.shape == (3, 224, 224)
        assert bool(prepared.tensor.isfinite().all())
        assert prepared.photo.mode == "RGB"


def test_an_open_picture_may_be_given_too() -> None:
    prepared = prepare(PHOTO.convert("L"))
    assert prepared.photo_size == (60, 40)
    with pytest.raises(PictureError, match="picture_too_narrow"):
        prepare(Image.new("RGB", (2000, 3)))
    assert io.BytesIO(encoded(prepared.crop, "PNG")).getvalue()
