"""Runs of every operation that a stage can show, one of each kind of setting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from visualizer import engine
from visualizer.engine.backward.gather import trace_pool_backward

Change = Callable[[np.ndarray], np.ndarray]
Trace = engine.WindowTrace | engine.PoolTrace | engine.GatherTrace
ACTIVATIONS: dict[str, tuple[str, Callable[[np.ndarray], np.ndarray]]] = {
    "several channels and filters": ("max(0, {})", engine.relu),
    "fractions and an activation": ("σ({})", engine.sigmoid),
}


def traces(change: Change = np.copy) -> dict[str, Trace]:
    """Return the runs, by what is special about each; ``change`` makes their inputs others."""
    return {**_convolutions(change), **_poolings(change)}


def _with(run: Callable[..., Any], change: Change) -> Callable[..., Any]:
    return lambda pixels, *others, **named: run(change(pixels), *others, **named)


def _whole(*shape: int, seed: int = 7, low: int = -4, high: int = 7) -> np.ndarray:
    return np.random.default_rng(seed).integers(low, high, shape).astype(np.float64)


def _fractions(*shape: int, seed: int = 8) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 3, shape)


def _convolutions(change: Change) -> dict[str, Trace]:
    square, tall = _whole(1, 6, 6), _whole(1, 7, 5)
    one, wide = _whole(1, 1, 3, 3, seed=1), _whole(1, 1, 2, 3, seed=2)
    direct = _with(engine.trace_conv2d, change)
    turned = _with(engine.trace_conv_transpose2d, change)

    def activated(name: str) -> Callable[[np.ndarray], np.ndarray]:
        return ACTIVATIONS[name][1]

    several, fractions = list(ACTIVATIONS)
    return {
        "one channel": direct(square, one),
        "a bias": direct(square, one, [-2.0]),
        "strides and a wide kernel": direct(tall, wide, stride=(3, 1)),
        "padding": direct(square, one, padding=2),
        "padding to the same size": direct(tall, wide, padding="same"),
        "reflected padding": direct(square, one, padding=2, padding_mode="reflect"),
        "replicated padding": direct(square, one, padding=(0, 2), padding_mode="replicate"),
        "circular padding": direct(square, one, padding=1, padding_mode="circular"),
        "dilation": direct(_whole(1, 8, 8), one, padding=1, dilation=(2, 3)),
        several: direct(
            _whole(2, 5, 5), _whole(3, 2, 3, 3), [1, 0, -1], activation=activated(several)
        ),
        "groups": direct(_whole(4, 4, 4), _whole(4, 2, 2, 2), stride=2, groups=2),
        "one filter a channel": direct(_whole(3, 4, 4), _whole(3, 1, 2, 2), groups=3),
        fractions: direct(
            _fractions(1, 5, 5), _fractions(1, 1, 3, 3), [0.125], activation=activated(fractions)
        ),
        "a large kernel": direct(_whole(1, 8, 8), _whole(1, 1, 7, 7)),
        "one output cell": direct(_whole(1, 3, 3), one),
        "transposed": turned(_whole(1, 3, 3), one, stride=2, padding=1, output_padding=1),
        "transposed, cut away": turned(_whole(1, 4, 3), one, [3.0], stride=1, padding=2),
        "transposed in groups": turned(
            _whole(2, 3, 3), _whole(2, 2, 2, 2), stride=(2, 1), groups=2, dilation=(1, 2)
        ),
    }


def _poolings(change: Change) -> dict[str, Trace]:
    numbers = _whole(2, 6, 6)
    greatest, mean, whole = (
        _with(run, change)
        for run in (
            engine.trace_max_pool2d,
            engine.trace_avg_pool2d,
            engine.trace_global_avg_pool2d,
        )
    )
    return {
        "maximum": greatest(numbers, 2),
        "maximum with ties": greatest(_whole(1, 6, 6, high=-2), 3, 1),
        "maximum with padding": greatest(numbers - 5, 3, 2, 1),
        "maximum, dilated": greatest(numbers, 2, 1, 0, 2),
        "maximum, hanging over": greatest(numbers, 3, 2, ceil_mode=True),
        "mean": mean(numbers, 2),
        "mean of fractions": mean(_fractions(1, 5, 7), (2, 3), (1, 2)),
        "mean with padding": mean(numbers, 3, 2, 1),
        "mean without its padding": mean(numbers, 3, 2, 1, count_include_pad=False),
        "mean, hanging over": mean(numbers, 3, 2, 1, ceil_mode=True),
        "mean of a large window": mean(numbers, 5, 1),
        "mean of everything": whole(numbers),
        "back through a maximum": _back(greatest(numbers, 3, 2, 1)),
        "back through a mean": _back(mean(numbers, 3, 2)),
        "back through windows of different counts": _back(
            mean(numbers, 3, 2, 1, count_include_pad=False)
        ),
    }


def _back(forward: engine.PoolTrace) -> engine.GatherTrace:
    return trace_pool_backward(_whole(*forward.output.shape, seed=9), forward)
