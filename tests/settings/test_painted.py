"""What a browser sends of a painted input: believed where it is one, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.settings.grids import decode, encode
from visualizer.settings.painted import read_painted

SHAPE = (2, 3, 4)
numbers = st.floats(allow_nan=False, allow_infinity=False)


def sent(**changed: object) -> dict[str, object]:
    return {"grid": [1.0] * 24, "shape": [2, 3, 4], "count": 1, **changed}


@given(st.lists(numbers, min_size=24, max_size=24))
def test_every_painting_becomes_a_grid_that_an_address_holds(values: list[float]) -> None:
    found = read_painted(sent(grid=values), SHAPE)
    assert found is not None
    assert found.grid.shape == SHAPE
    assert np.array_equal(decode(encode(found.grid)), found.grid)
    near = np.clip(values, -999, 999)
    assert np.allclose(found.grid.ravel(), near, atol=1e-6)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "grid",
        {},
        sent(shape=[3, 2, 4]),
        sent(shape=None),
        sent(grid=[1.0] * 23),
        sent(grid=["1"] * 24),
        sent(grid=[float("nan")] * 24),
        sent(grid=[True] * 24),
        sent(count=None),
        sent(count=float("inf")),
    ],
)
def test_anything_else_is_no_painting(wrong: object) -> None:
    assert read_painted(wrong, SHAPE) is None
