"""Every backward function against torch.autograd, over the forward functions' configurations."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
import torch.nn.functional as torch_nn
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.cases import MANY, Case, agree, arrays, convolutions, poolings, transposed
from visualizer.engine import (
    ELEMENTWISE,
    avg_pool2d,
    avg_pool2d_backward,
    conv2d,
    conv2d_backward,
    conv_transpose2d,
    conv_transpose2d_backward,
    linear_backward,
    max_pool2d,
    max_pool2d_backward,
    softmax_cross_entropy,
)


def learned(
    forward: Callable[..., torch.Tensor], case: Case, gradient: np.ndarray | None = None
) -> tuple[tuple[np.ndarray, ...], np.ndarray]:
    """What autograd gives for input, weight and bias, and the gradient that it began with."""
    leaves = [
        torch.tensor(case[name], dtype=torch.float64, requires_grad=True)
        for name in ("input", "weight")
    ]
    bias = torch.zeros(bias_length(case), dtype=torch.float64, requires_grad=True)
    output = forward(*leaves, bias)
    if gradient is None:
        gradient = arrays(*output.shape, seed=7)
    output.backward(torch.tensor(gradient))
    return tuple(leaf.grad.numpy() for leaf in (*leaves, bias)), gradient  # type: ignore[union-attr]


def bias_length(case: Case) -> int:
    return int(case["bias_length"])


@MANY
@given(case=convolutions())
def test_conv2d_backward_is_autograd(case: Case) -> None:
    rest = {name: value for name, value in case.items() if name not in ("input", "weight", "bias")}
    case["bias_length"] = len(case["weight"])

    def forward(image: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        layer = torch.nn.Conv2d(
            image.shape[0], weight.shape[0], tuple(case["weight"].shape[2:]), bias=False, **rest
        )
        # The layer knows the padding modes; its forward takes any weight.
        with torch.no_grad():
            layer(image.float())
        made: torch.Tensor = layer._conv_forward(image, weight, bias)
        return made

    def oracle() -> tuple[np.ndarray, ...]:
        return learned(forward, case)[0]

    def ours() -> tuple[np.ndarray, ...]:
        shape = conv_shape(case, rest)
        return conv2d_backward(arrays(*shape, seed=7), case["input"], case["weight"], **rest)

    agree(ours, oracle)


def conv_shape(case: Case, rest: Case) -> tuple[int, ...]:

    return conv2d(case["input"], case["weight"], **rest).shape


@MANY
@given(case=transposed())
def test_conv_transpose2d_backward_is_autograd(case: Case) -> None:

    rest = {name: value for name, value in case.items() if name not in ("input", "weight", "bias")}
    case["bias_length"] = case["weight"].shape[1] * case["groups"]

    def forward(image: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        return torch_nn.conv_transpose2d(image, weight, bias, **rest)

    def ours() -> tuple[np.ndarray, ...]:
        shape = conv_transpose2d(case["input"], case["weight"], **rest).shape
        return conv_transpose2d_backward(
            arrays(*shape, seed=7), case["input"], case["weight"], **rest
        )

    agree(ours, lambda: learned(forward, case)[0])


def pooled(forward: Callable[..., torch.Tensor], case: Case) -> tuple[np.ndarray, np.ndarray]:
    """The gradient at the input by autograd, and the one at the output that it began with."""
    image = torch.tensor(case["input"], dtype=torch.float64, requires_grad=True)
    rest = {name: value for name, value in case.items() if name != "input"}
    output = forward(image, **rest)
    gradient = arrays(*output.shape, seed=7)
    output.backward(torch.tensor(gradient))
    assert image.grad is not None
    return image.grad.numpy(), gradient


@MANY
@given(case=poolings(), dilation=st.integers(1, 3))
def test_max_pool2d_backward_is_autograd(case: Case, dilation: int) -> None:

    # Where a dilated window touches no cell, torch's own index points outside of the window.
    assume(dilation == 1 or case["padding"] == 0)
    case["dilation"] = dilation

    def ours() -> np.ndarray:
        shape = max_pool2d(**case).shape
        return max_pool2d_backward(arrays(*shape, seed=7), **case)

    agree(ours, lambda: pooled(torch_nn.max_pool2d, case)[0])


@MANY
@given(case=poolings(), include=st.booleans())
def test_avg_pool2d_backward_is_autograd(case: Case, include: bool) -> None:

    case["count_include_pad"] = include

    def ours() -> np.ndarray:
        shape = avg_pool2d(**case).shape
        return avg_pool2d_backward(arrays(*shape, seed=7), **case)

    agree(ours, lambda: pooled(torch_nn.avg_pool2d, case)[0])


@given(
    rows=st.lists(st.integers(1, 3), max_size=2),
    features=st.integers(1, 6),
    outputs=st.one_of(st.none(), st.integers(1, 5)),
)
def test_linear_backward_is_autograd(rows: list[int], features: int, outputs: int | None) -> None:
    x, weight = arrays(*rows, features, seed=1), arrays(*filter(None, [outputs]), features, seed=2)
    bias = np.asarray(arrays(*filter(None, [outputs]), seed=3))
    leaves = [torch.tensor(value, requires_grad=True) for value in (x, weight, bias)]
    # torch.nn.functional.linear takes no single row of weights where there is a bias.
    output = leaves[0] @ (leaves[1] if outputs is None else leaves[1].T) + leaves[2]
    gradient = arrays(*output.shape, seed=7)
    output.backward(torch.tensor(gradient))
    for ours, leaf in zip(linear_backward(gradient, x, weight), leaves, strict=True):
        assert leaf.grad is not None
        np.testing.assert_allclose(ours, leaf.grad.numpy(), rtol=1e-9, atol=1e-12)


@given(
    rows=st.one_of(st.none(), st.integers(1, 5)),
    classes=st.integers(1, 8),
    scale=st.sampled_from([1.0, 30.0, 1000.0]),
    seed=st.integers(0, 2**16),
)
def test_cross_entropy_is_autograd(rows: int | None, classes: int, scale: float, seed: int) -> None:
    logits = arrays(*filter(None, [rows]), classes, seed=seed) * scale
    random = np.random.default_rng(seed)
    target = random.integers(0, classes, rows)
    leaf = torch.tensor(logits, requires_grad=True)
    loss = torch_nn.cross_entropy(leaf, torch.tensor(target))
    loss.backward()
    found = softmax_cross_entropy(logits, target.tolist() if rows else int(target))
    assert leaf.grad is not None
    np.testing.assert_allclose(found.loss, loss.item(), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.gradient, leaf.grad.numpy(), rtol=1e-9, atol=1e-12)


@given(kind=st.sampled_from(list(ELEMENTWISE)), seed=st.integers(0, 2**16))
def test_an_activation_sends_back_its_slope(kind: str, seed: int) -> None:
    values = arrays(6, seed=seed) * 3
    leaf = torch.tensor(values, requires_grad=True)
    module = getattr(torch.nn, ELEMENTWISE[kind].torch_module)()
    module(leaf).backward(torch.ones(6, dtype=torch.float64))
    assert leaf.grad is not None
    np.testing.assert_allclose(
        ELEMENTWISE[kind].derivative(values), leaf.grad.numpy(), rtol=1e-9, atol=1e-12
    )
