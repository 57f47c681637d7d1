"""Gradients worked by hand, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from visualizer.engine import (
    EngineError,
    avg_pool2d_backward,
    conv2d_backward,
    linear_backward,
    max_pool2d_backward,
    softmax_cross_entropy,
)

RAMP = np.arange(1.0, 10.0).reshape(1, 3, 3)
KERNEL = np.array([[[[1.0, 2.0], [3.0, 4.0]]]])
ONE = np.zeros((1, 2, 2))
ONE[0, 0, 1] = 1.0


def test_one_gradient_lays_the_kernel_where_its_window_lay() -> None:
    found = conv2d_backward(ONE, RAMP, KERNEL)
    assert found.input.tolist() == [[[0, 1, 2], [0, 3, 4], [0, 0, 0]]]
    assert found.weight.tolist() == [[[[2, 3], [5, 6]]]]
    assert found.bias.tolist() == [1]


def test_replicated_padding_collects_at_the_edge() -> None:
    found = conv2d_backward(
        np.ones((1, 1, 3)), [[[1, 2, 3]]], [[[[1, 1, 1]]]], padding=(0, 1), padding_mode="replicate"
    )
    # The first cell is read by two windows, and once more as the padding beside it.
    assert found.input.tolist() == [[[3, 3, 3]]]
    assert found.weight.tolist() == [[[[4, 6, 8]]]]


def test_overlapping_windows_that_share_a_winner_add_up() -> None:
    back = max_pool2d_backward([[[1, 10]]], [[[0, 5, 1]]], (1, 2), stride=1)
    assert back.tolist() == [[[0, 11, 0]]]


def test_equal_values_send_all_to_the_first() -> None:
    assert max_pool2d_backward([[[6]]], [[[2, 2], [2, 2]]], 2).tolist() == [[[6, 0], [0, 0]]]
    assert avg_pool2d_backward([[[6]]], [[[2, 2], [2, 2]]], 2).tolist() == [[[1.5, 1.5]] * 2]


def test_the_loss_of_a_sure_and_wrong_answer() -> None:
    found = softmax_cross_entropy([1000.0, 0.0], 1)
    assert found.loss == 1000
    assert found.gradient.tolist() == [1, -1]


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: conv2d_backward(np.ones((1, 3, 3)), RAMP, KERNEL), "gradient_shape"),
        (lambda: linear_backward([1, 2, 3], [1, 2], [[1, 2]]), "gradient_shape"),
        (lambda: max_pool2d_backward(np.ones((1, 1, 1)), RAMP, 1), "gradient_shape"),
        (lambda: avg_pool2d_backward("x", RAMP, 1), "not_real_numbers"),
        (lambda: softmax_cross_entropy([1, 2], 2), "not_a_class"),
        (lambda: softmax_cross_entropy([1, 2], 1.0), "not_a_class"),
        (lambda: softmax_cross_entropy([[1, 2]], [0, 1]), "wrong_axes"),
        (lambda: softmax_cross_entropy([], 0), "wrong_axes"),
    ],
)
def test_what_does_not_fit_is_said(call: Any, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        call()
    assert caught.value.code == code
