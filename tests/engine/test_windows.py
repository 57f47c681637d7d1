"""What makes the engine quick must not show in its results: blocks, tables, what is remembered."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as torch_nn
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.cases import Case, arrays, convolutions, poolings, tensor, transposed
from visualizer.engine import (
    EngineError,
    avg_pool2d,
    conv2d,
    conv_transpose2d,
    global_avg_pool2d,
    linear,
    max_pool2d,
    trace_avg_pool2d,
    trace_conv2d,
    trace_max_pool2d,
)
from visualizer.engine.sizes import resolve_padding
from visualizer.engine.windows.layout import BLOCK, block_of, conv_layout
from visualizer.engine.windows.phases import phases_of
from visualizer.engine.windows.products import in_blocks
from visualizer.engine.windows.transposed import in_phases, scatter, transposed_layout


def both(value: Any) -> tuple[int, int]:
    return value if isinstance(value, tuple) else (value, value)


def possible(call: Any) -> Any:
    try:
        return call()
    except EngineError:
        assume(False)


@given(case=convolutions(), rows=st.integers(1, 4), channels=st.integers(1, 3))
def test_blocks_of_any_size_make_the_same_convolution(case: Case, rows: int, channels: int) -> None:
    case = {**case, "bias": None}
    expected = possible(lambda: conv2d(**case))
    image, weight, groups = case["input"], case["weight"], case["groups"]
    stride, dilation = both(case["stride"]), both(case["dilation"])
    pads = resolve_padding(case["padding"], weight.shape[2:], stride, dilation)
    mode = case["padding_mode"]
    layout = conv_layout(image.shape, weight.shape, stride, pads, dilation, mode)
    made = in_blocks(image, weight, layout, groups, (rows, channels)).reshape(layout.output)
    np.testing.assert_allclose(made, expected, rtol=1e-12, atol=1e-12)


@given(case=transposed(), block=st.integers(1, 60))
def test_scattered_in_blocks_of_any_size_it_is_the_same(case: Case, block: int) -> None:
    expected = possible(lambda: conv_transpose2d(**case))
    image, weight, groups = case["input"], case["weight"], case["groups"]
    names = ("stride", "padding", "output_padding", "dilation")
    layout = transposed_layout(
        image.shape, weight.shape, groups, *(both(case[name]) for name in names)
    )
    made = scatter(image, weight, case["bias"], layout, groups, block)
    np.testing.assert_allclose(made, expected, rtol=1e-12, atol=1e-12)


@given(case=transposed())
def test_computed_phase_by_phase_it_is_the_same(case: Case) -> None:
    case["input"] = arrays(len(case["input"]), 13, 11, seed=1)
    expected = possible(lambda: conv_transpose2d(**case))
    image, weight, groups = case["input"], case["weight"], case["groups"]
    names = ("stride", "padding", "output_padding", "dilation")
    stride, padding, extra, dilation = (both(case[name]) for name in names)
    layout = transposed_layout(image.shape, weight.shape, groups, stride, padding, extra, dilation)
    size = layout.output[1:]
    phases = phases_of(image.shape, weight.shape, groups, size, stride, padding, dilation)
    if not phases:
        return
    made = in_phases(image, weight, case["bias"], replace(layout, phases=phases), groups)
    np.testing.assert_allclose(made, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("size", [5, 20, 64, 70])
def test_large_and_small_images_are_torch(size: int) -> None:
    # 5: looked up in a table; 20: in one block; 64, 70: in several.
    image, weight, bias = (
        arrays(4, size, size, seed=0),
        arrays(6, 2, 3, 3, seed=1),
        arrays(6, seed=2),
    )
    options: Any
    for options in ({}, {"padding": 1, "stride": 2}, {"padding": 2, "dilation": 2}):
        made = conv2d(image, weight, bias, groups=2, **options)
        options = {"weight": tensor(weight), "bias": tensor(bias), "groups": 2, **options}
        expected = torch_nn.conv2d(torch.tensor(image), **options)
        np.testing.assert_allclose(made, expected.numpy(), rtol=1e-9, atol=1e-12)
    weight = arrays(4, 3, 3, 3, seed=1)
    for options in ({}, {"padding": 1, "stride": 2, "output_padding": 1}, {"dilation": 2}):
        made = conv_transpose2d(image, weight, bias, groups=2, **options)
        options = {"weight": tensor(weight), "bias": tensor(bias), "groups": 2, **options}
        expected = torch_nn.conv_transpose2d(torch.tensor(image), **options)
        np.testing.assert_allclose(made, expected.numpy(), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    ("channels", "depth", "kernel", "output"),
    [(3, 3, (11, 11), (55, 55)), (384, 384, (3, 3), (13, 13)), (64, 1, (3, 3), (99, 40))],
)
def test_a_block_is_bounded(
    channels: int, depth: int, kernel: tuple[int, int], output: tuple[int, int]
) -> None:
    block = block_of(channels, depth, kernel, output)
    assert block is not None
    rows, together = block
    assert rows * output[1] * together * kernel[0] * kernel[1] <= BLOCK


def sprinkle(values: np.ndarray, seed: int) -> np.ndarray:
    """The same numbers with some of NaN, ∞, −∞, 0 and −0 among them."""
    spots = np.random.default_rng(seed).random(values.shape)
    special = [np.nan, np.inf, -np.inf, 0.0, -0.0]
    for number, value in enumerate(special):
        values[(spots > 0.1 * number) & (spots < 0.1 * number + 0.06)] = value
    return values


@pytest.mark.filterwarnings("ignore:Using padding='same'")
@given(case=convolutions(), seed=st.integers(0, 999), weights=st.booleans())
def test_nan_and_infinity_spread_as_in_torch(case: Case, seed: int, weights: bool) -> None:
    case = {**case, "padding_mode": "zeros"}
    sprinkle(case["input"], seed)
    if weights:
        sprinkle(case["weight"], seed + 1)
    made = possible(lambda: conv2d(**case))
    tensors = {name: tensor(case[name]) for name in ("input", "weight", "bias")}
    del case["padding_mode"]
    expected = torch_nn.conv2d(**{**case, **tensors}).numpy()
    np.testing.assert_allclose(made, expected, rtol=1e-9, atol=1e-12)


@given(case=transposed(), seed=st.integers(0, 999), weights=st.booleans())
def test_they_spread_through_a_transposed_convolution_too(
    case: Case, seed: int, weights: bool
) -> None:
    sprinkle(case["input"], seed)
    if weights:
        sprinkle(case["weight"], seed + 1)
    made = possible(lambda: conv_transpose2d(**case))
    tensors = {name: tensor(case[name]) for name in ("input", "weight", "bias")}
    expected = torch_nn.conv_transpose2d(**{**case, **tensors}).numpy()
    np.testing.assert_allclose(made, expected, rtol=1e-9, atol=1e-12)


@given(case=poolings(), seed=st.integers(0, 999))
def test_pooling_keeps_nan_infinity_and_the_sign_of_zero(case: Case, seed: int) -> None:
    sprinkle(case["input"], seed)
    greatest = possible(lambda: max_pool2d(**case))
    case = {**case, "input": tensor(case["input"])}
    expected = torch_nn.max_pool2d(**case).numpy()
    np.testing.assert_array_equal(greatest, expected)
    numbers = ~np.isnan(expected)
    np.testing.assert_array_equal(np.signbit(greatest[numbers]), np.signbit(expected[numbers]))
    means = avg_pool2d(**{**case, "input": case["input"].numpy()})
    np.testing.assert_allclose(means, torch_nn.avg_pool2d(**case).numpy(), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("size", [6, 80])
def test_the_first_of_equals_wins_in_every_window(size: int) -> None:
    image = arrays(2, size, size, seed=3, step=1.0)
    options: dict[str, Any] = {"kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": True}
    _, indices = max_pool2d(image, **options, return_indices=True)
    _, expected = torch_nn.max_pool2d(torch.tensor(image), **options, return_indices=True)
    np.testing.assert_array_equal(indices, expected.numpy())


@given(case=poolings())
def test_a_trace_has_the_numbers_of_its_function(case: Case) -> None:
    greatest = possible(lambda: max_pool2d(**case))
    np.testing.assert_array_equal(trace_max_pool2d(**case).output, greatest)
    np.testing.assert_array_equal(trace_avg_pool2d(**case).output, avg_pool2d(**case))
    image = arrays(3, 30, 30, seed=0)
    weight = arrays(40, 3, 5, 5, seed=1)
    np.testing.assert_array_equal(
        trace_conv2d(image, weight, padding=2).output, conv2d(image, weight, padding=2)
    )


@pytest.mark.parametrize("size", [6, 70])
def test_any_arrangement_in_memory_will_do(size: int) -> None:
    image, weight = arrays(2, size, size, seed=0), arrays(3, 2, 3, 3, seed=1)
    for other in (np.asfortranarray(image), image[:, ::-1][:, ::-1], image.astype(">f8")):
        calls: Any = (
            (conv2d, (weight,)),
            (conv_transpose2d, (weight.swapaxes(0, 1),)),
            (max_pool2d, (2,)),
            (avg_pool2d, (2,)),
            (global_avg_pool2d, ()),
        )
        for function, more in calls:
            np.testing.assert_allclose(
                function(other, *more),
                function(image, *more),
                rtol=1e-12,
                atol=1e-12,
            )


@pytest.mark.parametrize("stride", [True, (1, True), 1.0, (1, 1.0), np.float64(1)])
def test_what_is_remembered_is_not_taken_for_what_equals_it(stride: Any) -> None:
    image, weight = np.ones((1, 3, 3)), np.ones((1, 1, 2, 2))
    for good in (1, (1, 1)):
        conv2d(image, weight, stride=good)
        conv_transpose2d(image, weight, stride=good)
        max_pool2d(image, 2, stride=good)
    for call in (conv2d, conv_transpose2d):
        with pytest.raises(EngineError, match="stride must be a whole number"):
            call(image, weight, stride=stride)
    with pytest.raises(EngineError, match="stride must be a whole number"):
        max_pool2d(image, 2, stride=stride)


def test_results_are_the_callers_own() -> None:
    image, weight = arrays(1, 4, 4, seed=0), np.ones((1, 1, 1, 1))
    calls: list[Callable[[], np.ndarray]] = [
        lambda: conv2d(image, weight),
        lambda: conv_transpose2d(image, weight),
        lambda: max_pool2d(image, 1),
        lambda: avg_pool2d(image, 1),
        lambda: linear(image, np.eye(4)),
    ]
    for call in calls:
        kept, made = image.copy(), call()
        made[...] = 7
        np.testing.assert_array_equal(image, kept)
        np.testing.assert_allclose(call(), kept)


def test_the_callers_handling_of_errors_stays() -> None:
    with np.errstate(all="raise"):
        before = np.geterr()
        made = conv2d([[[np.inf, 1.0]]], [[[[1.0, -1.0]]]], bias=[-np.inf])
        assert np.isnan(made).all()
        assert np.isnan(avg_pool2d([[[np.inf, -np.inf]]], (1, 2))).all()
        assert np.geterr() == before
