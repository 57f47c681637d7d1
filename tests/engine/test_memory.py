"""How much memory an operation takes at once, its result included; a count of bytes, not a time."""

import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from visualizer.engine import (
    avg_pool2d,
    conv2d,
    conv_transpose2d,
    global_avg_pool2d,
    linear,
    max_pool2d,
)
from visualizer.engine.windows.layout import BLOCK

CELL = 8
SLACK = 2**14  # views, slices and other small objects


def peak(call: Callable[[], np.ndarray]) -> tuple[int, int]:
    """The most bytes held during a call, and those of what it returns."""
    call()  # what is remembered is remembered now
    tracemalloc.start()
    try:
        made = call()
        return tracemalloc.get_traced_memory()[1], made.nbytes
    finally:
        tracemalloc.stop()


def image(channels: int, height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).normal(size=(channels, height, width))


CONVOLUTIONS: list[tuple[int, int, int, int, dict[str, Any]]] = [
    (3, 64, 4, 3, {"padding": 1}),
    (3, 64, 4, 5, {"padding": 2}),
    (3, 96, 8, 3, {}),
    (3, 96, 6, 3, {"padding": 2, "dilation": 2, "groups": 3}),
    (3, 96, 8, 3, {"padding": 1, "padding_mode": "reflect"}),
    (3, 227, 96, 11, {"stride": 4}),
    (3, 224, 64, 11, {"stride": 4, "padding": 2}),
    (64, 27, 192, 5, {"padding": 2}),
    (192, 13, 384, 3, {"padding": 1}),
    (384, 13, 256, 3, {"padding": 1}),
    (256, 13, 256, 3, {"padding": 1}),
]


@pytest.mark.parametrize(("channels", "size", "filters", "kernel", "options"), CONVOLUTIONS)
def test_a_convolution_takes_twice_its_data(
    channels: int, size: int, filters: int, kernel: int, options: dict[str, Any]
) -> None:
    pixels = image(channels, size, size)
    weight = np.ones((filters, channels // options.get("groups", 1), kernel, kernel))
    most, made = peak(lambda: conv2d(pixels, weight, np.ones(filters), **options))
    assert most <= 2 * (pixels.nbytes + made) + SLACK


@pytest.mark.parametrize("size", [5, 16, 32, 64])
def test_a_small_convolution_takes_its_data_and_one_block(size: int) -> None:
    pixels = image(1, size, size)
    most, made = peak(lambda: conv2d(pixels, np.ones((1, 1, 3, 3)), padding=1))
    padded = CELL * (size + 2) ** 2
    assert most <= padded + made + CELL * min(BLOCK, 9 * size * size) + SLACK


@pytest.mark.parametrize(
    ("channels", "size", "filters", "kernel", "options"),
    [
        (3, 64, 4, 3, {"padding": 1}),
        (3, 64, 4, 3, {"stride": 2, "padding": 1}),
        (3, 64, 4, 2, {"stride": 2}),
        (32, 28, 16, 4, {"stride": 2, "padding": 1}),
        (64, 13, 64, 3, {"stride": 2, "dilation": 2, "groups": 4}),
    ],
)
def test_a_transposed_convolution_takes_twice_its_data(
    channels: int, size: int, filters: int, kernel: int, options: dict[str, Any]
) -> None:
    pixels = image(channels, size, size)
    weight = np.ones((channels, filters // options.get("groups", 1), kernel, kernel))
    most, made = peak(lambda: conv_transpose2d(pixels, weight, **options))
    assert most <= 2 * (pixels.nbytes + made) + SLACK


@pytest.mark.parametrize(
    ("channels", "size", "options"),
    [
        (1, 8, {"kernel_size": 2}),
        (1, 32, {"kernel_size": 2}),
        (3, 64, {"kernel_size": 3, "stride": 2, "padding": 1}),
        (3, 64, {"kernel_size": 3, "stride": 1, "padding": 1}),
        (64, 55, {"kernel_size": 3, "stride": 2}),
        (192, 27, {"kernel_size": 3, "stride": 2, "ceil_mode": True}),
        (256, 13, {"kernel_size": 3, "stride": 2}),
    ],
)
@pytest.mark.parametrize("pool", [max_pool2d, avg_pool2d])
def test_pooling_takes_twice_its_data(
    pool: Callable[..., np.ndarray], channels: int, size: int, options: dict[str, Any]
) -> None:
    pixels = image(channels, size, size)
    most, made = peak(lambda: pool(pixels, **options))
    assert most <= 2 * (pixels.nbytes + made) + SLACK


def test_a_global_average_and_a_dense_layer_copy_nothing() -> None:
    pixels = image(256, 13, 13)
    assert peak(lambda: global_avg_pool2d(pixels))[0] <= pixels.nbytes // 2
    row, weight = pixels.ravel()[:4096], np.ones((1000, 4096))
    assert peak(lambda: linear(row, weight, np.ones(1000)))[0] <= 2 * CELL * 1000 + SLACK
