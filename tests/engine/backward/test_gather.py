"""What is gathered at each input cell of a pooling is the gradient that autograd gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given

from tests.engine.cases import MANY, Case, arrays, pairs, poolings
from visualizer import engine
from visualizer.engine import GatherTrace, PoolTrace
from visualizer.engine.backward.gather import trace_pool_backward


def check(forward: PoolTrace) -> GatherTrace:
    trace = trace_pool_backward(arrays(*forward.output.shape, seed=7), forward)
    for step in range(trace.steps):
        total = sum(trace.terms(step)) / trace.divisor
        assert np.isclose(total, trace.result(step), rtol=1e-9, atol=1e-9)
        assert not trace.flows(step)[~_real(trace, step)].any()
    return trace


def _real(trace: GatherTrace, step: int) -> np.ndarray:
    return np.asarray(trace.cell_kind[np.ix_(trace.rows(step), trace.cols(step))] == engine.REAL)


@MANY
@given(case=poolings())
def test_a_maximum_sends_all_to_its_winner(case: Case) -> None:
    try:
        forward = engine.trace_max_pool2d(**case)
    except engine.EngineError:
        assume(False)
    check(forward)


@MANY
@given(case=poolings(), apart=pairs(1, 3))
def test_so_does_one_whose_windows_have_gaps(case: Case, apart: tuple[int, int]) -> None:
    try:
        forward = engine.trace_max_pool2d(**case, dilation=apart)
    except engine.EngineError:
        assume(False)
    # A window that touches no input cell has no winner of its own.
    assume(all(forward.valid(step).any() for step in range(forward.steps)))
    check(forward)


@MANY
@given(case=poolings())
def test_an_average_spreads(case: Case) -> None:
    try:
        forward = engine.trace_avg_pool2d(**case)
    except engine.EngineError:
        assume(False)
    check(forward)


@pytest.mark.parametrize("shape", [(1, 3, 4), (2, 5, 5)])
def test_a_global_average_gives_every_cell_the_same(shape: tuple[int, int, int]) -> None:
    trace = check(engine.trace_global_avg_pool2d(arrays(*shape, seed=1)))
    assert trace.divisor == shape[1] * shape[2]
    assert all(np.ptp(channel) < 1e-12 for channel in trace.output)
