"""Values and the cells they are read from, against torch, and what each mistake would give."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import pytest
import torch

from tests.asking.cases import mistakes, of_kind
from tests.lessons.convolution.questions.cases import (
    ACTIVATIONS,
    cell,
    computed,
    example_of,
    place_of,
)
from visualizer.asking import Question, about
from visualizer.lessons.convolution import LESSON


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


def test_a_question_can_be_asked_about_the_example_on_the_screen() -> None:
    settings = LESSON.opening()
    question = about("convolution", "value", settings)
    assert question is not None
    assert question.settings == settings
    assert question.answer == 3  # the page opens with it: Σ 3
    transposed, _ = LESSON.settle(settings.changed(transposed=True))
    assert about("convolution", "reads", transposed) is None
