"""Every answer of a convolution's trace against a run written out in loops."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.cases import Case, convolutions, transposed
from visualizer.engine import (
    INSERTED,
    PADDED,
    REAL,
    EngineError,
    WindowTrace,
    conv2d,
    conv_transpose2d,
    relu,
    softmax,
    trace_conv2d,
    trace_conv_transpose2d,
)


@st.composite
def traces(draw: st.DrawFn) -> WindowTrace:
    """A trace of either kind of convolution, where it is possible."""
    try:
        if draw(st.booleans()):
            return trace_conv2d(**draw(convolutions()), activation=relu)
        return trace_conv_transpose2d(**draw(transposed()), activation=relu)
    except EngineError:
        assume(False)
        raise


def some_steps(trace: WindowTrace) -> list[int]:
    return sorted({0, trace.steps // 3, trace.steps // 2, trace.steps - 1})


@given(trace=traces())
def test_products_and_bias_make_the_result(trace: WindowTrace) -> None:
    for number in range(trace.steps):
        step = trace.step(number)
        np.testing.assert_array_equal(step.products, step.window * step.weights)
        np.testing.assert_allclose(step.channel_sums, step.products.sum(axis=(1, 2)), rtol=1e-9)
        total = step.channel_sums.sum() + step.bias
        np.testing.assert_allclose(total, step.result, rtol=1e-9, atol=1e-12)
        assert step.activated_result == max(step.result, 0)
        place = step.filter, step.row, step.col
        assert trace.output[place] == step.result == trace.result(number)
        np.testing.assert_allclose(
            trace.partial_sums[step.filter, :, step.row, step.col],
            step.channel_sums,
            rtol=1e-9,
            atol=1e-12,
        )


@given(trace=traces())
def test_the_window_shows_the_named_cells_of_the_grid(trace: WindowTrace) -> None:
    for number in some_steps(trace):
        channels, rows, cols = trace.channels(trace.cell(number)[0]), *trace.cell(number)[1:]
        assert trace.rows(number)[0] == rows * trace.stride[0]
        assert trace.cols(number)[0] == cols * trace.stride[1]
        seen = trace.grid[np.ix_(np.array(channels), trace.rows(number), trace.cols(number))]
        np.testing.assert_array_equal(trace.window(number), seen)
        assert np.shares_memory(trace.window(number), trace.grid)


@given(trace=traces())
def test_steps_run_through_filters_rows_and_columns(trace: WindowTrace) -> None:
    cells = [trace.cell(step) for step in range(trace.steps)]
    assert cells == list(np.ndindex(*trace.output.shape))
    assert [trace.index(*cell) for cell in cells] == list(range(trace.steps))


@given(trace=traces())
def test_the_reverse_questions_turn_the_windows_round(trace: WindowTrace) -> None:
    readers: dict[tuple[int, ...], list[int]] = {cell: [] for cell in np.ndindex(*trace.grid.shape)}
    meetings: dict[tuple[int, ...], set[tuple[int, int]]] = {
        place: set() for place in np.ndindex(*trace.kernel_size)
    }
    for step in range(trace.steps):
        rows, cols = trace.rows(step).tolist(), trace.cols(step).tolist()
        for y, row in enumerate(rows):
            for x, col in enumerate(cols):
                meetings[y, x].add((row, col))
                for channel in trace.channels(trace.cell(step)[0]):
                    readers[channel, row, col].append(step)
    for cell, steps in readers.items():
        assert trace.steps_reading(*cell).tolist() == steps
    for place, cells in meetings.items():
        met_rows, met_cols = trace.cells_meeting(*place)
        assert {(r, c) for r in met_rows.tolist() for c in met_cols.tolist()} == cells
    read = np.zeros(trace.grid.shape[1:], dtype=bool)
    for (_, row, col), steps in readers.items():
        read[row, col] |= bool(steps)
    assert trace.unused_rows().tolist() == np.flatnonzero(~read.any(axis=1)).tolist()
    assert trace.unused_cols().tolist() == np.flatnonzero(~read.any(axis=0)).tolist()


@given(trace=traces())
def test_the_grid_says_where_each_cell_comes_from(trace: WindowTrace) -> None:
    (top, bottom), (left, right) = trace.pads
    height, width = trace.grid.shape[1:]
    for row, col in np.ndindex(height, width):
        kind, source = trace.cell_kind[row, col], (trace.source_rows[row], trace.source_cols[col])
        if min(source) < 0:
            assert kind in (PADDED, INSERTED)
            assert not trace.grid[:, row, col].any()
        else:
            np.testing.assert_array_equal(trace.grid[:, row, col], trace.input[:, *source])
        inside = top <= row < height - bottom and left <= col < width - right
        assert inside == (kind != PADDED)
    if not trace.transposed:
        real = trace.cell_kind == REAL
        assert real.sum() == trace.input[0].size
        assert not (trace.cell_kind == INSERTED).any()


@given(case=transposed())
def test_a_transposed_trace_slides_to_the_same_numbers(case: Case) -> None:
    try:
        scattered = conv_transpose2d(**case)
    except EngineError:
        with pytest.raises(EngineError):
            trace_conv_transpose2d(**case)
        return
    trace = trace_conv_transpose2d(**case)
    np.testing.assert_allclose(trace.output, scattered, rtol=1e-9, atol=1e-12)
    direct = conv2d(trace.grid, trace.weight, trace.bias, 1, 0, trace.dilation, trace.groups)
    np.testing.assert_allclose(trace.output, direct, rtol=1e-9, atol=1e-12)


def test_rows_that_the_stride_leaves_unused() -> None:
    trace = trace_conv2d(np.ones((1, 6, 5)), np.ones((1, 1, 3, 3)), stride=2)
    assert trace.unused_rows().tolist() == [5]
    assert trace.unused_cols().tolist() == []


def test_rows_that_the_stride_steps_over() -> None:
    trace = trace_conv2d(np.ones((1, 5, 1)), np.ones((1, 1, 1, 1)), stride=2)
    assert trace.unused_rows().tolist() == [1, 3]


def test_zeros_are_inserted_between_the_cells() -> None:
    trace = trace_conv_transpose2d(np.ones((1, 2, 2)), np.ones((1, 1, 1, 1)), stride=2)
    outer = [REAL, INSERTED, REAL]
    assert trace.cell_kind.tolist() == [outer, [INSERTED] * 3, outer]
    assert trace.source_rows.tolist() == [0, -1, 1]


def test_what_a_layer_costs() -> None:
    weight, bias = np.ones((4, 3, 3, 3)), np.ones(4)
    trace = trace_conv2d(np.ones((3, 8, 8)), weight, bias)
    assert trace.steps == 4 * 6 * 6
    assert trace.multiply_adds == 4 * 6 * 6 * 3 * 3 * 3
    assert trace.parameters == 4 * 27 + 4
    assert trace_conv2d(np.ones((3, 8, 8)), weight).parameters == 4 * 27
    turned = trace_conv_transpose2d(np.ones((4, 8, 8)), weight, stride=2)
    assert turned.multiply_adds == 4 * 8 * 8 * 3 * 3 * 3


def test_a_trace_keeps_its_numbers_when_the_caller_changes_theirs() -> None:
    image, weight = np.ones((1, 3, 3)), np.ones((1, 1, 3, 3))
    trace = trace_conv2d(image, weight)
    image[:], weight[:] = 5, 5
    assert trace.products(0).sum() == trace.result(0) == 9
    for array in (trace.input, trace.grid, trace.output, trace.weight, trace.partial_sums):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_the_activation_comes_after() -> None:
    trace = trace_conv2d([[[1, -1]]], [[[[2]]]], bias=[1], activation=relu)
    assert trace.output.tolist() == [[[3.0, -1.0]]]
    assert trace.activated.tolist() == [[[3.0, 0.0]]]
    assert trace_conv2d([[[1]]], [[[[2]]]]).activated_result(0) == 2
    shares = trace_conv2d([[[1, 1]]], [[[[2]]]], activation=softmax)
    assert shares.activated.tolist() == [[[0.5, 0.5]]]


@pytest.mark.parametrize(
    ("activation", "code"),
    [("relu", "not_callable"), (float, "not_callable"), (np.sum, "activation_shape")],
)
def test_what_is_no_activation(activation: Any, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        trace_conv2d(np.ones((1, 2, 2)), np.ones((1, 1, 1, 1)), activation=activation)
    assert caught.value.code == code


@pytest.mark.parametrize("step", [-1, 4, 10**30, 1.0, "0", True, None])
def test_a_step_outside_the_run(step: Any) -> None:
    trace = trace_conv2d(np.ones((1, 2, 2)), np.ones((1, 1, 1, 1)))
    for question in (trace.cell, trace.rows, trace.window, trace.result, trace.step):
        with pytest.raises(EngineError):
            question(step)


def test_a_cell_outside_the_grid() -> None:
    trace = trace_conv2d(np.ones((1, 2, 2)), np.ones((1, 1, 1, 1)))
    for cell in ((1, 0, 0), (0, 2, 0), (0, 0, -1)):
        with pytest.raises(EngineError, match="must lie between 0 and"):
            trace.steps_reading(*cell)
    with pytest.raises(EngineError):
        trace.cells_meeting(1, 0)
    with pytest.raises(EngineError):
        trace.channels(1)
