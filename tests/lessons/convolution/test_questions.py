"""Questions about convolutions against torch: the answers, and what each mistake would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, cast

import numpy as np
import pytest
import torch
from torch.nn import functional

from tests.asking.cases import mistakes, of_kind
from visualizer.asking import Question, about
from visualizer.lessons.convolution import LESSON
from visualizer.lessons.convolution.example import Example, build
from visualizer.lessons.convolution.settings import ConvolutionSettings

Tensors = Callable[[torch.Tensor], torch.Tensor]
ACTIVATIONS: dict[str, Tensors] = {"none": lambda x: x, "relu": torch.relu}


def settings_of(question: Question) -> ConvolutionSettings:
    return cast(ConvolutionSettings, question.settings)


def example_of(question: Question) -> Example:
    return build(settings_of(question))


def place_of(question: Question) -> tuple[int, int, int]:
    """Return the filter, row and column asked about, from the step, as a person would count."""
    _, rows, columns = computed(example_of(question)).shape
    filter_, rest = divmod(settings_of(question).step, rows * columns)
    return filter_, rest // columns, rest % columns


def computed(example: Example, **changes: Any) -> torch.Tensor:
    """Compute an example with torch's functions alone, with some arguments done wrong."""
    given: dict[str, Any] = {
        "x": torch.from_numpy(example.input.copy()),
        "w": torch.from_numpy(example.torch_weight.copy()),
        "b": None if example.bias is None else torch.from_numpy(example.bias.copy()),
        "stride": example.stride,
        "padding": example.padding,
        "dilation": example.dilation,
        "groups": example.groups,
        "mode": example.padding_mode,
        "activation": example.activation,
        **changes,
    }
    x, w, b = given["x"][None], given["w"], given["b"]
    stride, padding, dilation = given["stride"], given["padding"], given["dilation"]
    if example.transposed:
        y = functional.conv_transpose2d(
            x, w, b, stride, padding, example.output_padding, given["groups"], dilation
        )
    else:
        down, across = padding
        mode = "constant" if given["mode"] == "zeros" else given["mode"]
        x = functional.pad(x, (across, across, down, down), mode=mode) if any(padding) else x
        y = functional.conv2d(x, w, b, stride, 0, dilation, given["groups"])
    return ACTIVATIONS[given["activation"]](y)[0]


def cell(question: Question, **changes: Any) -> float | None:
    """Return the asked cell of an example done wrong; None where it has no such cell."""
    made, place = computed(example_of(question), **changes), place_of(question)
    inside = all(i < n for i, n in zip(place, made.shape, strict=True))
    return float(made[place]) if inside else None


def test_shapes_are_torchs() -> None:
    asked = of_kind("convolution", "shape")
    assert len(asked) > 250
    for question in asked:
        shape = tuple(computed(example_of(question)).shape)
        assert question.answer == shape[-len(question.sides) :]


def sides(question: Question, name: str) -> list[float]:
    """Return what a mistake makes of rows and columns, by the textbook's formula done wrong."""
    example, found = example_of(question), []
    for i in (0, 1):
        n, k = example.input.shape[1 + i], example.weight.shape[2 + i]
        s, p, d = example.stride[i], int(example.padding[i]), example.dilation[i]
        extra = example.output_padding
        full = (n - 1) * s + d * (k - 1) + 1 + extra
        made = {
            "padding_once": (n + p - d * (k - 1) - 1) // s + 1,
            "padding_ignored": (n - d * (k - 1) - 1) // s + 1,
            "dilation_as_stride": ((n + 2 * p - k) // d + 1 if d > 1 else (n + 2 * p - k) // s + 1),
            "dilation_ignored": (n + 2 * p - k) // s + 1,
            "stride_ignored": n + 2 * p - d * (k - 1),
            "rounded": int(np.ceil((n + 2 * p - d * (k - 1) - 1) / s)) + 1,
            "fraction": (n + 2 * p - d * (k - 1) - 1) / s + 1,
            "one_forgotten": (n + 2 * p - d * (k - 1) - 1) // s,
            "kernel_ignored": (n + 2 * p - 1) // s + 1,
        }
        back = {
            "direct": (n + 2 * p - d * (k - 1) - 1) // s + 1,
            "padding_added": full + 2 * p,
            "padding_once": full - p,
            "padding_ignored": full,
            "output_padding": full - extra - 2 * p,
            "times_stride": n * s,
        }
        found.append((back if example.transposed else made)[name])
    return found


def test_mistakes_in_shapes_are_what_they_claim() -> None:
    seen: Counter[str] = Counter()
    for question in of_kind("convolution", "shape"):
        example = example_of(question)
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            maps = [float(len(example.weight))][3 - len(question.sides) :]
            if name == "channels":
                right = computed(example).shape
                assert mistake.answer == (len(example.input), *right[1:])
            else:
                assert mistake.answer == pytest.approx((*maps, *sides(question, name)))
    assert set(seen) >= {
        "padding_once", "padding_ignored", "dilation_as_stride", "dilation_ignored", "rounded",
        "stride_ignored", "fraction", "one_forgotten", "kernel_ignored", "channels", "direct",
        "padding_added", "output_padding", "times_stride",
    }  # fmt: skip


def test_values_are_torchs() -> None:
    asked = of_kind("convolution", "value")
    assert len(asked) > 250
    for question in asked:
        assert question.answer == pytest.approx(cell(question))


def value_gone_wrong(question: Question, name: str) -> float | None:
    """Return what a mistake makes of the asked cell, computed by torch."""
    example, (filter_, row, col) = example_of(question), place_of(question)
    weight = torch.from_numpy(example.torch_weight.copy())
    activate = ACTIVATIONS[example.activation]
    bias = 0.0 if example.bias is None else float(example.bias[filter_])
    match name:
        case "bias":
            return cell(question, b=None)
        case "activation":
            return cell(question, activation="none")
        case "flipped":
            return cell(question, w=weight.flip(2, 3))
        case "padding":
            return cell(question, padding=(0, 0))
        case "edges":
            return cell(question, mode="replicate")
        case "zeros":
            return cell(question, mode="zeros")
        case "stride":
            return cell(question, stride=(1, 1))
        case "dilation":
            return cell(question, dilation=(1, 1))
        case "dilation_as_stride":
            pairs = zip(example.stride, example.dilation, strict=True)
            stride = tuple(d if d > 1 else s for s, d in pairs)
            return cell(question, stride=stride, dilation=(1, 1))
        case "swapped":
            made = computed(example)
            return float(made[filter_, col, row])
        case "first_filter":
            return float(computed(example)[0, row, col])
    if example.transposed:
        return None
    channels = range(example.weight.shape[1])
    alone = [
        cell(question, w=torch.where(torch.arange(len(channels))[None, :, None, None] == c,
                                     weight, 0.0), b=None, activation="none")
        for c in channels
    ]  # fmt: skip
    total = cell(question, b=None, activation="none")
    assert total is not None
    ones = cell(question, w=torch.ones_like(weight), b=None, activation="none")
    assert ones is not None
    before = {
        "one_channel": (alone[0] or 0.0) + bias,
        "bias_each": total + len(channels) * bias,
        "averaged": total / weight[0].numel() + bias,
        "added": ones + bias,
    }[name]
    return float(activate(torch.tensor(before, dtype=torch.float64)))


def test_mistakes_in_values_are_what_they_claim() -> None:
    seen: Counter[str] = Counter()
    for question in of_kind("convolution", "value"):
        for name, mistake in mistakes(question).items():
            expected = value_gone_wrong(question, name)
            if expected is not None:
                seen[name] += 1
                assert mistake.answer == pytest.approx(expected), name
    assert set(seen) == {
        "bias", "activation", "flipped", "padding", "edges", "zeros", "stride", "dilation",
        "dilation_as_stride", "swapped", "first_filter", "one_channel", "bias_each", "averaged",
        "added",
    }  # fmt: skip


def cells_read(question: Question, **changes: Any) -> tuple[str, str] | None:
    """Return the rows and columns that the asked cell depends on, found by its gradient."""
    example, (_, row, col) = example_of(question), place_of(question)
    row, col = changes.pop("at", (row, col))
    x = torch.zeros(example.input.shape, dtype=torch.float64, requires_grad=True)
    w = torch.ones(example.torch_weight.shape, dtype=torch.float64)
    made = computed(example, x=x, w=w, activation="none", **changes)
    if row >= made.shape[1] or col >= made.shape[2]:
        return None
    one: Any = made[0, row, col]
    one.backward()
    assert x.grad is not None
    rows, cols = (np.unique(i) for i in np.nonzero(x.grad[0].numpy()))
    return written(rows), written(cols)


def written(indices: np.ndarray) -> str:
    """Write places as a choice does, counted from 1."""
    places = [int(i) + 1 for i in indices]
    if len(places) > 2 and places == list(range(places[0], places[-1] + 1)):
        return f"{places[0]}–{places[-1]}"
    return ", ".join(map(str, places))


def chosen(question: Question, name: object) -> tuple[str, str]:
    """Return the rows and columns that a choice names."""
    choice = next(choice for choice in question.choices if choice.name == name)
    assert not isinstance(choice.label, str)
    return str(choice.label.values["rows"]), str(choice.label.values["columns"])


def test_cells_that_are_read_are_torchs_gradient() -> None:
    asked = of_kind("convolution", "reads")
    assert len(asked) > 250
    seen: Counter[str] = Counter()
    for question in asked:
        assert chosen(question, question.answer) == cells_read(question)
        _, row, col = place_of(question)
        wrong = {
            "stride": {"stride": (1, 1)},
            "padding": {"padding": (0, 0)},
            "dilation": {"dilation": (1, 1)},
            "swapped": {"at": (col, row)},
            "next": {"at": (row + 1, col + 1)},
        }
        for name, mistake in mistakes(question).items():
            found = cells_read(question, **wrong[name]) if name in wrong else None
            if found is not None and "" not in found:
                seen[name] += 1
                assert chosen(question, mistake.answer) == found, name
    assert set(seen) == {"stride", "padding", "dilation", "swapped", "next"}


def layer(example: Example, **changes: Any) -> int:
    """Return how many parameters torch counts in a layer, with some arguments done wrong."""
    filters, reads, *kernel = example.weight.shape
    given: dict[str, Any] = {
        "in_channels": reads * example.groups, "out_channels": filters, "kernel_size": kernel,
        "groups": example.groups, "bias": example.bias is not None, **changes,
    }  # fmt: skip
    kind: Any = torch.nn.ConvTranspose2d if example.transposed else torch.nn.Conv2d
    return sum(parameter.numel() for parameter in kind(**given).parameters())


def test_parameters_are_torchs() -> None:
    asked = of_kind("convolution", "parameters")
    assert len(asked) > 150
    seen: Counter[str] = Counter()
    for question in asked:
        example = example_of(question)
        filters, reads, height, width = example.weight.shape
        assert question.answer == layer(example)
        biases = 0 if example.bias is None else filters
        wrong = {
            "bias_forgotten": layer(example, bias=False),
            "bias_invented": layer(example, bias=True),
            "one_bias": layer(example, bias=False) + 1,
            "one_filter": layer(example, in_channels=reads, out_channels=1, groups=1),
            "one_channel": layer(example, in_channels=1, groups=1),
            "groups_ignored": layer(example, groups=1),
            "not_shared": reads * height * width * computed(example).numel() + biases,
        }
        for name, mistake in mistakes(question).items():
            seen[name] += 1
            assert mistake.answer == wrong[name], name
    assert len(seen) == 7


def test_a_question_can_be_asked_about_the_example_on_the_screen() -> None:
    settings = LESSON.opening()
    question = about("convolution", "value", settings)
    assert question is not None
    assert question.settings == settings
    assert question.answer == 3  # the page opens with it: Σ 3
    transposed, _ = LESSON.settle(settings.changed(transposed=True))
    assert about("convolution", "reads", transposed) is None
