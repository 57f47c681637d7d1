"""Configurations of every operation, rectangular in everything, and torch as the oracle.

A configuration is drawn without regard to whether it is possible: torch says whether it is, and the
engine has to agree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from hypothesis import settings
from hypothesis import strategies as st

from visualizer.engine import EngineError

REFUSED = "refused"

Case = dict[str, Any]
"""Arguments by name, of many types; those that a function has to refuse are of any."""

# What the whole app rests on is tried three times as often as the rest.
MANY = settings(max_examples=3 * settings().max_examples)


def pairs(low: int, high: int) -> st.SearchStrategy[int | tuple[int, int]]:
    """One number for both axes, or one for each."""
    number = st.integers(low, high)
    return st.one_of(number, st.tuples(number, number))


def arrays(*shape: int, seed: int, step: float = 0.0) -> np.ndarray:
    """Normal random numbers; with a step, rounded to multiples of it, so that ties occur."""
    values = np.random.default_rng(seed).normal(size=shape)
    return np.round(values / step) * step if step else values


@st.composite
def convolutions(draw: st.DrawFn) -> Case:
    """Arguments of conv2d."""
    groups = draw(st.integers(1, 3))
    channels, filters = groups * draw(st.integers(1, 2)), groups * draw(st.integers(1, 2))
    seed = draw(st.integers(0, 2**16))
    size = draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
    kernel = draw(st.tuples(st.integers(1, 5), st.integers(1, 5)))
    padding = draw(st.one_of(pairs(0, 4), st.sampled_from(["valid", "same"])))
    stride = draw(st.just(1) if padding == "same" and draw(st.booleans()) else pairs(1, 4))
    return {
        "input": arrays(channels, *size, seed=seed),
        "weight": arrays(filters, channels // groups, *kernel, seed=seed + 1),
        "bias": arrays(filters, seed=seed + 2) if draw(st.booleans()) else None,
        "stride": stride,
        "padding": padding,
        "dilation": draw(pairs(1, 3)),
        "groups": groups,
        "padding_mode": draw(st.sampled_from(["zeros", "reflect", "replicate", "circular"])),
    }


@st.composite
def transposed(draw: st.DrawFn) -> Case:
    """Arguments of conv_transpose2d."""
    groups = draw(st.integers(1, 3))
    channels, share = groups * draw(st.integers(1, 2)), draw(st.integers(1, 2))
    seed = draw(st.integers(0, 2**16))
    size = draw(st.tuples(st.integers(1, 6), st.integers(1, 6)))
    kernel = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    return {
        "input": arrays(channels, *size, seed=seed),
        "weight": arrays(channels, share, *kernel, seed=seed + 1),
        "bias": arrays(share * groups, seed=seed + 2) if draw(st.booleans()) else None,
        "stride": draw(pairs(1, 4)),
        "padding": draw(pairs(0, 3)),
        "output_padding": draw(pairs(0, 2)),
        "groups": groups,
        "dilation": draw(pairs(1, 3)),
    }


@st.composite
def poolings(draw: st.DrawFn) -> Case:
    """Arguments that max_pool2d and avg_pool2d share; many ties, some NaN and −∞."""
    size = draw(st.tuples(st.integers(1, 9), st.integers(1, 9)))
    seed = draw(st.integers(0, 2**16))
    image = arrays(draw(st.integers(1, 3)), *size, seed=seed, step=draw(st.sampled_from([0, 0.5])))
    if draw(st.integers(0, 3)) == 0:
        spots = np.random.default_rng(seed).random(image.shape)
        image[spots < 0.15] = np.nan
        image[spots > 0.6] = -np.inf
    return {
        "input": image,
        "kernel_size": draw(pairs(1, 5)),
        "stride": draw(st.one_of(st.none(), pairs(1, 5))),
        "padding": draw(pairs(0, 2)),
        "ceil_mode": draw(st.booleans()),
    }


def tensor(value: np.ndarray | None) -> torch.Tensor | None:
    """The same numbers for torch."""
    return None if value is None else torch.tensor(value, dtype=torch.float64)


def torch_conv2d(case: Case) -> np.ndarray:
    """torch.nn.Conv2d, the layer, because padding modes are the layer's."""
    weight, bias = case["weight"], case["bias"]
    options = {
        name: case[name] for name in ("stride", "padding", "dilation", "groups", "padding_mode")
    }
    layer = torch.nn.Conv2d(
        weight.shape[1] * case["groups"],
        weight.shape[0],
        weight.shape[2:],
        bias=bias is not None,
        dtype=torch.float64,
        **options,
    )
    with torch.no_grad():
        layer.weight.copy_(torch.tensor(weight))
        if bias is not None:
            assert layer.bias is not None
            layer.bias.copy_(torch.tensor(bias))
        made: np.ndarray = layer(torch.tensor(case["input"])).numpy()
    return made


def answer(call: Callable[[], Any], *errors: type[Exception]) -> Any:
    """What a call returns, or REFUSED if it raises one of the errors."""
    try:
        return call()
    except errors:
        return REFUSED


def agree(engine: Callable[[], Any], oracle: Callable[[], Any]) -> Any:
    """Assert that both refuse, or both give the same numbers; return the engine's answer."""
    expected = answer(oracle, RuntimeError, ValueError)
    ours = answer(engine, EngineError)
    if expected is REFUSED or ours is REFUSED:
        assert ours is expected
    elif isinstance(expected, tuple):
        for one, other in zip(ours, expected, strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-12)
    else:
        np.testing.assert_allclose(ours, expected, rtol=1e-9, atol=1e-12)
    return ours
