"""What torch, or plain arithmetic, says of the questions about a layer."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import ceil, floor, prod
from typing import cast

import pytest
import torch
from torch import nn

from visualizer.asking import Question
from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    AvgPool,
    Conv,
    GlobalAvgPool,
    Layer,
    Linear,
    MaxPool,
    both,
)
from visualizer.engine.network.walk import Step, Walk

Sides = tuple[float, ...]


def module_of(layer: Layer, channels: int) -> nn.Module:
    """Return torch's module for a layer with weights or windows; its weights take no memory."""
    match layer:
        case Conv():
            return nn.Conv2d(
                channels, layer.out_channels, layer.kernel_size, layer.stride, layer.padding,
                layer.dilation, layer.groups, layer.bias, device="meta",
            )  # fmt: skip
        case MaxPool(size, _, padding, up):
            return nn.MaxPool2d(size, layer.step, padding, ceil_mode=up)
        case AvgPool(size, _, padding, up):
            return nn.AvgPool2d(size, layer.step, padding, ceil_mode=up)
        case AdaptiveAvgPool(size):
            return nn.AdaptiveAvgPool2d(size)
        case GlobalAvgPool():
            return nn.AdaptiveAvgPool2d(1)
        case Linear(outputs, bias):
            return nn.Linear(channels, outputs, bias, device="meta")
    raise TypeError(layer)


def learned(module: nn.Module) -> int:
    """Return how many numbers a module learns."""
    return sum(parameter.numel() for parameter in module.parameters())


def check_shape(question: Question, step: Step) -> None:
    """Hold answer and mistakes of a question about a shape."""
    module = module_of(step.layer, step.input[0])
    made = tuple(module(torch.zeros(1, *step.input, device="meta")).shape[1:])
    assert question.answer == tuple(map(float, made))
    for mistake in question.mistakes:
        assert mistake.answer == pytest.approx(_wrong_shape(step, made, mistake.name)), mistake.name


def _wrong_shape(step: Step, made: tuple[int, ...], name: str) -> Sides:
    channels, rest = step.input[0], made[1:]
    if name == "channels_kept":
        return (channels, *rest)
    if name == "channels_times":
        return (channels * made[0], *rest)
    if name == "one_map":
        return (1, *rest)
    if name == "unchanged":
        return step.input
    if name == "maps_fewer":
        return (max(1, channels // (step.input[1] // made[1])), *rest)
    layer = cast("Conv | MaxPool | AvgPool", step.layer)
    sides = (_wrong_side(layer, axis, size, name) for axis, size in enumerate(step.input[1:]))
    return (made[0], *sides)


def _wrong_side(layer: Conv | MaxPool | AvgPool, axis: int, size: int, name: str) -> float:
    """Return the formula of the output's side with one thing wrong in it."""
    k, p = both(layer.kernel_size)[axis], both(layer.padding)[axis]
    s = both(layer.stride if isinstance(layer, Conv) else layer.step)[axis]
    d = both(layer.dilation)[axis] if isinstance(layer, Conv) else 1
    up = not isinstance(layer, Conv) and layer.ceil_mode
    whole, other = (ceil, floor) if up else (floor, ceil)
    reach = d * (k - 1) + 1
    exact = Fraction(size + 2 * p - reach, s)
    wrong: dict[str, Fraction | int] = {
        "rounded": other(exact) + 1,
        "fraction": exact + 1,
        "padding_once": whole(Fraction(size + p - reach, s)) + 1,
        "padding_ignored": whole(Fraction(size - reach, s)) + 1,
        "one_forgotten": whole(exact),
        "dilation_as_stride": whole(Fraction(size + 2 * p - k, d)) + 1,
        "dilation_ignored": whole(Fraction(size + 2 * p - k, s)) + 1,
        "stride_ignored": size + 2 * p - reach + 1,
        "kernel_ignored": floor(Fraction(size + 2 * p - 1, s)) + 1,
    }
    return float(wrong[name])


def check_parameters(question: Question, step: Step) -> None:
    """Hold answer and mistakes of a question about what a layer learns, typed or chosen."""
    module = module_of(step.layer, step.input[0])
    shown = {
        choice.name: int("".join(filter(str.isdigit, choice.text("en"))))
        for choice in question.choices
    }
    assert shown.get("right", question.answer) == learned(module)
    assert list(shown.values()) == sorted(set(shown.values()))
    expected = _wrong_counts(step)
    for mistake in question.mistakes:
        assert shown.get(mistake.name, mistake.answer) == expected[mistake.name], mistake.name


def _wrong_counts(step: Step) -> dict[str, int]:
    layer = step.layer
    whole = module_of(layer, step.input[0])
    weights = next(p for name, p in whole.named_parameters() if name == "weight")
    biases = learned(whole) - weights.numel()
    outputs = len(weights)
    found = {
        "bias_forgotten": weights.numel(),
        "one_bias": weights.numel() + 1,
        "bias_invented": weights.numel() + outputs,
        "bias_of_inputs": weights.numel() + step.input[0],
        "added": step.input[0] + outputs,
        "one_output": weights[0].numel() + min(1, biases),
        "one_filter": weights[0].numel() + min(1, biases),
    }
    if isinstance(layer, Conv):
        _, rows, columns = step.output
        k = layer.kernel_size
        found |= {
            "one_channel": outputs * prod(both(k)) + biases,
            "groups_ignored": learned(nn.Conv2d(step.input[0], outputs, k, bias=layer.bias,
                                                device="meta")),
            "not_shared": weights.numel() * rows * columns + biases,
        }  # fmt: skip
    return found


def check_field(question: Question, walk: Walk, index: int) -> None:
    """Hold answer and mistakes of a question about what a unit sees."""
    windows = [
        _window(step.layer)
        for step in walk.steps[: index + 1]
        if isinstance(step.layer, Conv | MaxPool | AvgPool)
    ]
    sides = [_reached(tuple(windows[: i + 1])) for i in range(len(windows))]
    reaches = [_reached((window,)) for window in windows]
    jump = prod(stride for _, stride, _ in windows[:-1])
    expected = {
        "own_window": reaches[-1],
        "jump_ignored": 1 + sum(reach - 1 for reach in reaches),
        "windows_added": sum(reaches),
        "field_before": sides[-2],
        "whole_window": sides[-2] + reaches[-1] * jump,
        "map_side": walk.steps[index].input[1],
    }
    assert question.answer == sides[-1]
    for mistake in question.mistakes:
        assert mistake.answer == expected[mistake.name], mistake.name


def _window(layer: Conv | MaxPool | AvgPool) -> tuple[int, int, int]:
    """Return kernel, stride and dilation, which are the same down and across."""
    sizes = (layer.kernel_size, layer.stride, layer.dilation) if isinstance(layer, Conv) else (
        layer.kernel_size, layer.step, 1
    )  # fmt: skip
    (kernel, across), (stride, sideways), (dilation, spread) = map(both, sizes)
    assert (kernel, stride, dilation) == (across, sideways, spread)
    return kernel, stride, dilation


@cache
def _reached(windows: tuple[tuple[int, int, int], ...]) -> int:
    """Return from which to which row an input gets a gradient from one unit: how many they are."""
    side = 1
    for kernel, stride, dilation in reversed(windows):  # as large as one unit needs, and more
        side = side * stride + dilation * kernel
    start = torch.ones(1, 1, side, requires_grad=True)
    x = start
    for kernel, stride, dilation in windows:
        x = nn.functional.conv1d(x, torch.ones(1, 1, kernel), None, stride, 0, dilation)
    x[0, 0, 0].backward()
    assert start.grad is not None
    rows = start.grad[0, 0].nonzero().flatten()
    return int(rows[-1] - rows[0]) + 1
