"""Typed grids come back exactly, and nothing that is no grid is believed."""

from __future__ import annotations

import base64
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizer.material.randomness import integers
from visualizer.settings.grids import GridError, GridParameter, decode, encode, refit, tidied


@given(
    st.tuples(st.integers(1, 4), st.integers(1, 12), st.integers(1, 12)),
    st.sampled_from((1, 100, 1_000_000)),
    st.integers(0, 10**6),
)
def test_a_grid_comes_back(shape: tuple[int, int, int], unit: int, seed: int) -> None:
    grid = integers(seed, shape, -999 * unit, 999 * unit) / unit
    written = encode(grid)
    np.testing.assert_array_equal(decode(written), grid)
    assert encode(decode(written)) == tidied(written) == written
    assert all(letter.isalnum() or letter in "-._~" for letter in written)


@given(
    st.integers(1, 20),
    st.sampled_from((1, 2, 100, 1_000_000)),
    st.sampled_from((2, 50, 999_000_000)),
    st.integers(0, 10**6),
)
def test_the_shorter_way_is_taken(side: int, unit: int, most: int, seed: int) -> None:
    grid = integers(seed, (1, side, side), -min(most, 999 * unit), min(most, 999 * unit)) / unit
    digits = [f"{value:.6f}".rstrip("0").rstrip(".") for value in grid.ravel()]
    readable = len("_".join(digits))
    written = encode(grid)
    if written.startswith("z"):
        assert readable > max(240, len(written))
    else:
        assert len(written) == readable


def test_small_grids_can_be_read_and_written_by_hand() -> None:
    sobel = np.array([[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]])
    assert encode(sobel) == "-1_0_1~-2_0_2~-1_0_1"
    np.testing.assert_array_equal(decode("+1_.5~~-0.0_2."), [[[1.0, 0.5]], [[0.0, 2.0]]])


def test_the_largest_grid_stays_short_enough_for_an_address() -> None:
    pixels = integers(1, (3, 32, 32), 0, 255)
    assert len(encode(pixels)) < 5000
    hundredths = integers(2, (3, 32, 32), -99900, 99900) / 100
    assert len(encode(hundredths)) < 11_000
    np.testing.assert_array_equal(decode(encode(hundredths)), hundredths)


@given(st.text(max_size=60) | st.from_regex(r"z[0-9]\.[0-9]{1,2}\.[0-9]\.[0-9]\.[\w-]{0,40}"))
def test_garbage_is_refused_in_one_way(written: str) -> None:
    try:
        grid = decode(written)
    except GridError:
        return
    np.testing.assert_array_equal(decode(encode(grid)), grid)


def packed(header: str, raw: bytes) -> str:
    return header + base64.urlsafe_b64encode(zlib.compress(raw)).decode().rstrip("=")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1_2~3",
        "1_2~~3",
        "1,2",
        "1e3",
        "nan",
        "inf",
        "１",
        "1000",
        "1_" * 4000 + "1",
        "z0.1.1.1.",
        "z0.1.1.1.AAAA",
        "z1.1.1.1.AAAA",
        packed("z0.1.1.2.", b"\x01\x00\x00"),
        packed("z0.1.1.2.", bytes(5)),
        packed("z0.1.1.1.", bytes(10**6)),
        packed("z0.9999.9999.9999.", bytes(4)),
        packed("z0.0.1.1.", b""),
        packed("z0.1.1.1.", (1000).to_bytes(2, "little")),
    ],
)
def test_what_is_no_grid(written: str) -> None:
    with pytest.raises(GridError):
        decode(written)


@pytest.mark.parametrize(
    "grid",
    [np.zeros((2, 2)), np.zeros((1, 0, 2)), np.full((1, 1, 1), np.nan), np.full((1, 1, 1), 1e3)],
)
def test_what_cannot_be_written(grid: np.ndarray) -> None:
    with pytest.raises(GridError):
        encode(grid)


def test_the_parameter_keeps_the_canonical_form() -> None:
    parameter = GridParameter()
    assert parameter.parse("+1.50_-0") == "1.5_0"
    assert parameter.parse("") == ""
    assert parameter.accepts("1_2")
    assert not parameter.accepts("1_x")
    assert not parameter.accepts(3)


def test_refit_cuts_and_fills() -> None:
    grid = np.arange(4.0).reshape(1, 2, 2)
    assert refit(grid, (2, 1, 3)).tolist() == [[[0, 1, 0]], [[0, 0, 0]]]
