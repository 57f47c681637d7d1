"""Receptive fields in a network, against trying which input cells reach a value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.stacks import layers_for
from visualizer.engine import EngineError
from visualizer.engine.network.fields import growth, map_size, trace_back
from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    GlobalAvgPool,
    Layer,
    Linear,
    MaxPool,
    kind,
)
from visualizer.engine.network.region import Region
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Walk, walk


def shapes_of(walked: Walk) -> list[Shape]:
    return [walked.input_shape, *(step.output for step in walked.steps)]


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
    assert (grown[-1].row, grown[-1].col) == (row, col)
    for small, large in pairwise(part.field for part in grown):
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


def test_a_field_lies_inside_the_next_unless_a_layer_steps_over_cells() -> None:
    for kernel, stride in [(1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (5, 3), (1, 3), (2, 3)]:
        layers = [Conv(1, 1), Conv(1, kernel, stride=stride), Conv(1, 2)]
        walked = walk((1, 20, 20), layers)
        fields = [part.field for part in growth(layers, shapes_of(walked), 2, 1, 1)]
        inside = all(
            after.top <= before.top and before.bottom <= after.bottom
            for before, after in pairwise(fields)
        )
        assert inside == (stride <= kernel), (kernel, stride)
