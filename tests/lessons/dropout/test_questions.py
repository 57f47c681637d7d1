"""Questions about dropout: answers are torch's, and mistakes are what they claim to be."""

from __future__ import annotations

import math
from collections import Counter
from itertools import product
from typing import cast

import pytest
import torch
from torch.nn import functional

from tests.asking.cases import questions
from visualizer.asking import Question, about, bank_of
from visualizer.lessons.dropout import LESSON
from visualizer.lessons.dropout.example import DropoutExample, build
from visualizer.lessons.dropout.questions.neurons import asked_neuron
from visualizer.lessons.dropout.settings import DropoutSettings


def of_kind(*kinds: str) -> list[tuple[Question, DropoutExample]]:
    found = [question for question in questions("dropout") if question.kind in kinds]
    return [(each, build(cast(DropoutSettings, each.settings))) for each in found]


def check(question: Question, right: float, expected: dict[str, float]) -> None:
    """Hold answer and mistakes of a question against numbers worked out another way."""
    assert question.answer == pytest.approx(right)
    for mistake in question.mistakes:
        assert mistake.answer == pytest.approx(expected[mistake.name]), mistake.name


def torch_factor(p: float) -> float:
    """Return what torch multiplies the values that stay by."""
    kept = functional.dropout(torch.ones(4000, dtype=torch.float64), p, training=True)
    (factor,) = set(kept[kept > 0].tolist())
    return float(factor)


def test_there_are_a_thousand_and_every_usual_mistake_is_among_them() -> None:
    assert len(questions("dropout")) >= 1000
    made = Counter((q.kind, mistake.name) for q in questions("dropout") for mistake in q.mistakes)
    for kind in bank_of("dropout").kinds:
        assert sum(1 for each in made if each[0] == kind.name) >= 3, kind.name


def test_the_factor_and_its_probability() -> None:
    for question, example in of_kind("factor"):
        p = example.p
        check(question, torch_factor(p), {"dropped": 1 / p, "keep": 1 - p, "p": p, "none": 1.0,
                                          "added": 1 + p})  # fmt: skip
    for question, example in of_kind("back"):
        factor = torch_factor(example.p)
        check(question, 1 - 1 / factor, {"keep": 1 / factor, "half": 0.5, "factor": factor,
                                         "less": factor - 1})  # fmt: skip


def test_how_many_stay() -> None:
    for question, example in of_kind("expected"):
        p, sizes = example.p, example.sizes
        hidden = sum(sizes[1:-1])
        check(question, hidden - hidden * p, {
            "dropped": hidden * p, "one_layer": sizes[1] * (1 - p), "all": hidden,
            "everyone": sum(sizes) * (1 - p), "share": 1 - p,
        })  # fmt: skip


def test_how_many_masks_there_are() -> None:
    for question, example in of_kind("masks"):
        n = sum(example.hidden)
        counted = sum(1 for _ in product((0, 1), repeat=n))
        check(question, counted, {
            "two_each": 2 * n, "each": n, "square": n * n, "order": math.prod(range(1, n + 1)),
            "one_layer": 2 ** example.hidden[0], "everyone": 2 ** sum(example.sizes),
        })  # fmt: skip


def test_one_neuron() -> None:
    gone = Counter[bool]()
    for question, example in of_kind("kept", "evaluated", "mean"):
        neuron, p = asked_neuron(cast(DropoutSettings, question.settings)), example.p
        assert neuron is not None
        weights = torch.from_numpy(example.weights[0].copy())
        x = functional.relu(functional.linear(torch.from_numpy(example.x.copy()), weights))[neuron]
        assert x > 0
        if question.kind == "kept":
            stays = bool(example.masks[0][neuron])
            right = float(x) * torch_factor(p) if stays else 0.0
            gone[stays] += 1
        else:
            # Neither an evaluation nor an average over masks changes a value.
            right = float(functional.dropout(x, p, training=False))
        check(question, right, {
            "unscaled": float(x), "divided": float(x) / p, "scaled": float(x) * torch_factor(p),
            "shrunk": float(x) * (1 - p), "by_p": float(x) * p, "half": float(x) / 2,
            "dropped": 0.0,
        })  # fmt: skip
    assert min(gone[True], gone[False]) > 20


def test_what_comes_to_the_next_layer() -> None:
    for question, example in of_kind("next"):
        factor = torch_factor(example.p)
        first, second = (torch.from_numpy(weight.copy()) for weight in example.weights)
        values = functional.relu(functional.linear(torch.from_numpy(example.x.copy()), first))
        mask = torch.from_numpy(example.masks[0].copy())

        def output(hidden: torch.Tensor, weights: torch.Tensor = second) -> float:
            return float(functional.linear(hidden, weights)[0])

        check(question, output(values * mask * factor), {
            "unscaled": output(values * mask),
            "evaluated": output(values),
            "all_scaled": output(values * factor),
            "shrunk": output(values * mask / factor),
            "gone_alone": output(values * ~mask * factor),
            "no_weights": float((values * mask * factor).sum()),
        })  # fmt: skip


def test_where_nothing_or_everything_is_dropped_there_is_nothing_to_ask() -> None:
    for p in (0.0, 1.0):
        settings = LESSON.settle(LESSON.defaults().changed(p=p, layers=1))[0]
        assert all(
            about("dropout", kind.name, settings) is None for kind in bank_of("dropout").kinds
        )
