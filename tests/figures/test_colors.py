"""The scale is centred, and every number can be read on its cell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.figures.colors import diverging, inks, limit_of, luminance, palette, rgb


def contrast(first: np.ndarray, second: np.ndarray) -> float:
    light, dark = sorted((float(luminance(first)), float(luminance(second))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_zero_has_the_colour_of_zero_and_the_ends_their_own(dark: bool) -> None:
    colors = palette(dark)
    made = diverging(np.array([-2.0, 0.0, 2.0]), 2.0, dark)
    for pixel, named in zip(made, (colors.negative, colors.zero, colors.positive), strict=True):
        assert np.abs(pixel.astype(int) - rgb(named)).max() <= 1


@pytest.mark.parametrize("dark", [False, True])
def test_equal_magnitudes_are_equally_far_from_zero(dark: bool) -> None:
    ramp = luminance(diverging(np.linspace(-1, 1, 101), 1.0, dark))
    falling, rising = (np.diff(ramp[:51]), np.diff(ramp[50:]))
    sign = -1 if dark else 1
    assert (sign * falling > -1e-6).all()
    assert (sign * rising < 1e-6).all()


@given(st.lists(st.integers(0, 255), min_size=3, max_size=3))
def test_the_ink_contrasts_enough_on_any_background(pixel: list[int]) -> None:
    background = np.array([pixel], dtype=np.uint8)
    assert contrast(background[0], rgb(inks(background)[0])) >= 4.5


def test_the_limit_ignores_what_is_not_finite() -> None:
    assert limit_of(np.array([1.0, -3.0, np.inf, np.nan]), np.array([2.0])) == 3.0
    assert limit_of(np.array([np.nan])) == 0.0
    assert diverging(np.array([np.nan]), 0.0, False).tolist() == [[255, 255, 255]]
