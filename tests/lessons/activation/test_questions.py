"""Questions about activations: answers are torch's, and mistakes are what they claim to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import cast

import numpy as np
import pytest
import torch
from torch.nn import functional

from tests.asking.cases import questions
from visualizer.asking import Question, about, bank_of
from visualizer.lessons.activation import LESSON
from visualizer.lessons.activation.example import layer
from visualizer.lessons.activation.questions.layers import corner
from visualizer.lessons.activation.settings import CLASSES, ActivationSettings

Function = Callable[[torch.Tensor], torch.Tensor]


def of_kind(*kinds: str) -> list[Question]:
    return [question for question in questions("activation") if question.kind in kinds]


def settings_of(question: Question) -> ActivationSettings:
    return cast(ActivationSettings, question.settings)


def function_of(settings: ActivationSettings) -> Function:
    functions: dict[str, Function] = {
        "relu": functional.relu,
        "leaky_relu": lambda x: functional.leaky_relu(x, settings.slope),
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "gelu": functional.gelu,
    }
    return functions[settings.kind]


def value_and_slope(function: Function, x: float) -> tuple[float, float]:
    at = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    y = function(at)
    y.backward()
    assert at.grad is not None
    return float(y.detach()), float(at.grad)


def shares_of(logits: object, temperature: float = 1.0) -> torch.Tensor:
    return torch.softmax(torch.tensor(logits, dtype=torch.float64) / temperature, 0)


def test_there_are_a_thousand_and_every_usual_mistake_is_among_them() -> None:
    assert len(questions("activation")) >= 1000
    made = Counter(
        (q.kind, mistake.name) for q in questions("activation") for mistake in q.mistakes
    )
    for kind in ("value", "slope", "zeros", "dead", "chain", "probability"):
        assert sum(1 for each in made if each[0] == kind) >= 3, kind


@pytest.mark.parametrize("kind", ["value", "slope"])
def test_a_point_of_a_curve(kind: str) -> None:
    for question in of_kind(kind):
        settings = settings_of(question)
        x, a = settings.x, settings.slope
        function = function_of(settings)
        y, steep = value_and_slope(function, x)
        right = y if kind == "value" else steep
        expected = {
            "identity": x,
            "zero": 0.0,
            "relu": value_and_slope(functional.relu, x)[kind == "slope"],
            "times_slope": a * x,
            "divided": x / a if a else 0.0,
            "size": abs(y) if y else abs(x),
            "derivative": steep,
            "turned": value_and_slope(function, -x)[0],
            "tanh": float(np.tanh(x)),
            "sigmoid": float(1 / (1 + np.exp(-x))),
            "part": float(torch.distributions.Normal(0.0, 1.0).cdf(torch.tensor(x))),
            "end": 1.0,
            "value": y,
            "other_side": value_and_slope(function, -x if x else 1.0)[1],
            "middle": 0.5,
            "rest": 1 - y,
            "tanh_rule": 1 - y**2,
            "sigmoid_rule": y - y**2,
            "steepest": value_and_slope(function, 0.0)[1],
            "flat": 0.0,
            "one": 1.0,
            "minus": -steep,
        }
        assert written(question.answer) == pytest.approx(right, abs=1e-4)
        for mistake in question.mistakes:
            assert written(mistake.answer) == pytest.approx(expected[mistake.name], abs=1e-4)


def written(answer: object) -> float:
    """Return a number, or the one that a choice among numbers is called by."""
    return float(cast(str, answer))


def test_how_many_are_cut_off() -> None:
    for question in of_kind("zeros"):
        sums = torch.from_numpy(corner(settings_of(question).bias).copy())
        after = functional.relu(sums)
        expected = {
            "null": (sums < 0).sum(),
            "kept": (after > 0).sum(),
            "only_null": (sums == 0).sum(),
        }
        assert question.answer == float((after == 0).sum())
        for mistake in question.mistakes:
            assert mistake.answer == float(expected[mistake.name])


def test_how_many_die_is_how_many_get_no_gradient() -> None:
    seen = set()
    for question in of_kind("dead"):
        settings = settings_of(question)
        sums = torch.from_numpy(layer(settings.bias, 0.0).before.copy()).requires_grad_()
        (reached,) = torch.autograd.grad(function_of(settings)(sums).sum(), sums)
        dead = float((reached == 0).all(dim=1).sum())
        (plain,) = torch.autograd.grad(functional.relu(sums).sum(), sums)
        expected = {
            "relu": float((plain == 0).all(dim=1).sum()),
            "some": float((sums <= 0).any(dim=1).sum()),
            "alive": len(sums) - dead,
            "all_alive": 0.0,
        }
        assert question.answer == dead
        seen.add(dead)
        for mistake in question.mistakes:
            assert mistake.answer == expected[mistake.name]
    assert len(seen) > 4


def test_what_a_chain_leaves_of_a_gradient() -> None:
    for question in of_kind("chain"):
        settings = settings_of(question)
        n = settings.layers
        x = torch.linspace(-6, 6, 1201, dtype=torch.float64).requires_grad_()
        (steep,) = torch.autograd.grad(function_of(settings)(x).sum(), x)
        most = float(steep.max())
        expected = {"added": n * most, "once": most, "value": 0.5**n, "sigmoid": 0.25**n,
                    "all": 1.0, "nothing": 0.0}  # fmt: skip
        assert question.answer == pytest.approx(most**n)
        for mistake in question.mistakes:
            assert mistake.answer == pytest.approx(expected[mistake.name])


def test_the_order_of_the_classes() -> None:
    for question in of_kind("first", "last"):
        settings = settings_of(question)
        shares = shares_of(settings.logits, settings.temperature)
        first = question.kind == "first"
        ends = (shares.argmax(), shares.argmin())
        right, other = ends if first else ends[::-1]
        size = torch.tensor(settings.logits).abs()
        expected = {"other": int(other), "size": int(size.argmax() if first else size.argmin())}
        assert question.answer == CLASSES[int(right)]
        for mistake in question.mistakes:
            if mistake.name == "middle":
                assert mistake.answer not in (CLASSES[int(right)], CLASSES[int(other)])
            else:
                assert mistake.answer == CLASSES[expected[mistake.name]]


def test_all_shares_are_1() -> None:
    for question in of_kind("sum"):
        z = settings_of(question).logits
        expected = {"logits": sum(z), "largest": max(z), "classes": 3.0, "percent": 100.0,
                    "nothing": 0.0, "mean": 1 / 3}  # fmt: skip
        assert question.answer == pytest.approx(float(shares_of(z).sum()))
        for mistake in question.mistakes:
            assert mistake.answer == pytest.approx(expected[mistake.name])


def test_a_share() -> None:
    for question in of_kind("probability"):
        settings = settings_of(question)
        z, warm = settings.logits, settings.temperature
        shares = shares_of(z, warm)
        right = cast(float, question.answer)
        asked = int((shares - right).abs().argmin())
        assert right == pytest.approx(float(shares[asked]), abs=1e-6)
        ways = {
            "warm_ignored": shares_of(z),
            "warm_times": shares_of(z, 1 / warm),
            "logits": torch.tensor(z) / sum(z) if sum(z) else torch.zeros(3),
            "others": shares / (1 - shares),
            "power": torch.tensor(z).exp(),
            "largest": shares / shares.max(),
            "alike": torch.full((3,), 1 / 3),
            "percent": 100 * shares,
        }
        # Two classes may have the same share; the mistakes are then about one of them.
        same_share = [i for i in range(3) if abs(float(shares[i]) - right) < 1e-5]
        for mistake in question.mistakes:
            found = [float(ways[mistake.name][i]) for i in same_share]
            assert cast(float, mistake.answer) in [pytest.approx(f, abs=1e-4) for f in found]


def asked_class(question: Question) -> int:
    """Return the class that a prompt names."""
    prompt = question.prompt.text("en").lower()
    return next(i for i, name in enumerate(CLASSES) if name in prompt)


def test_a_common_shift_changes_nothing() -> None:
    for question in of_kind("shift"):
        settings = settings_of(question)
        z, warm = torch.tensor(settings.logits, dtype=torch.float64), settings.temperature
        i = asked_class(question)
        mine = torch.eye(3, dtype=torch.float64)[i]
        ways = {"stays": z + 1, "alone": z + mine, "others": z + 1 - mine}
        for choice in question.choices:
            share = float(choice.text("en").split()[-1])
            assert share == pytest.approx(
                float(torch.softmax(ways[choice.name] / warm, 0)[i]), abs=0.0051
            )
        assert question.answer == "stays"
        assert torch.allclose(torch.softmax(z / warm, 0), torch.softmax((z + 1) / warm, 0))


def test_what_a_temperature_does() -> None:
    seen = Counter[str]()
    for question in of_kind("temperature"):
        settings = settings_of(question)
        asked = asked_class(question)
        cold = float(shares_of(settings.logits)[asked])
        warm = float(shares_of(settings.logits, settings.temperature)[asked])
        assert question.answer == ("grows" if warm > cold else "shrinks")
        seen[str(question.answer)] += 1
    assert min(seen["grows"], seen["shrinks"]) > 5


def test_what_is_not_asked_of_an_example() -> None:
    softmax = LESSON.settle(LESSON.defaults().changed(kind="softmax", z1=900.0))[0]
    curve = LESSON.defaults()
    for kind in bank_of("activation").kinds:
        asked = about("activation", kind.name, softmax)
        if kind.name in ("value", "slope", "zeros", "dead", "chain", "probability"):
            assert asked is None
        if kind.name in ("first", "last", "sum", "probability", "shift", "temperature"):
            assert about("activation", kind.name, curve) is None
