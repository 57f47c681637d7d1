"""What the browser gets is what the engine computed, to the last bit."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from visualizer.figures.grids import grid_figure
from visualizer.figures.packing import pack, plain_figure, unpack, written


@given(arrays(np.float64, array_shapes(max_dims=4, max_side=5), elements=st.floats(width=64)))
def test_floats_come_back_exactly(values: np.ndarray) -> None:
    assert np.array_equal(unpack(pack(values)), values, equal_nan=True)


@given(arrays(np.float64, array_shapes(max_dims=3), elements=st.integers(-(2**31), 2**31 - 1)))
def test_whole_numbers_come_back_exactly(values: np.ndarray) -> None:
    packed = pack(values)
    assert packed["type"] in ("i1", "i2", "i4")
    assert np.array_equal(unpack(packed), values)


def test_small_whole_numbers_take_a_byte_each() -> None:
    assert pack(np.zeros((32, 32)))["type"] == "i1"
    assert pack(np.full(3, 200.0))["type"] == "i2"
    assert pack(np.full(3, 0.5))["type"] == "f8"


def test_a_plain_figure_is_written_as_plotly_would_write_it() -> None:
    values = np.array([[1.0, -2.5], [0.25, 0.0]])
    grid = grid_figure(values, "title", limit=2.5, dark=True, marked=values > 0)
    plotly = written(plain_figure(grid["data"], grid["layout"]))
    plain = written(grid)
    assert plain.height == plotly.height
    mine, theirs = (json.loads(each.json.replace(each.identity, "")) for each in (plain, plotly))
    assert mine == theirs
