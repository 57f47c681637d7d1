"""Every size formula against counting windows one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.cases import REFUSED, answer
from visualizer.engine import (
    EngineError,
    conv_output_size,
    conv_transpose_output_size,
    pool_output_size,
)

SIZES = st.integers(1, 20)
SMALL = st.integers(1, 6)


@given(SIZES, SMALL, SMALL, st.integers(0, 6), st.integers(1, 4))
def test_a_convolution_has_as_many_outputs_as_windows_fit(
    size: int, kernel: int, stride: int, padding: int, dilation: int
) -> None:
    last = size + 2 * padding - 1
    windows = [s for s in range(0, last + 1, stride) if s + dilation * (kernel - 1) <= last]
    made = answer(lambda: conv_output_size(size, kernel, stride, padding, dilation), EngineError)
    assert made == (len(windows) or REFUSED)


@given(SIZES, SMALL, SMALL, st.integers(0, 3), st.booleans())
def test_a_last_pooling_window_starts_before_the_right_padding(
    size: int, kernel: int, stride: int, padding: int, ceil_mode: bool
) -> None:
    made = answer(
        lambda: pool_output_size(size, kernel, stride, padding, ceil_mode=ceil_mode), EngineError
    )
    end = size + 2 * padding
    starts = range(0, size + padding, stride)
    if ceil_mode:
        # A window may hang over, but the one before it may not have reached the end already.
        windows = [s for s in starts if s - stride + kernel < end] if kernel <= end else [0]
        windows = windows if kernel - end < stride else []
    else:
        windows = [s for s in starts if s + kernel <= end]
    assert made == (REFUSED if padding > kernel // 2 else len(windows) or REFUSED)


@given(SIZES, SMALL, SMALL, st.integers(0, 3), st.integers(1, 3))
def test_a_transposed_convolution_undoes_the_size(
    size: int, kernel: int, stride: int, padding: int, dilation: int
) -> None:
    small = answer(lambda: conv_output_size(size, kernel, stride, padding, dilation), EngineError)
    if small is REFUSED:
        return
    left_over = (size + 2 * padding - dilation * (kernel - 1) - 1) % stride
    assert conv_transpose_output_size(small, kernel, stride, padding, left_over, dilation) == size


@given(SIZES, SMALL, st.integers(1, 4))
def test_same_keeps_and_valid_pads_nothing(size: int, kernel: int, dilation: int) -> None:
    assert conv_output_size(size, kernel, padding="same", dilation=dilation) == size
    valid = answer(lambda: conv_output_size(size, kernel, 1, "valid", dilation), EngineError)
    assert valid == answer(lambda: conv_output_size(size, kernel, 1, 0, dilation), EngineError)


def test_pairs_give_pairs_and_numbers_a_number() -> None:
    assert conv_output_size(5, (3, 5)) == (3, 1)
    assert pool_output_size((4, 6), 2) == (2, 3)
    assert conv_transpose_output_size(2, 2, stride=(2, 3)) == (4, 5)
    assert type(conv_output_size(5, 3)) is int


def test_too_much_output_padding() -> None:
    with pytest.raises(EngineError, match="output padding 2 must be smaller than stride 2"):
        conv_transpose_output_size(3, 3, stride=2, output_padding=2)


def test_nothing_is_left_of_a_transposed_output() -> None:
    with pytest.raises(EngineError, match="the output would be empty"):
        conv_transpose_output_size(2, 1, padding=1)


def test_pooling_padding_over_half_the_kernel() -> None:
    with pytest.raises(EngineError, match="pooling padding 2 is more than half of kernel 3"):
        pool_output_size(8, 3, padding=2)
