"""The shape walk: published totals, formulas, suggestions that work."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.stacks import STACKS, Stack, any_layer, branches, input_shapes, layers_for
from visualizer.engine import EngineError
from visualizer.engine.network.counts import SizeFormula
from visualizer.engine.network.layers import (
    Activation,
    Add,
    AvgPool,
    Concat,
    Conv,
    ConvTranspose,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Layer,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
)
from visualizer.engine.network.shapes import Shape
from visualizer.engine.network.walk import names, walk


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
    shapes = [walked.input_shape]
    for step in walked.steps:
        assert step.input == shapes[step.sources[-1] + 1]
        shapes.append(step.output)
    assert walked.output_shape == shapes[-1]


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


@given(shape=input_shapes(), data=st.data())
def test_a_suggestion_for_a_branch_always_works(shape: Shape, data: st.DataObject) -> None:
    layers = data.draw(layers_for(shape, most=5))
    branch = data.draw(branches(len(layers)))
    failure = walk(shape, (*layers, branch)).failure
    assume(failure is not None)
    assert failure is not None
    assert failure.layer == branch
    assert failure.error.code in ("add_shapes", "concat_shapes")
    assert walk(shape, (*layers, *failure.suggestion)).failure is None
    assert len(failure.suggestion) <= 3


@pytest.mark.parametrize(
    ("layers", "code", "suggestion"),
    [
        # A block that halves its map: a 1×1 convolution on the way that skips it, as in ResNet.
        (
            (Conv(8, 3, 2, padding=1), Add(-1)),
            "add_shapes",
            (From(-1), Conv(8, 1, 2), Add(0)),
        ),
        # The way that skips is the smaller one, so the other is made to fit.
        (
            (Conv(4, 3, 2, padding=1), From(-1), Conv(8, 1), Add(0)),
            "add_shapes",
            (Conv(4, 1, 2), Add(0)),
        ),
        ((MaxPool(2), Conv(3, 1), Flatten(), Add(1)), "add_shapes", ()),
        ((Flatten(), Linear(5), From(-1), Add(1)), "add_shapes",
         (Flatten(), Linear(5), Add(1))),
        # As U-Net does where the maps have odd sides.
        (
            (MaxPool(2), ConvTranspose(3, 2, 2), Concat((-1,))),
            "concat_shapes",
            (ZeroPad(0, 1, 0, 1), Concat((-1,))),
        ),
        ((Add(3),), "source_ahead", ()),
        ((Conv(3, 1), Concat((1, 5)),), "source_ahead", ()),
        ((ConvTranspose(3, 2, 2, output_padding=2),), "output_padding_too_large",
         (ConvTranspose(3, 2, 2, output_padding=1),)),
        ((ConvTranspose(3, 2, padding=9),), "empty_output", (ConvTranspose(3, 2),)),
        ((ConvTranspose(3, 2, 2000),), "map_too_large", (ConvTranspose(3, 2),)),
        ((ZeroPad(-5, -4, 0, 0),), "nothing_left", ()),
        # torch cuts first: zeros at the other side do not help.
        ((ZeroPad(-10, 4, 0, 0),), "nothing_left", ()),
        (tuple(Concat((at - 1,) * 7) for at in range(20)), "above_maximum", ()),
        ((ZeroPad(4090, 0, 0, 0),), "map_too_large", ()),
        ((Conv(1, 1, padding=64),) * 40, "map_too_large", (Conv(1, 1),)),
    ],
)  # fmt: skip
def test_failures_of_branches_and_growing_layers(
    layers: tuple[Layer, ...], code: str, suggestion: tuple[Layer, ...]
) -> None:
    failure = walk((3, 9, 9), layers).failure
    assert failure is not None
    assert failure.error.code == code
    assert failure.suggestion == suggestion


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
