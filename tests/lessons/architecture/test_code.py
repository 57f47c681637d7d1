"""The PyTorch code is run, and torch itself counts what the walk says: shapes, weights, work."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch import nn
from torch.overrides import TorchFunctionMode

from tests.engine.stacks import STACKS, Stack, any_layer, input_shapes, stacks_with_branches
from tests.lessons.cases import run_code
from visualizer.engine.network.layers import (
    Activation,
    AdaptiveAvgPool,
    AdaptiveMaxPool,
    Add,
    BatchNorm,
    Concat,
    Conv,
    Dropout,
    Flatten,
    From,
    GlobalAvgPool,
    Linear,
    LocalResponseNorm,
    MaxPool,
    ZeroPad,
)
from visualizer.engine.network.walk import Failure
from visualizer.lessons.architecture.code import CLASS, FORMS, branches, torch_code
from visualizer.lessons.architecture.code.calls import torch_call
from visualizer.lessons.architecture.presets import PRESETS, Network


def run(code: str, device: str = "cpu") -> tuple[dict[str, Any], list[str]]:
    """Run a script; return its names and the lines it printed.

    On the device "meta" torch computes every shape and count, but holds no numbers.
    """
    with torch.device(device):
        names, printed = run_code(code)
    return names, printed.splitlines()


Row = tuple[tuple[int, ...], int, int]
"""The shape that a layer makes, its parameters and its multiply-adds."""


class Joined(TorchFunctionMode):
    """Notes the shapes of sums and concatenations, which are no modules."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.rows = rows

    def __torch_function__(
        self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        made = func(*args, **(kwargs or {}))
        if func in (torch.Tensor.add, torch.Tensor.__add__, torch.cat):
            self.rows.append((tuple(made.shape[1:]), 0, 0))
        return made


def counted(model: nn.Module, shape: tuple[int, ...], device: str) -> list[Row]:
    """What torch does with an input, in the order in which it does it."""
    rows: list[Row] = []

    def note(module: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor) -> None:
        parameters = sum(p.numel() for p in module.parameters(recurse=False))
        work = 0
        if isinstance(module, nn.Conv2d):
            # One output channel at one place: the channels of its group times the window.
            work = output[0].numel() * module.weight[0].numel()
        elif isinstance(module, nn.ConvTranspose2d):
            # Each value of the input is multiplied with the kernels of all that it adds to.
            work = inputs[0][0].numel() * module.weight[0].numel()
        elif isinstance(module, nn.Linear):
            work = module.weight.numel()
        rows.append((tuple(output.shape[1:]), parameters, work))

    leaves = [module for module in model.modules() if not list(module.children())]
    handles = [module.register_forward_hook(note) for module in leaves if module is not model]
    with Joined(rows):
        model(torch.zeros(1, *shape, device=device))
    for handle in handles:
        handle.remove()
    return rows


def check(network: Network, device: str = "cpu") -> None:
    """Run every form that the network has, and compare all that torch can count."""
    walked = network.walk()
    # Going back to an earlier layer computes nothing.
    steps = [step for step in walked.steps if not isinstance(step.layer, From)]
    expected = [(step.output, step.parameters, step.multiply_adds) for step in steps]
    for form in FORMS:
        code = torch_code(walked, "why it cannot work", form)
        names, printed = run(code, device)
        assert ("class Network" in code) == (form == CLASS or branches(walked))
        assert printed == [str((1, *walked.output_shape)), str(walked.parameters)]
        rows = counted(names["model"], network.input_shape, device)
        assert rows == expected
        assert walked.parameters == sum(p.numel() for p in names["model"].parameters())
        assert walked.multiply_adds == sum(work for _, _, work in rows)
        assert walked.bytes == 4 * sum(math.prod(shape) for shape, _, _ in rows)


@pytest.mark.parametrize("network", PRESETS.values(), ids=PRESETS)
def test_torch_counts_the_same_for_every_preset(network: Network) -> None:
    check(network, "meta")


@pytest.mark.parametrize("name", ["alexnet2012", "lenet5", "tiny", "unet"])
def test_presets_run_with_real_numbers(name: str) -> None:
    check(PRESETS[name])


@given(stack=STACKS)
def test_torch_counts_the_same_for_random_stacks(stack: Stack) -> None:
    check(Network(*stack))


@given(stack=stacks_with_branches())
def test_the_class_computes_what_the_stack_says(stack: Stack) -> None:
    """Sums and concatenations take the right values, in the right order, not shapes alone."""
    walked = Network(*stack).walk()
    names, _ = run(torch_code(walked, "", CLASS))
    model = names["model"]
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.fill_(0.5)
    x = torch.arange(1.0, 1 + math.prod(walked.input_shape)).reshape(1, *walked.input_shape)
    values = [x]
    for step in walked.steps:
        read = [values[source + 1] for source in step.sources]
        match step.layer:
            case From():
                values.append(read[0])
            case Add():
                values.append(read[0] + read[1])
            case Concat():
                values.append(torch.cat(read, dim=1))
            case _:
                module = eval(torch_call(step.layer, step.input), {"nn": nn}).eval()
                with torch.no_grad():
                    for parameter in module.parameters():
                        parameter.fill_(0.5)
                values.append(module(read[-1]))
    torch.testing.assert_close(model(x), values[-1], equal_nan=True)


# Three liberties that torch takes: it lets a linear layer read the rows of a map, adaptive pooling
# and padding a row without channels.
LIBERTIES = Linear | GlobalAvgPool | AdaptiveAvgPool | AdaptiveMaxPool | ZeroPad


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
        for form in FORMS:
            lines = torch_code(preset.walk(), form=form).splitlines()
            assert max(len(line) for line in lines) <= 104


def test_branches_read_as_one_would_write_them() -> None:
    network = Network(
        (4, 8, 8),
        (
            *(Conv(4, 3, padding=1), BatchNorm(), Activation(), Conv(4, 3, padding=1), Add(2)),
            *(Activation(), Conv(2, 1), From(5), Conv(3, 1), Concat((6,)), GlobalAvgPool()),
        ),
    )
    code = torch_code(network.walk())
    assert (
        """
        self.conv1 = nn.Conv2d(4, 4, kernel_size=3, padding=1)
        self.bn1 = nn.BatchNorm2d(4)
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv2d(4, 4, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(4, 2, kernel_size=1)
        self.conv4 = nn.Conv2d(4, 3, kernel_size=1)
        self.pool = nn.AdaptiveAvgPool2d(1)

    def forward(self, x):
        y1 = self.relu(self.bn1(self.conv1(x)))  # 4×8×8
        x = self.conv2(y1)                       # 4×8×8
        y1 = self.relu(x + y1)                   # 4×8×8
        y2 = self.conv3(y1)                      # 2×8×8
        x = self.conv4(y1)                       # 3×8×8
        x = torch.cat([y2, x], dim=1)            # 5×8×8
        x = self.pool(x)                         # 5×1×1
        return x
"""
        in code
    )


def test_what_cannot_work_is_a_comment_in_a_class_too() -> None:
    network = Network((1, 8, 8), (Conv(4, 3), Add(-1), Dropout()))
    code = torch_code(network.walk(), "the shapes differ", CLASS)
    assert (
        "        # the shapes differ\n        # Add(source=-1)\n        # Dropout(p=0.5)\n" in code
    )
    _, printed = run(code)
    assert printed == ["(1, 4, 6, 6)", "40"]


def test_what_cannot_work_stays_as_a_comment() -> None:
    network = Network((1, 8, 8), (Conv(4, 3), Linear(10), Dropout()))
    code = torch_code(network.walk(), "flatten first")
    assert "    # flatten first\n    # nn.Linear(6, 10),\n" in code
    _, printed = run(code)
    assert printed == ["(1, 4, 6, 6)", "40"]
