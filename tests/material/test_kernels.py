"""Kernels mean the same at every size."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer import engine
from visualizer.material.kernels import KERNELS, RING, filter_presets
from visualizer.material.patterns import pattern

SIZES = [(h, w) for h in range(1, 12) for w in range(1, 12)]


def test_the_textbook_kernels_at_three_by_three() -> None:
    assert KERNELS["sobel_x"](3, 3).tolist() == [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
    assert KERNELS["sobel_y"](3, 3).tolist() == [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]
    assert KERNELS["laplacian"](3, 3).tolist() == [[0, -1, 0], [-1, 4, -1], [0, -1, 0]]
    assert KERNELS["sharpen"](3, 3).tolist() == [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
    assert KERNELS["emboss"](3, 3).tolist() == [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]
    assert (KERNELS["gaussian"](3, 3) * 16).tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
    assert (KERNELS["box"](3, 3) * 9).tolist() == [[1, 1, 1]] * 3


@pytest.mark.parametrize(
    ("name", "total"),
    [
        ("identity", 1),
        ("box", 1),
        ("gaussian", 1),
        ("sharpen", 1),
        ("laplacian", 0),
        ("sobel_x", 0),
        ("sobel_y", 0),
        ("emboss", 1),
    ],
)
def test_flat_areas_stay_or_vanish_at_every_size(name: str, total: float) -> None:
    for height, width in SIZES:
        kernel = KERNELS[name](height, width)
        assert kernel.shape == (height, width)
        assert kernel.sum() == pytest.approx(total, abs=1e-12)
        assert np.abs(kernel).max() <= 130


def test_sobel_x_and_y_are_one_another_turned() -> None:
    for height, width in SIZES:
        np.testing.assert_array_equal(
            KERNELS["sobel_x"](height, width), KERNELS["sobel_y"](width, height).T
        )


def test_filters_take_different_kernels() -> None:
    assert set(RING) == set(KERNELS)
    for first in KERNELS:
        names = filter_presets(first, 4)
        assert names[0] == first
        assert len(set(names)) == 4
    assert filter_presets("random", 3) == ("random",) * 3


def test_what_kernels_find_on_patterns() -> None:
    def apply(kernel: str, picture: str) -> np.ndarray:
        weight = KERNELS[kernel](3, 3)[None, None]
        found: np.ndarray = engine.conv2d(pattern(picture, 1, 8, 8), weight)[0]
        return found

    assert np.all(apply("sobel_x", "ramp") == 8)
    assert np.all(apply("laplacian", "ramp") == 0)
    assert np.all(apply("sobel_y", "edge") == 0)
    assert apply("sobel_x", "edge").max() == 36
    np.testing.assert_array_equal(
        apply("identity", "digit"), pattern("digit", 1, 8, 8)[0, 1:-1, 1:-1]
    )
