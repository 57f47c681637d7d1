"""The shape walk: published totals, formulas, fields against brute force, suggestions that work."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, Stack, any_layer, input_shapes, layers_for
from visualizer.engine import EngineError
from visualizer.engine.network.counts import SizeFormula
from visualizer.engine.network.fields import Region, growth, map_size, trace_back
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    kind,
)
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Walk, names, walk


def shapes_of(walked: Walk) -> list[Shape]:
    return [walked.input_shape, *(step.output for step in walked.steps)]


def test_one_convolution_has_every_number() -> None:
    step = walk((3, 227, 227), [Conv(96, 11, stride=4)]).steps[0]
    assert step.output == (96, 55, 55)
    assert (step.weights, step.biases, step.parameters) == (34_848, 96, 34_944)
    assert step.multiply_adds == 105_415_200
    assert (step.values, step.bytes) == (290_400, 1_161_600)
    assert step.formulas.rows is not None
    assert step.formulas.rows.text() == "⌊(227 + 2·0 − 11) / 4⌋ + 1 = 55"
    assert step.formulas.parameters_text == "96·3·11·11 + 96 = 34\u2009944"
    assert step.formulas.multiply_adds.text() == "96·3·11·11·55·55 = 105\u2009415\u2009200"
    assert step.field is not None
    assert (step.field.size, step.field.jump, step.field.start) == ((11, 11), (4, 4), (5.5, 5.5))


def test_formulas_say_what_does_not_fit() -> None:
    paper = SizeFormula(224, 11, 4, 0, 1, False, 54)
    assert (paper.quotient, paper.fits, paper.left_over) == (53.25, False, 1)
    assert SizeFormula(227, 11, 4, 0, 1, False, 55).fits
    assert "2·(3 − 1) − 1" in SizeFormula(9, 3, 1, 0, 2, False, 5).text()
    up = walk((1, 6, 6), [MaxPool(3, 2, ceil_mode=True)]).steps[0].formulas.rows
    assert up is not None
    assert (up.text(), up.left_over) == ("⌈(6 + 2·0 − 3) / 2⌉ + 1 = 3", -1)
    dropped = walk((1, 2, 2), [MaxPool(2, 3, padding=1, ceil_mode=True)]).steps[0].formulas.rows
    assert dropped is not None
    assert dropped.text() == "⌈(2 + 2·1 − 2) / 3⌉ + 1 = 2 → 1"


@given(data=st.data())
def test_the_size_formula_comes_out_as_written(data: st.DataObject) -> None:
    """What the text says, read as arithmetic, is what the layer gives."""
    size = data.draw(st.integers(1, 40))
    layer = data.draw(
        st.one_of(
            st.builds(
                Conv,
                st.just(1),
                st.integers(1, 7),
                st.integers(1, 4),
                st.integers(0, 4),
                st.integers(1, 3),
            ),
            st.builds(
                MaxPool, st.integers(1, 7), st.integers(1, 4), st.integers(0, 3), st.booleans()
            ),
        )
    )
    walked = walk((1, size, size), [layer])
    assume(walked.failure is None)
    formula = walked.steps[0].formulas.rows
    assert formula is not None
    assert formula.result == walked.output_shape[1]
    left, _, right = formula.text().partition("=")
    for mark, name in (("⌊", "floor("), ("⌈", "ceil("), ("⌋", ")"), ("⌉", ")")):
        left = left.replace(mark, name)
    left = left.replace("·", "*").replace("−", "-")
    first, _, last = right.partition("→")
    assert eval(left, {"floor": math.floor, "ceil": math.ceil}) == int(first)
    assert int(last or first) == formula.result


def test_names_are_those_of_the_lecture() -> None:
    layers: list[Layer] = [
        Conv(6, 5),
        Activation("tanh"),
        LocalResponseNorm(),
        MaxPool(2),
        AvgPool(2),
    ]
    layers += [Conv(6, 1), GlobalAvgPool(), Flatten(), Dropout(), Linear(10)]
    assert names(layers) == [
        *("conv1", "tanh1", "norm1", "pool1", "pool1b", "conv2", "pool2"),
        *("flat2", "drop2", "fc3"),
    ]
    many = names([MaxPool(1)] * 40)
    assert len(set(many)) == 40


@given(stack=STACKS)
def test_totals_are_sums_and_the_walk_stops_where_it_must(stack: Stack) -> None:
    shape, layers = stack
    walked = walk(shape, layers)
    assert walked.parameters == sum(step.weights + step.biases for step in walked.steps)
    assert walked.bytes == 4 * walked.values
    assert len(walked.steps) == (len(layers) if walked.failure is None else walked.failure.index)
    before = walked.input_shape
    for step in walked.steps:
        assert step.input == before
        before = step.output
    assert walked.output_shape == before


@given(shape=input_shapes(), layer=any_layer())
def test_a_suggestion_always_works(shape: Shape, layer: Layer) -> None:
    """On maps and on flat rows: what is put in place of the failed layer lets the walk go on."""
    for first in ((), (Flatten(),)):
        failure = walk(shape, (*first, layer)).failure
        if failure is None:
            continue
        assert isinstance(failure.error, EngineError)
        assert failure.layer == layer
        assert failure.suggestion != (layer,)
        repaired = walk(shape, (*first, *failure.suggestion))
        assert repaired.failure is None
        assert len(failure.suggestion) <= 2


@pytest.mark.parametrize(
    ("shape", "layer", "code", "suggestion"),
    [
        ((3, 5, 5), Conv(8, 7), "kernel_too_large", (Conv(8, 5),)),
        ((3, 5, 5), Conv(8, 3, dilation=4), "dilated_kernel_too_large", (Conv(8, 3, dilation=2),)),
        ((3, 9, 9), Conv(8, 3, groups=2), "groups_channels", (Conv(8, 3, groups=1),)),
        ((4, 9, 9), Conv(9, 3, groups=4), "groups_filters", (Conv(9, 3, groups=1),)),
        ((4, 9, 9), Conv(6, 3, groups=4), "groups_filters", (Conv(6, 3, groups=2),)),
        ((3, 1, 1), MaxPool(2), "kernel_too_large", (MaxPool(1),)),
        ((3, 9, 9), MaxPool(2, padding=2), "pool_padding_too_wide", (MaxPool(2, padding=1),)),
        ((3, 9, 9), Linear(10), "needs_flat", (Flatten(), Linear(10))),
        ((12,), Conv(8, 3), "needs_map", (Linear(8),)),
        ((12,), MaxPool(2), "needs_map", ()),
        ((3, 9, 9), Dropout(1.5), "not_between", (Dropout(),)),
        ((3, 9, 9), Activation("cubic"), "not_a_choice", (Activation(),)),
    ],
)
def test_failures_say_why_and_what_instead(
    shape: Shape, layer: Layer, code: str, suggestion: tuple[Layer, ...]
) -> None:
    failure = walk(shape, [layer]).failure
    assert failure is not None
    assert failure.error.code == code
    assert failure.suggestion == suggestion
    assert str(failure.error)


def wrong(value: object) -> Any:
    """Return a setting of the wrong type, past the type checker."""
    return value


@pytest.mark.parametrize("shape", [(), (3, 0, 5), (3, 5), "big", (3, 5, 2.0), None, (1, 2, 3, 4)])
def test_an_impossible_input_is_an_error(shape: Any) -> None:
    with pytest.raises(EngineError):
        walk(shape, [])


@pytest.mark.parametrize(
    "layer", ["conv", None, Conv(wrong("a"), 3), Conv(3, wrong(None)), MaxPool(wrong((1, 2, 3)))]
)
def test_what_is_no_layer_is_a_failure_and_no_other_error(layer: Any) -> None:
    assert walk((3, 9, 9), [layer]).failure is not None


def brute_field(
    shape: Shape, layers: Sequence[Layer], index: int, row: int, col: int
) -> np.ndarray:
    """Which input cells reach a value: push each cell alone through the layers."""
    reads = walk(shape, layers)
    height, width = shape[1:]
    reached = np.eye(height * width, dtype=bool).reshape(height, width, height, width)
    for step in reads.steps[: index + 1]:
        layer, size = step.layer, reached.shape[:2]
        rows: Sequence[Sequence[int]]
        cols: Sequence[Sequence[int]]
        if isinstance(layer, Conv | MaxPool | AvgPool):
            stride = layer.stride if isinstance(layer, Conv) else layer.step
            spread = layer.dilation if isinstance(layer, Conv) else 1
            rows, cols = (
                [
                    [
                        cell
                        for k in range(layer.kernel_size)
                        if 0 <= (cell := out * stride - layer.padding + k * spread) < size[axis]
                    ]
                    for out in range(step.output[axis + 1])
                ]
                for axis in (0, 1)
            )
        elif isinstance(layer, GlobalAvgPool | AdaptiveAvgPool):
            rows, cols = (
                [
                    range(out * size[axis] // count, -(-(out + 1) * size[axis] // count))
                    for out in range(count)
                ]
                for axis, count in enumerate(step.output[1:])
            )
        elif isinstance(layer, Linear):
            rows, cols = [range(size[0])], [range(size[1])]
        else:
            continue
        reached = np.array(
            [
                [
                    np.any(reached[np.ix_(list(r), list(c))], axis=(0, 1))
                    if len(r) and len(c)
                    else np.zeros((height, width), dtype=bool)
                    for c in cols
                ]
                for r in rows
            ]
        )
    cells: np.ndarray = reached[row, col]
    return cells


@given(data=st.data())
def test_fields_are_those_found_by_trying(data: st.DataObject) -> None:
    shape = (1, data.draw(st.integers(4, 10)), data.draw(st.integers(4, 10)))
    layers = data.draw(layers_for(shape, most=5))
    walked = walk(shape, layers)
    assume(walked.steps)
    index = data.draw(st.integers(0, len(walked.steps) - 1))
    rows, cols = map_size(layers, shapes_of(walked), index)
    row, col = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, cols - 1))
    region = trace_back(layers, shapes_of(walked), index, row, col)[0]
    seen = np.argwhere(brute_field(shape, layers, index, row, col))
    clipped = region.clipped(*shape[1:])
    if len(seen):
        (top, left), (bottom, right) = seen.min(axis=0), seen.max(axis=0)
        # Cells that all lie in padding on the way add nothing: the region is the smallest
        # rectangle but for those.
        assert clipped.top <= top <= bottom <= clipped.bottom
        assert clipped.left <= left <= right <= clipped.right
        if all(getattr(layer, "padding", 0) == 0 for layer in layers):
            assert clipped == Region(top, left, bottom, right)
    field = walked.steps[index].field
    assert field is not None
    assert isinstance(field.size, tuple)
    assert isinstance(field.jump, tuple)
    assert isinstance(field.start, tuple)
    if walked.steps[index].exact:
        assert (region.height, region.width) == field.size
        assert region.top + field.size[0] / 2 == field.start[0] + row * field.jump[0]
        assert region.left + field.size[1] / 2 == field.start[1] + col * field.jump[1]
    else:
        assert region.height <= field.size[0]
        assert region.width <= field.size[1]


def skips(layer: Any) -> bool:
    """Tell whether a layer's windows leave rows between them."""
    stride = layer.step if isinstance(layer, MaxPool | AvgPool) else getattr(layer, "stride", 1)
    return isinstance(layer, Conv | MaxPool | AvgPool) and stride > layer.kernel_size


@given(data=st.data())
def test_a_field_only_grows(data: st.DataObject) -> None:
    shape = (1, data.draw(st.integers(4, 12)), data.draw(st.integers(4, 12)))
    layers = data.draw(layers_for(shape, most=6, padding=0))
    # A stride beyond the window leaves rows that nobody reads, the middle one perhaps among them.
    assume(not any(skips(layer) for layer in layers))
    walked = walk(shape, layers)
    assume(walked.steps)
    index = len(walked.steps) - 1
    rows, cols = map_size(layers, shapes_of(walked), index)
    row, col = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, cols - 1))
    grown = growth(layers, shapes_of(walked), index, row, col)
    assert len(grown) == index + 1
    assert grown[-1][:2] == (row, col)
    for (_, _, small), (_, _, large) in pairwise(grown):
        assert large.top <= small.top <= small.bottom <= large.bottom
        assert large.left <= small.left <= small.right <= large.right


def test_units_that_do_not_exist_are_errors() -> None:
    layers = [Conv(1, 3)]
    shapes = shapes_of(walk((1, 5, 5), layers))
    for place in ((1, 0, 0), (0, 3, 0), (0, 0, -1)):
        with pytest.raises(EngineError):
            trace_back(layers, shapes, *place)
    with pytest.raises(EngineError, match="flat"):
        trace_back([Linear(2)], [(5,), (2,)], 0, 0, 0)


def test_overflowing_strides_and_endless_padding_are_survived() -> None:
    deep = [Conv(1, 1, stride=8)] * 40
    walked = walk((1, 1, 1), deep)
    assert walked.failure is None
    assert walked.steps[-1].field is not None
    padded: list[Layer] = [
        Conv(1, 1, padding=15),
        MaxPool(2),
        AdaptiveAvgPool(7),
        Conv(1, 3, padding=2),
    ]
    walked = walk((1, 4, 4), padded)
    for index in range(len(walked.steps)):
        growth(padded, shapes_of(walked), index, 0, 0)
    assert {kind(layer) for layer in padded} == {"conv", "max_pool", "adaptive_avg_pool"}
