"""Each step of what flows back: its sums are the backward functions', which autograd proves."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given

from tests.engine.cases import MANY, Case, arrays, convolutions, transposed
from visualizer import engine
from visualizer.engine import WindowTrace
from visualizer.engine.backward.traces import pair_of
from visualizer.engine.padding import padded_axis

Array = np.ndarray


def close(ours: Array, theirs: Array) -> None:
    assert ours.shape == theirs.shape
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9 * max(1, abs(theirs).max()))


def check_steps(trace: WindowTrace) -> None:
    """Window times weight, added up, is the result, at the first, a middle and the last step."""
    for step in {0, trace.steps // 2, trace.steps - 1}:
        now = trace.step(step)
        assert np.isclose((now.window * now.weights).sum(), now.result)
        assert now.rows[-1] < trace.grid.shape[1]
        assert now.cols[-1] < trace.grid.shape[2]
    close(trace.partial_sums.sum(axis=1), trace.output)


def by_kernel(trace: WindowTrace, weight: Array, groups: int) -> Array:
    """Put the maps of a weight's trace where the kernels are."""
    found = np.full(weight.shape, np.nan)
    for place, cells in enumerate(trace.output):
        kernel, channel = pair_of(trace, place, groups)
        found[kernel, channel % weight.shape[1]] = cells
    return found


def rest_of(case: Case) -> Case:
    return {name: value for name, value in case.items() if name not in ("input", "weight", "bias")}


@MANY
@given(case=convolutions())
def test_a_convolution_flows_back_step_by_step(case: Case) -> None:
    pixels, kernels, rest = case["input"], case["weight"], rest_of(case)
    try:
        shape = engine.conv2d(pixels, kernels, **rest).shape
    except engine.EngineError:
        assume(False)
    given_ = arrays(*shape, seed=7)
    whole = engine.conv2d_backward(given_, pixels, kernels, **rest)
    to_weight = engine.trace_conv2d_backward_weight(given_, pixels, kernels, **rest)
    check_steps(to_weight)
    close(by_kernel(to_weight, kernels, rest["groups"]), whole.weight)
    to_input = engine.trace_conv2d_backward_input(given_, pixels, kernels, **rest)
    check_steps(to_input)
    if rest["padding_mode"] == "zeros":
        close(to_input.output, whole.input)
        return
    # The rest came to padding, which repeats input cells: what it got is added there.
    pads = engine.trace_conv2d(pixels, kernels, **rest).pads
    rows, cols = (
        padded_axis(size, around, rest["padding_mode"])
        for size, around in zip(pixels.shape[1:], pads, strict=True)
    )
    grid = pixels[:, rows.source[:, None], cols.source]
    apart = {**rest, "padding": 0, "padding_mode": "zeros"}
    at_grid = engine.conv2d_backward(given_, grid, kernels, **apart).input
    close(to_input.output, at_grid[:, rows.kind == 0][:, :, cols.kind == 0])


@MANY
@given(case=transposed())
def test_a_transposed_convolution_flows_back_step_by_step(case: Case) -> None:
    pixels, kernels, rest = case["input"], case["weight"], rest_of(case)
    try:
        shape = engine.conv_transpose2d(pixels, kernels, **rest).shape
    except engine.EngineError:
        assume(False)
    given_ = arrays(*shape, seed=7)
    whole = engine.conv_transpose2d_backward(given_, pixels, kernels, **rest)
    to_input = engine.trace_conv_transpose2d_backward_input(given_, pixels, kernels, **rest)
    check_steps(to_input)
    close(to_input.output, whole.input)
    to_weight = engine.trace_conv_transpose2d_backward_weight(given_, pixels, kernels, **rest)
    check_steps(to_weight)
    close(by_kernel(to_weight, kernels, rest["groups"]), whole.weight)
