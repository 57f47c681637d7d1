"""Questions about fully connected layers: answers are torch's, mistakes are what they claim."""

from __future__ import annotations

from collections import Counter
from typing import cast

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from tests.asking.cases import questions
from visualizer.asking import Question, about, bank_of
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.example import DenseExample, build
from visualizer.lessons.dense.questions.values import cell_of
from visualizer.lessons.dense.settings import DenseSettings


def of_kind(kind: str) -> list[tuple[Question, DenseSettings, DenseExample]]:
    found = []
    for question in questions("dense"):
        if question.kind == kind:
            settings = cast(DenseSettings, question.settings)
            found.append((question, settings, build(settings)))
    return found


def check(question: Question, right: object, expected: dict[str, object]) -> None:
    """Hold answer and mistakes of a question against what was worked out another way."""
    assert question.answer == pytest.approx(right)
    for mistake in question.mistakes:
        assert mistake.answer == pytest.approx(expected[mistake.name]), mistake.name


def learned(module: nn.Module) -> int:
    return sum(parameter.numel() for parameter in module.parameters())


def test_there_are_a_thousand_and_every_usual_mistake_is_among_them() -> None:
    assert len(questions("dense")) >= 1000
    made = Counter((q.kind, mistake.name) for q in questions("dense") for mistake in q.mistakes)
    for kind in bank_of("dense").kinds:
        assert sum(1 for each in made if each[0] == kind.name) >= 3, kind.name


def test_how_long_the_flat_row_is() -> None:
    for question, _, example in of_kind("flat"):
        c, h, w = example.map.shape
        flat = torch.flatten(torch.from_numpy(example.map.copy()))
        check(question, len(flat), {
            "channels": h * w, "added": c + h + w, "plane_added": c + h * w, "one_side": c * h,
            "outputs": len(example.y),
        })  # fmt: skip


def test_how_much_is_learned() -> None:
    for question, _, example in of_kind("parameters"):
        outputs, inputs = example.weight.shape
        plane = example.map[0].size
        check(question, learned(nn.Linear(inputs, outputs)), {
            "bias": learned(nn.Linear(inputs, outputs, bias=False)),
            "added": inputs + outputs,
            "bias_each_input": outputs * inputs + inputs,
            "one_bias": outputs * inputs + 1,
            "channels": learned(nn.Linear(plane, outputs)),
            "one_output": learned(nn.Linear(inputs, 1)),
        })  # fmt: skip


def test_how_much_a_convolution_learns_instead() -> None:
    for question, _, example in of_kind("shared"):
        channels, height, width = example.map.shape
        filters = len(example.y)
        layer = nn.Conv2d(channels, filters, 3, padding=1)
        made = layer(torch.zeros(1, channels, height, width))
        assert made.shape[1:] == (filters, height, width)
        check(question, learned(layer), {
            "dense": learned(nn.Linear(example.x.size, filters)),
            "places": layer.weight.numel() * height * width + filters,
            "bias": layer.weight.numel(),
            "one_bias": layer.weight.numel() + 1,
            "channels": learned(nn.Conv2d(1, filters, 3)),
            "one_filter": learned(nn.Conv2d(channels, 1, 3)),
        })  # fmt: skip


def test_the_kernel_of_the_same_layer() -> None:
    for question, _, example in of_kind("folded"):
        c, h, w = example.map.shape
        outputs = len(example.y)
        check(question, (c, h, w), {
            "outputs": (outputs, h, w), "one": (c, 1, 1), "usual": (c, 3, 3),
            "one_channel": (1, h, w), "flat": (1, 1, c * h * w),
        })  # fmt: skip
        shape = tuple(int(side) for side in cast("tuple[float, ...]", question.answer))
        kernels = torch.from_numpy(example.weight.copy()).reshape(outputs, *shape)
        image = torch.from_numpy(example.map.copy())
        made = functional.conv2d(image, kernels, torch.from_numpy(example.bias.copy()))
        assert torch.allclose(made.flatten(), torch.from_numpy(example.y.copy()))


def test_how_much_alexnet_learns() -> None:
    for question, settings, _ in of_kind("alexnet"):
        side = settings.side
        counts = {
            "right": learned(nn.Linear(256 * side * side, 4096, device="meta")),
            "channels": learned(nn.Linear(side * side, 4096, device="meta")),
            "one_side": learned(nn.Linear(256 * side, 4096, device="meta")),
            "neurons": 256 * side * side,
            "added": 256 * side * side + 4096,
            "convolution": learned(nn.Conv2d(256, 256, 3)),
        }
        assert question.answer == "right"
        shown = {each.name: each.text("en") for each in question.choices}
        assert {
            name: int("".join(filter(str.isdigit, label))) for name, label in shown.items()
        } == {name: counts[name] for name in shown}
        assert list(shown) == sorted(shown, key=counts.__getitem__)


def test_one_output() -> None:
    for question, settings, example in of_kind("value"):
        k = settings.output
        image = torch.from_numpy(example.map.copy())
        weight, bias = (
            torch.from_numpy(example.weight.copy()),
            torch.from_numpy(example.bias.copy()),
        )

        def output(row: torch.Tensor, at: int = k, w: torch.Tensor = weight,
                   b: torch.Tensor = bias) -> float:  # fmt: skip
            return float(functional.linear(row, w, b)[at])

        flat = image.flatten()
        first = torch.zeros_like(image)
        first[0] = image[0]
        right = output(flat)
        check(question, right, {
            "bias": right - float(bias[k]),
            "minus_bias": right - 2 * float(bias[k]),
            "no_weights": float(flat.sum() + bias[k]),
            "first_output": output(flat, 0),
            "columns": output(image.transpose(1, 2).flatten()),
            "channels_last": output(image.permute(1, 2, 0).flatten()),
            "relu": float(functional.relu(torch.tensor(right))),
            "mean": float((weight[k] * flat).mean() + bias[k]),
            "one_channel": output(first.flatten()),
        })  # fmt: skip


def test_the_place_in_the_row() -> None:
    for question, settings, example in of_kind("order"):
        numbered = torch.arange(example.x.size).reshape(example.map.shape)
        channel, row, column = example.place(cell_of(settings))
        marked = torch.zeros_like(numbered)
        marked[channel, row, column] = 1

        def place(laid_out: torch.Tensor) -> int:
            return int(laid_out.flatten().argmax()) + 1

        right = place(marked)
        _, height, width = example.map.shape
        check(question, right, {
            "from_zero": right - 1,
            "columns": place(marked.transpose(1, 2)),
            "channels_last": place(marked.permute(1, 2, 0)),
            "channel_forgotten": place(marked[channel]),
            "channel_early": right + height * width,
            "row_early": right + width,
        })  # fmt: skip


def test_what_cannot_be_added_up_by_hand_is_not_asked() -> None:
    large = LESSON.settle(LESSON.defaults().changed(map="random", channels=2, size=3))[0]
    assert about("dense", "value", large) is None
    assert about("dense", "flat", large) is not None
    assert np.isfinite(build(large).y).all()
