"""Receptive fields in a network, against trying which input cells reach a value."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.network.torch_graph import reached
from tests.engine.stacks import layers_for
from visualizer.engine import EngineError
from visualizer.engine.network.fields import growth, largest_path, map_size, trace_back
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Flatten,
    From,
    Layer,
    Linear,
    MaxPool,
    ZeroPad,
    both,
    kind,
)
from visualizer.engine.network.region import Region
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import Walk, walk


def shapes_of(walked: Walk) -> list[Shape]:
    return [walked.input_shape, *(step.output for step in walked.steps)]


PADS = (ZeroPad, ConvTranspose)  # their values may read no cell of the map before


def pads(layer: Layer) -> bool:
    """Tell whether a layer's windows may lie in padding."""
    return bool(getattr(layer, "padding", 0)) or isinstance(layer, PADS)


@given(data=st.data())
def test_fields_are_those_of_torchs_gradient(data: st.DataObject) -> None:
    shape = (1, data.draw(st.integers(4, 10)), data.draw(st.integers(4, 10)))
    layers = data.draw(layers_for(shape, most=6))
    walked = walk(shape, layers)
    assume(walked.steps)
    index = data.draw(st.integers(0, len(walked.steps) - 1))
    shapes = shapes_of(walked)
    rows, cols = map_size(layers, shapes, index)
    row, col = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, cols - 1))
    region = trace_back(layers, shapes, index, row, col)[0]
    seen = np.argwhere(reached(shape, layers, index, row, col, (rows, cols)).numpy())
    if len(seen):
        assert region is not None
        clipped = region.clipped(*shape[1:])
        (top, left), (bottom, right) = seen.min(axis=0), seen.max(axis=0)
        # Cells that all lie in padding on the way add nothing: the region is the smallest
        # rectangle but for those, and but for what lies between branches.
        assert clipped.top <= top <= bottom <= clipped.bottom
        assert clipped.left <= left <= right <= clipped.right
        if not any(pads(layer) for layer in layers):
            assert clipped == Region(top, left, bottom, right)
    field = walked.steps[index].field
    assert field is not None
    assert isinstance(field.size, tuple)
    assert isinstance(field.jump, tuple)
    assert isinstance(field.start, tuple)
    if walked.steps[index].exact:
        assert region is not None
        assert (region.height, region.width) == field.size
        assert region.top + field.size[0] / 2 == field.start[0] + row * field.jump[0]
        assert region.left + field.size[1] / 2 == field.start[1] + col * field.jump[1]
    elif region is not None:
        assert region.height <= field.size[0]
        assert region.width <= field.size[1]


@given(data=st.data())
def test_the_largest_field_is_one_that_a_value_has(data: st.DataObject) -> None:
    shape = (1, data.draw(st.integers(4, 9)), data.draw(st.integers(4, 9)))
    layers = data.draw(layers_for(shape, most=6))
    walked = walk(shape, layers)
    uneven = [step for step in walked.steps if not step.exact]
    assume(uneven)
    step = data.draw(st.sampled_from(uneven))
    rows, cols = map_size(layers, shapes_of(walked), step.index)
    found = [
        trace_back(layers, shapes_of(walked), step.index, row, col)[0]
        for row in range(rows)
        for col in range(cols)
    ]
    assert step.field is not None
    heights = [region.height for region in found if region is not None]
    widths = [region.width for region in found if region is not None]
    if heights:
        assert step.field.size == (max(heights), max(widths))


@pytest.mark.parametrize(
    ("layers", "size"),
    [
        # Two kernels of 3, and a way past them.
        ((Conv(1, 3, padding=1), Conv(1, 3, padding=1), Add(-1)), (5, 5)),
        # A 3×1 and a 1×3 kernel side by side: the rectangle around both.
        ((Conv(1, (3, 1), padding=(1, 0)), From(-1), Conv(1, (1, 3), padding=(0, 1)), Add(0)),
         (3, 3)),
        ((Conv(1, 5, padding=2), From(-1), MaxPool(3, 1, 1), Concat((0,))), (5, 5)),
        # Each value of a transposed convolution of 2 by 2 reads one cell.
        ((ConvTranspose(1, 2, 2),), (1, 1)),
        ((ConvTranspose(1, 3, 2), Conv(1, 3)), (3, 3)),
        ((ConvTranspose(1, 3), Conv(1, 3)), (5, 5)),
        ((ZeroPad(1, 1, 1, 1), Conv(1, 3)), (3, 3)),
        # Rows that were maps of one size, and of different sizes: then all that either saw.
        ((MaxPool(3), Flatten(), From(-1), Conv(1, 7), Flatten(), Concat((1,))), (7, 7)),
        ((MaxPool(3), Flatten(), From(-1), Flatten(), Linear(4), From(0), Conv(1, 2), Flatten(),
          Concat((4,))), (9, 9)),
        ((Flatten(), From(-1), Conv(1, 9), Flatten(), Concat((0,))), (9, 9)),
    ],
)  # fmt: skip
def test_the_fields_of_branches_and_growing_layers(
    layers: tuple[Layer, ...], size: tuple[int, int]
) -> None:
    step = walk((1, 9, 9), layers).steps[-1]
    assert step.field is not None
    assert step.field.size == size


def test_the_largest_path_goes_where_most_is_seen() -> None:
    layers = (Conv(1, 3, padding=1), From(-1), Conv(1, 7, padding=3), Add(0))
    assert largest_path(layers, shapes_of(walk((1, 9, 9), layers))) == [1, 2, 3]
    skip = (Conv(1, 3, padding=1), Conv(1, 3, padding=1), Add(0))
    assert largest_path(skip, shapes_of(walk((1, 9, 9), skip))) == [0, 1, 2]
    # Branches of one size: the longer one.
    even = (Activation(), Activation(), Add(-1))
    assert largest_path(even, shapes_of(walk((1, 9, 9), even))) == [0, 1, 2]


def skips(layer: Layer) -> bool:
    """Tell whether a layer's windows leave rows between them."""
    if not isinstance(layer, Conv | MaxPool | AvgPool):
        return False
    stride = both(layer.stride if isinstance(layer, Conv) else layer.step)
    return any(step > kernel for step, kernel in zip(stride, both(layer.kernel_size), strict=True))


@given(data=st.data())
def test_a_field_only_grows(data: st.DataObject) -> None:
    shape = (1, data.draw(st.integers(4, 12)), data.draw(st.integers(4, 12)))
    layers = data.draw(layers_for(shape, most=6, padding=0))
    # A stride beyond the window leaves rows that nobody reads, the middle one perhaps among them.
    assume(not any(skips(layer) or isinstance(layer, PADS) for layer in layers))
    walked = walk(shape, layers)
    assume(walked.steps)
    assume(all(step.sources == (step.index - 1,) for step in walked.steps))
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
