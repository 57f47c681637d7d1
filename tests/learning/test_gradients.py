"""Every layer on batches against torch.autograd, and against the engine's single pictures."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.cases import pairs
from tests.learning.twin import numbers, twin
from visualizer.engine import (
    ELEMENTWISE,
    EngineError,
    avg_pool2d,
    avg_pool2d_backward,
    conv2d,
    conv2d_backward,
    linear,
    linear_backward,
    max_pool2d,
    max_pool2d_backward,
    softmax_cross_entropy,
)
from visualizer.engine.network.layers import (
    Activation,
    AvgPool,
    BatchNorm,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    MaxPool,
)
from visualizer.learning.loss import scored, to_gradient
from visualizer.learning.network import Network
from visualizer.learning.records import Learning


def close(found: Any, expected: Any) -> None:
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


convolutions = st.builds(
    Conv,
    st.integers(1, 3).map(lambda n: 2 * n),
    pairs(1, 4),
    pairs(1, 3),
    pairs(0, 3),
    pairs(1, 2),
    st.sampled_from([1, 2]),
    st.booleans(),
)
poolings = st.one_of(
    *(
        st.builds(
            kind, pairs(2, 4), st.one_of(st.none(), pairs(1, 3)), pairs(0, 1),
            st.booleans(),
        )
        for kind in (MaxPool, AvgPool)
    )
)  # fmt: skip
activations = st.sampled_from(list(ELEMENTWISE)).map(Activation)
on_maps: st.SearchStrategy[Learning] = st.one_of(
    convolutions,
    poolings,
    activations,
    st.sampled_from([GlobalAvgPool(), BatchNorm(), Dropout(0.4), Dropout(1.0), Flatten()]),
)
on_rows: st.SearchStrategy[Learning] = st.one_of(
    st.builds(Linear, st.integers(1, 5), st.booleans()),
    activations,
    st.sampled_from([BatchNorm(), Dropout(0.4), Flatten()]),
)
map_shapes = st.tuples(st.sampled_from([2, 4]), st.integers(3, 8), st.integers(3, 8))


def agree_with_autograd(layer: Learning, shape: tuple[int, ...], count: int, seed: int) -> None:
    try:
        network = Network((layer,), shape, seed, "f8")
    except EngineError:
        assume(False)
    network.weights[:] = numbers(len(network.weights), seed=seed + 1)
    made = twin(network, seed)
    for turn in (0, 1, 2):  # with more, with fewer pictures than before: memory is used again
        pictures = numbers(max(2, count - turn % 2), *shape, seed=seed + turn)
        leaf = torch.tensor(pictures, requires_grad=True)
        theirs = made(leaf)
        ours = network.outputs(pictures, training=True)[-1]
        ours = ours.transpose(0, 3, 1, 2) if ours.ndim == 4 else ours
        close(ours, theirs.detach().numpy())
        gradient = numbers(*theirs.shape, seed=seed + 9)
        made.zero_grad()
        theirs.backward(torch.tensor(gradient))
        lying = gradient.transpose(0, 2, 3, 1) if gradient.ndim == 4 else gradient
        sent = network.backward(np.ascontiguousarray(lying))
        assert leaf.grad is not None
        close(sent, leaf.grad.numpy())
        found = network.named(network.gradients)
        for name, parameter in made.named_parameters():
            assert parameter.grad is not None
            close(found[name], parameter.grad.numpy())
    made.eval()
    after = network.outputs(pictures)[-1]
    after = after.transpose(0, 3, 1, 2) if after.ndim == 4 else after
    close(after, made(leaf).detach().numpy())


@given(layer=on_maps, shape=map_shapes, count=st.integers(2, 4), seed=st.integers(0, 2**16))
def test_a_layer_on_maps_is_autograd(
    layer: Learning, shape: tuple[int, ...], count: int, seed: int
) -> None:
    agree_with_autograd(layer, shape, count, seed)


@given(layer=on_rows, size=st.integers(1, 7), count=st.integers(2, 4), seed=st.integers(0, 2**16))
def test_a_layer_on_rows_is_autograd(layer: Learning, size: int, count: int, seed: int) -> None:
    agree_with_autograd(layer, (size,), count, seed)


def test_a_convolution_large_enough_for_products_in_parts_is_autograd() -> None:
    agree_with_autograd(Conv(16, 3, padding=1), (16, 8, 8), 16, 3)
    agree_with_autograd(Linear(40), (300,), 64, 3)


@given(layer=convolutions, shape=map_shapes, seed=st.integers(0, 2**16))
def test_a_convolution_is_the_engines_picture_by_picture(
    layer: Conv, shape: tuple[int, ...], seed: int
) -> None:
    try:
        network = Network((layer,), shape, seed, "f8")
    except EngineError:
        assume(False)
    named = network.named()
    rest = (layer.stride, layer.padding, layer.dilation, layer.groups)
    pictures = numbers(3, *shape, seed=seed)
    made = network.forward(pictures, training=True).transpose(0, 3, 1, 2)
    single = [conv2d(one, named["0.weight"], named.get("0.bias"), *rest) for one in pictures]
    close(made, single)
    gradient = numbers(*made.shape, seed=seed + 1)
    sent = network.backward(np.ascontiguousarray(gradient.transpose(0, 2, 3, 1)))
    found = [
        conv2d_backward(at, one, named["0.weight"], *rest)
        for at, one in zip(gradient, pictures, strict=True)
    ]
    close(sent, [one.input for one in found])
    gradients = network.named(network.gradients)
    close(gradients["0.weight"], sum(one.weight for one in found))
    if layer.bias:
        close(gradients["0.bias"], sum(one.bias for one in found))


@given(layer=poolings, shape=map_shapes, seed=st.integers(0, 2**16))
def test_pooling_is_the_engines_picture_by_picture(
    layer: MaxPool | AvgPool, shape: tuple[int, ...], seed: int
) -> None:
    try:
        network = Network((layer,), shape, seed, "f8")
    except EngineError:
        assume(False)
    pictures = np.round(numbers(2, *shape, seed=seed))  # ties: the first greatest gets all
    made = network.forward(pictures, training=True).transpose(0, 3, 1, 2)
    gradient = numbers(*made.shape, seed=seed + 1)
    sent = network.backward(np.ascontiguousarray(gradient.transpose(0, 2, 3, 1)))
    rest: dict[str, Any] = {
        "kernel_size": layer.kernel_size, "stride": layer.stride, "padding": layer.padding,
        "ceil_mode": layer.ceil_mode,
    }  # fmt: skip
    forward, backward = (
        (max_pool2d, max_pool2d_backward)
        if isinstance(layer, MaxPool)
        else (avg_pool2d, avg_pool2d_backward)
    )
    close(made, [forward(one, **rest) for one in pictures])
    expected = [backward(at, one, **rest) for at, one in zip(gradient, pictures, strict=True)]
    close(sent, expected)


def test_activations_dense_layer_and_loss_are_the_engines() -> None:
    rows = 3 * numbers(5, 7, seed=0)
    for kind, activation in ELEMENTWISE.items():
        network = Network((Activation(kind),), (7,), 0, "f8")
        close(network.forward(rows), activation.function(rows))
        slopes = network.backward(np.ones_like(rows))
        close(slopes, activation.derivative(rows))
    network = Network((Linear(4),), (7,), 0, "f8")
    named, gradient = network.named(), numbers(5, 4, seed=1)
    made = network.forward(rows, training=True)
    close(made, linear(rows, named["0.weight"], named["0.bias"]))
    expected = linear_backward(gradient, rows, named["0.weight"])
    close(network.backward(gradient), expected.input)
    found = network.named(network.gradients)
    close(found["0.weight"], expected.weight)
    close(found["0.bias"], expected.bias)
    labels = np.array([0, 3, 1, 1, 2])
    losses, probabilities = scored(made, labels)
    loss = softmax_cross_entropy(made, labels)
    close(losses.mean(), loss.loss)
    close(to_gradient(probabilities, labels), loss.gradient)
