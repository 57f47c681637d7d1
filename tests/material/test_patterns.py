"""Patterns are pictures of whole numbers at every size."""

from __future__ import annotations

import numpy as np
import pytest

from visualizer.material.patterns import PATTERNS, pattern


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_are_whole_numbers_at_every_size(name: str) -> None:
    for height, width in ((3, 3), (5, 5), (4, 9), (32, 7), (32, 32)):
        picture = pattern(name, 3, height, width)
        assert picture.shape == (3, height, width)
        assert np.array_equal(picture, np.round(picture))
        assert 0 <= picture.min() < picture.max() <= 62
        np.testing.assert_array_equal(picture[0] + picture[1], picture[0].max())
        np.testing.assert_array_equal(picture[2], picture[0, :, ::-1])
