"""Random numbers are the same on every machine, in every year."""

from __future__ import annotations

import numpy as np

from visualizer.material.randomness import integers


def test_random_numbers_are_the_same_for_ever() -> None:
    assert integers(12, (1, 2, 5), 0, 5).astype(int).tolist() == [
        [[2, 1, 0, 5, 1], [3, 2, 2, 0, 0]]
    ]
    many = integers(3, (6000,), -2, 2)
    values, counts = np.unique(many, return_counts=True)
    assert values.tolist() == [-2, -1, 0, 1, 2]
    assert counts.min() > 1000
    assert not np.array_equal(integers(1, (20,), 0, 5), integers(2, (20,), 0, 5))
