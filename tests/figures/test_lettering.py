"""How wide a line is: rather more than any usual font makes it."""

from __future__ import annotations

import pytest

from visualizer.figures.lettering import text_width


# Measured in Chromium with DejaVu Sans, the broadest of the fonts that a figure may get.
@pytest.mark.parametrize(
    ("words", "size", "pixels"),
    [("256×27×27", 12, 73.6), ("feature map 1×3×3", 14, 139.9), ("−12.34", 14, 52.3)],
)
def test_a_line_is_taken_to_be_a_little_wider_than_it_is(
    words: str, size: int, pixels: float
) -> None:
    assert pixels <= text_width(words, size) <= 1.25 * pixels


def test_tags_take_no_room_and_a_syllable_takes_a_square() -> None:
    assert text_width("<b>conv1</b>", 12) == text_width("conv1", 12)
    assert text_width("합성곱", 14) == 3 * 14
