"""The right colour for each of Pillow's modes, and for each way that files keep values."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageCms

from tests.material.files import saved
from visualizer.material.picture_facts import Facts
from visualizer.material.picture_modes import to_rgb

RED, GREEN, BLUE, WHITE, BLACK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255,) * 3, (0,) * 3


def of(mode: str, *colours: object) -> Image.Image:
    """Return a row of colours in a mode."""
    image = Image.new(mode, (len(colours), 1))
    for x, colour in enumerate(colours):
        image.putpixel((x, 0), colour)  # type: ignore[arg-type]
    return image


def with_palette(mode: str, *indices: object) -> Image.Image:
    image = Image.new(mode, (len(indices), 1))
    image.putpalette([*RED, *GREEN, *BLUE])
    for x, index in enumerate(indices):
        image.putpixel((x, 0), index)  # type: ignore[arg-type]
    return image


def deep(values: list[float], kind: str) -> Image.Image:
    return Image.fromarray(np.array([values], dtype=kind))


def as_is(image: Image.Image, **facts: object) -> tuple[list[tuple[int, ...]], list[str]]:
    notes: list[str] = []
    rgb = to_rgb(image, Facts(b"", **facts), notes)  # type: ignore[arg-type]
    assert rgb.mode == "RGB"
    assert rgb.size == image.size
    return [tuple(cell) for cell in np.asarray(rgb)[0].tolist()], notes


HALF = (127,) * 3  # black at half strength on white


@pytest.mark.parametrize(
    ("image", "right", "notes"),
    [
        (of("1", 0, 255), [BLACK, WHITE], ["gray"]),
        (of("L", 0, 77, 255), [BLACK, (77,) * 3, WHITE], ["gray"]),
        (of("LA", (9, 255), (9, 0), (0, 128)), [(9,) * 3, WHITE, HALF], ["gray", "on_white"]),
        (of("La", (9, 255), (0, 0), (0, 128)), [(9,) * 3, WHITE, HALF], ["gray", "on_white"]),
        (with_palette("P", 0, 2), [RED, BLUE], ["palette"]),
        (with_palette("PA", (1, 255), (1, 0)), [GREEN, WHITE], ["palette", "on_white"]),
        (of("RGB", RED, (1, 2, 3)), [RED, (1, 2, 3)], []),
        (of("RGBX", (1, 2, 3, 0)), [(1, 2, 3)], []),
        (of("RGBA", (*RED, 255), (*RED, 0), (0, 0, 0, 128)), [RED, WHITE, HALF], ["on_white"]),
        (of("RGBA", (*RED, 255)), [RED], []),
        (of("RGBa", (*RED, 255), (0, 0, 0, 0), (0, 0, 0, 128)), [RED, WHITE, HALF], ["on_white"]),
        (of("CMYK", (0, 255, 255, 0), (0, 0, 0, 255), (0, 0, 0, 0)), [RED, BLACK, WHITE], ["cmyk"]),
        (of("YCbCr", (255, 128, 128), (76, 85, 255)), [WHITE, (254, 0, 0)], ["converted"]),
        (of("HSV", (0, 255, 255), (85, 255, 255)), [RED, GREEN], ["converted"]),
        (deep([0, 257, 65535], "<u2"), [BLACK, (1,) * 3, WHITE], ["gray", "deep"]),
        (deep([0, 257, 65535], ">u2"), [BLACK, (1,) * 3, WHITE], ["gray", "deep"]),
        (deep([0, 51, 255], "i4"), [BLACK, (51,) * 3, WHITE], ["gray", "deep"]),
        (deep([-100, 0, 100], "i4"), [BLACK, (128,) * 3, WHITE], ["gray", "deep", "stretched"]),
        (deep([0, 10**9], "i4"), [BLACK, WHITE], ["gray", "deep", "stretched"]),
        (deep([0, 0.2, 1], "f4"), [BLACK, (51,) * 3, WHITE], ["gray", "deep"]),
        (deep([0, 51, 255], "f4"), [BLACK, (51,) * 3, WHITE], ["gray", "deep"]),
        (deep([-1, 0, 1], "f4"), [BLACK, (128,) * 3, WHITE], ["gray", "deep", "stretched"]),
        (deep([0, np.nan, np.inf, 1], "f4"), [BLACK, BLACK, BLACK, WHITE], ["gray", "deep"]),
        (deep([7, 7], "i4"), [(7,) * 3] * 2, ["gray", "deep"]),
        (deep([10**6, 10**6], "i4"), [BLACK] * 2, ["gray", "deep", "stretched"]),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else "",
)  # fmt: skip
def test_each_mode_has_its_right_colours(
    image: Image.Image, right: list[tuple[int, ...]], notes: list[str]
) -> None:
    assert as_is(image) == (right, notes)


@pytest.mark.parametrize("mode", Image.MODES)
def test_none_of_pillows_modes_is_left_out(mode: str) -> None:
    rgb = to_rgb(Image.new(mode, (3, 2)), Facts(b""), [])
    assert (rgb.mode, rgb.size) == ("RGB", (3, 2))


def test_lab_is_what_a_colour_management_says() -> None:
    colours = [WHITE, BLACK, (200, 30, 40), (20, 120, 220), (128, 128, 128)]
    rgb = of("RGB", *colours)
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    lab = ImageCms.applyTransform(rgb, to_lab)
    assert lab is not None
    for got, right in zip(as_is(lab)[0], colours, strict=True):
        assert max(abs(a - b) for a, b in zip(got, right, strict=True)) <= 5  # 8 bits of Lab


def test_white_and_black_are_where_the_file_says() -> None:
    twelve = deep([0, 2048, 4095], "<u2")
    assert as_is(twelve, depth=12, white=4095)[0] == [BLACK, (128,) * 3, WHITE]
    assert as_is(twelve, depth=12, white=4095, inverted=True)[0] == [WHITE, (127,) * 3, BLACK]
    unit = deep([0, 0.2, 1], "f4")
    assert as_is(unit, depth=32, inverted=True)[0] == [WHITE, (204,) * 3, BLACK]
    gray = of("LA", (0, 255), (255, 255), (0, 0))
    assert as_is(gray, inverted=True)[0] == [WHITE, BLACK, WHITE]
    assert as_is(of("L", 0, 255), inverted=True)[0] == [WHITE, BLACK]


def test_unsigned_numbers_above_the_signed_ones_are_bright() -> None:
    image = deep([0, 2**31 - 1, -1], "i4")  # the last is 4,294,967,295
    assert as_is(image, depth=32, signed=False)[0] == [BLACK, (127,) * 3, WHITE]


def test_an_alpha_that_nobody_wrote_hides_nothing() -> None:
    empty = of("RGBA", (*RED, 0), (*GREEN, 0))
    assert as_is(empty, idle_alpha=True)[0] == [RED, GREEN]
    assert as_is(empty)[0] == [WHITE, WHITE]
    assert as_is(of("RGBA", (*RED, 0), (*GREEN, 9)), idle_alpha=True)[0][0] == WHITE


def test_large_pictures_are_made_smaller_by_means() -> None:
    wide = Image.new("L", (6000, 1001))
    wide.paste(255, (3000, 0, 6000, 1001))
    rgb = to_rgb(wide, Facts(b""), [])
    assert rgb.size == (3000, 501)
    cells = np.asarray(rgb)
    assert (cells[:, :1500] == 0).all()
    assert (cells[:, 1500:] == 255).all()
    whole = Image.effect_noise((2100, 2100), 60)
    small = np.asarray(to_rgb(whole, Facts(b""), []))[..., 0]
    np.testing.assert_array_equal(small, np.asarray(whole.reduce(2)))


def test_up_to_four_megapixels_nothing_is_made_smaller() -> None:
    image = Image.effect_noise((2048, 2048), 60)
    cells = np.asarray(to_rgb(image, Facts(b""), []))
    np.testing.assert_array_equal(cells[..., 0], np.asarray(image))
    assert saved(image)
