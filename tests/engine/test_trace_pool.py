"""Every answer of a pooling trace against its windows and torch's indices."""

import numpy as np
import pytest
import torch.nn.functional as torch_nn
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.cases import Case, pairs, poolings, tensor
from visualizer.engine import (
    OVERHANG,
    PADDED,
    REAL,
    EngineError,
    PoolTrace,
    trace_avg_pool2d,
    trace_global_avg_pool2d,
    trace_max_pool2d,
)


@st.composite
def traces(draw: st.DrawFn, kinds: str = "max avg") -> PoolTrace:
    """A pooling trace, where it is possible."""
    case = draw(poolings())
    try:
        if draw(st.sampled_from(kinds.split())) == "max":
            return trace_max_pool2d(**case, dilation=draw(pairs(1, 3)))
        return trace_avg_pool2d(**case, count_include_pad=draw(st.booleans()))
    except EngineError:
        assume(False)
        raise


@given(trace=traces())
def test_a_window_shows_its_own_channel(trace: PoolTrace) -> None:
    for number in range(trace.steps):
        step = trace.step(number)
        assert (step.channel, step.row, step.col) == trace.cell(number)
        seen = trace.grid[np.ix_(np.array([step.channel]), step.rows, step.cols)]
        np.testing.assert_array_equal(step.window, seen)
        kinds = trace.cell_kind[np.ix_(step.rows, step.cols)]
        assert (step.valid | (kinds != REAL)).all()
        assert not (step.valid & (kinds == OVERHANG)).any()


@given(trace=traces("avg"))
def test_an_average_is_its_sum_divided(trace: PoolTrace) -> None:
    for number in range(trace.steps):
        step = trace.step(number)
        assert step.divisor == step.valid.sum()
        np.testing.assert_allclose(step.total / step.divisor, step.result, rtol=1e-9, atol=1e-12)
        assert step.winner is None
        assert not step.tied


@given(case=poolings(), dilation=pairs(1, 3))
def test_the_winner_is_the_one_torch_names(case: Case, dilation: int | tuple[int, int]) -> None:
    try:
        trace = trace_max_pool2d(**case, dilation=dilation)
    except EngineError:
        assume(False)
        raise
    _, indices = torch_nn.max_pool2d(
        **{**case, "input": tensor(case["input"])}, dilation=dilation, return_indices=True
    )
    (top, _), (left, _) = trace.pads
    for number, index in enumerate(indices.reshape(-1).tolist()):
        winner = trace.winner(number)
        assert winner is not None
        row, col = winner
        assert (row - top) * trace.input.shape[2] + col - left == index
        values = trace.window(number)[0][trace.valid(number)]
        if values.size:
            won = trace.grid[trace.cell(number)[0], row, col]
            np.testing.assert_equal(won, trace.result(number))
            equal = np.isnan(values) if np.isnan(won) else values == won
            assert trace.tied(number) == (equal.sum() > 1)


@given(trace=traces())
def test_the_reverse_questions_turn_the_windows_round(trace: PoolTrace) -> None:
    readers: dict[tuple[int, ...], list[int]] = {cell: [] for cell in np.ndindex(*trace.grid.shape)}
    for step in range(trace.steps):
        for row in trace.rows(step).tolist():
            for col in trace.cols(step).tolist():
                readers[trace.cell(step)[0], row, col].append(step)
    for cell, steps in readers.items():
        assert trace.steps_reading(*cell).tolist() == steps
    rows = {row for (_, row, _), steps in readers.items() if steps}
    cols = {col for (_, _, col), steps in readers.items() if steps}
    assert {*trace.unused_rows().tolist()} == {*range(trace.grid.shape[1])} - rows
    assert {*trace.unused_cols().tolist()} == {*range(trace.grid.shape[2])} - cols


@given(trace=traces())
def test_the_grid_is_input_padding_and_overhang(trace: PoolTrace) -> None:
    (top, bottom), (left, right) = trace.pads
    _, height, width = trace.input.shape
    for row, col in np.ndindex(*trace.cell_kind.shape):
        beyond = row >= top + height + bottom or col >= left + width + right
        real = top <= row < top + height and left <= col < left + width
        assert trace.cell_kind[row, col] == (OVERHANG if beyond else REAL if real else PADDED)
        if not real:
            assert (trace.grid[:, row, col] == (-np.inf if trace.kind == "max" else 0)).all()


def test_a_window_hangs_over_the_edge() -> None:
    trace = trace_avg_pool2d([[[1, 2, 3]]], (1, 2), ceil_mode=True)
    assert trace.valid(1).tolist() == [[True, False]]
    assert (trace.total(1), trace.divisor(1), trace.result(1)) == (3.0, 1, 3.0)
    assert trace.cell_kind.tolist() == [[REAL, REAL, REAL, OVERHANG]]


def test_a_tie_is_said() -> None:
    trace = trace_max_pool2d([[[7, 7], [1, 2]]], (1, 2))
    assert (trace.winner(0), trace.tied(0)) == ((0, 0), True)
    assert (trace.winner(1), trace.tied(1)) == ((1, 1), False)


def test_global_average_has_one_step_a_channel() -> None:
    trace = trace_global_avg_pool2d(np.ones((3, 4, 5)))
    assert trace.steps == 3
    assert trace.divisor(2) == 20
    assert trace.total(2) == 20
    assert list(trace.channels(2)) == [2]


def test_a_step_outside_the_run() -> None:
    with pytest.raises(EngineError, match="step must lie between 0 and 0"):
        trace_max_pool2d(np.ones((1, 2, 2)), 2).step(1)
