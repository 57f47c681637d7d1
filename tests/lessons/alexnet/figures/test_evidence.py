"""Pictures of evidence with signs, and the deletion curve."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.lessons.alexnet.figures.deletion import Line, deletion_curves
from visualizer.lessons.alexnet.figures.evidence import pixel_heat, robust_limit, signed_overlay


def test_a_few_extreme_pixels_do_not_stretch_the_scale() -> None:
    raw = np.full((40, 40), 0.5)
    raw[0, 0] = 1000
    assert robust_limit(raw) == 0.5
    assert robust_limit(np.zeros((3, 3))) == 0
    heat = pixel_heat(raw, dark=False, side=80)
    assert heat.shape == (80, 80, 3)
    assert (heat[0, 0] == heat[-1, -1]).all()


def test_what_speaks_against_a_class_has_the_other_colour() -> None:
    crop = np.full((20, 20, 3), 128, dtype=np.uint8)
    raw = np.zeros((20, 20))
    raw[:, :6], raw[:, -6:] = 1, -1
    red, green, blue = signed_overlay(crop, raw, side=20)[10, 2].astype(int)
    assert blue > green > red
    red, green, blue = signed_overlay(crop, raw, side=20)[10, -2].astype(int)
    assert red > green > blue
    assert np.ptp(signed_overlay(crop, raw, side=20)[10, 10].astype(int)) == 0  # gray: nothing
    assert np.ptp(signed_overlay(crop, np.zeros((20, 20)))[0, 0].astype(int)) == 0


@pytest.mark.parametrize("dark", [False, True])
def test_the_curves_share_a_scale_that_fits_them(dark: bool) -> None:
    shares = np.array([0.0, 0.5, 1.0])
    lines = [Line("one", np.array([0.04, 0.01, 0.0])), Line("two", np.array([0.04, 0.02, 0.0]))]
    chance = [np.array([0.04, 0.03, 0.0]), np.array([0.04, 0.01, 0.0])]
    figure = deletion_curves(shares, lines, chance, ("random", "gone", "left"), dark=dark)
    band, middle, one, two = figure.data
    assert max(band["y"]) == 4
    assert list(middle["y"]) == pytest.approx([4, 2, 0])
    assert (one["name"], two["name"]) == ("one", "two")
    assert one["line"]["dash"] != two["line"]["dash"]  # told apart without colours too
    assert figure.layout["yaxis"]["ticktext"] == ("0%", "1%", "2%", "3%", "4%")
