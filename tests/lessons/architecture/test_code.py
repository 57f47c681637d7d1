"""The PyTorch code is run, and torch itself counts what the walk says: shapes, weights, work."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch import nn

from tests.engine.stacks import STACKS, Stack, any_layer, input_shapes
from tests.lessons.cases import run_code
from visualizer.engine.network.layers import (
    AdaptiveAvgPool,
    Conv,
    Dropout,
    Flatten,
    GlobalAvgPool,
    Linear,
    LocalResponseNorm,
    MaxPool,
)
from visualizer.engine.network.walk import Failure
from visualizer.lessons.architecture.code import torch_call, torch_code
from visualizer.lessons.architecture.presets import PRESETS, Network


def run(code: str, device: str = "cpu") -> tuple[dict[str, Any], list[str]]:
    """Run a script; return its names and the lines it printed.

    On the device "meta" torch computes every shape and count, but holds no numbers.
    """
    with torch.device(device):
        names, printed = run_code(code)
    return names, printed.splitlines()


def counted(
    model: nn.Sequential, shape: tuple[int, ...], device: str
) -> list[tuple[tuple[int, ...], int, int]]:
    """What torch does with an input: each module's output shape, weights and multiply-adds."""
    rows: list[tuple[tuple[int, ...], int, int]] = []

    def note(module: nn.Module, inputs: object, output: torch.Tensor) -> None:
        parameters = sum(p.numel() for p in module.parameters(recurse=False))
        work = 0
        if isinstance(module, nn.Conv2d):
            # One output channel at one place: the channels of its group times the window.
            work = output[0].numel() * module.weight[0].numel()
        elif isinstance(module, nn.Linear):
            work = module.weight.numel()
        rows.append((tuple(output.shape[1:]), parameters, work))

    handles = [module.register_forward_hook(note) for module in model]
    model(torch.zeros(1, *shape, device=device))
    for handle in handles:
        handle.remove()
    return rows


def check(network: Network, device: str = "cpu") -> None:
    walked = network.walk()
    names, printed = run(torch_code(walked, "why it cannot work"), device)
    assert printed == [str((1, *walked.output_shape)), str(walked.parameters)]
    assert counted(names["model"], network.input_shape, device) == [
        (step.output, step.parameters, step.multiply_adds) for step in walked.steps
    ]
    for step in walked.steps:
        assert step.bytes == 4 * math.prod(step.output)


@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_torch_counts_the_same_for_every_preset(network: Network) -> None:
    check(network, "meta")


@pytest.mark.parametrize("name", ["alexnet2012", "lenet5", "tiny"])
def test_presets_run_with_real_numbers(name: str) -> None:
    check(PRESETS[name])


@given(stack=STACKS)
def test_torch_counts_the_same_for_random_stacks(stack: Stack) -> None:
    check(Network(*stack))


# Two liberties that torch takes: it lets a linear layer read the rows of a map, and adaptive
# pooling a row without channels.
LIBERTIES = Linear | GlobalAvgPool | AdaptiveAvgPool


def failure_of(stack: Stack) -> Failure | None:
    """Return where a stack fails as torch fails too, None if it works or torch takes a liberty."""
    failure = Network(*stack).walk().failure
    return None if failure is None or isinstance(failure.layer, LIBERTIES) else failure


@given(st.tuples(input_shapes(6), st.lists(any_layer(), min_size=2, max_size=6).map(tuple)))
def test_torch_refuses_what_the_walk_refuses(stack: Stack) -> None:
    failure = failure_of(stack)
    assume(failure is not None)
    assert failure is not None

    def attempt() -> None:
        module = eval(torch_call(failure.layer, failure.input), {"nn": nn})
        module(torch.zeros(1, *failure.input))

    with pytest.raises((RuntimeError, ValueError, IndexError)):
        attempt()


def test_normalisation_is_the_papers() -> None:
    """The paper has b = a / (2 + 1e-4 * sum of a² over 5 neighbours)^0.75, not the sum / 5."""
    layer = eval(torch_call(LocalResponseNorm(5), (7, 1, 1)), {"nn": nn})
    a = torch.arange(1.0, 8.0).reshape(1, 7, 1, 1) * 30
    squares = sum(float(x) ** 2 for x in a[0, 1:6, 0, 0])
    expected = float(a[0, 3, 0, 0]) / (2 + 1e-4 * squares) ** 0.75
    assert float(layer(a)[0, 3, 0, 0]) == pytest.approx(expected, rel=1e-5)


def test_the_code_reads_as_one_would_write_it() -> None:
    network = Network((1, 8, 8), (Conv(4, 3, padding=1), MaxPool(2), Flatten(), Dropout(0.25)))
    lines = torch_code(network.walk()).splitlines()
    assert lines[4:8] == [
        "    nn.Conv2d(1, 4, kernel_size=3, padding=1),  # 4×8×8",
        "    nn.MaxPool2d(2),                            # 4×4×4",
        "    nn.Flatten(),                               # 64",
        "    nn.Dropout(0.25),                           # 64",
    ]
    for preset in PRESETS.values():
        assert max(len(line) for line in torch_code(preset.walk()).splitlines()) <= 92


def test_what_cannot_work_stays_as_a_comment() -> None:
    network = Network((1, 8, 8), (Conv(4, 3), Linear(10), Dropout()))
    code = torch_code(network.walk(), "flatten first")
    assert "    # flatten first\n    # nn.Linear(6, 10),\n" in code
    _, printed = run(code)
    assert printed == ["(1, 4, 6, 6)", "40"]
