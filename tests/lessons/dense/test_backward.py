"""What flows back through the fully connected layer is what autograd gives, in every example."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.settings.cases import settled, wishes
from visualizer.lessons.dense import LESSON
from visualizer.lessons.dense.backward import words
from visualizer.lessons.dense.backward.code import numpy_backward, torch_backward
from visualizer.lessons.dense.backward.flow import Flow, flow
from visualizer.lessons.dense.proof import gradient_by_torch
from visualizer.lessons.dense.settings import DenseSettings
from visualizer.lessons.dense.taken.offer import TAKEN
from visualizer.words.sums import written_step
from visualizer.words.text import LANGUAGES, text

BACKWARD = wishes(LESSON).flatmap(
    lambda wished: st.sampled_from(("input", "weight")).map(
        lambda way: LESSON.settle(wished.changed(pass_=way))[0]
    )
)


def flow_of(**query: str) -> Flow:
    """Return what flows back at an address; its names without the prefix."""
    asked = {f"dense_{name}": value for name, value in query.items()}
    return flow(LESSON.rewound(LESSON.parse(asked)[0]))


def close(ours: np.ndarray, theirs: np.ndarray) -> None:
    assert ours.shape == theirs.shape
    scale = max(1.0, float(abs(theirs).max()))
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-9 * scale)


@given(BACKWARD)
def test_everything_that_flows_back_is_what_autograd_gives(settings: DenseSettings) -> None:
    found = flow(LESSON.rewound(settings))
    ours = np.concatenate([part.ravel() for part in found.gradients])
    close(ours, gradient_by_torch(found))
    close(found.trace.output.reshape(found.result.shape), found.result)


@given(BACKWARD)
def test_every_step_can_be_said_in_both_languages(settings: DenseSettings) -> None:
    found = flow(LESSON.rewound(settings))
    outputs, inputs = found.example.weight.shape
    output, index = found.place(settings.step)
    assert LESSON.bound(settings, "step").high == found.trace.steps - 1 == found.result.size - 1
    for lang in LANGUAGES:
        begins = text("words.step", lang, step=settings.step + 1, steps=found.trace.steps)
        assert words.sentence(found, settings.step, lang).startswith(begins)
        table = words.table(found, settings.step, lang)
        assert len(table.rows) - table.closing == (outputs if output is None else inputs)
        story = words.story(found, lang)
        assert all((*story.sentences, *story.formulas, words.alt(found, lang)))
        assert [len(said) for said in words.hover_words(found, lang)] == [inputs, outputs]
        titles = words.stage_titles(found, lang)
        assert len(titles["output"]) == len(found.trace.output)
        steps = list(TAKEN.steps(settings, lang).rows) if TAKEN.steps else []
        assert len(steps) == found.trace.steps
        assert steps[settings.step][-1] == found.result.ravel()[settings.step]
    products = found.trace.products(settings.step).ravel()
    by_hand = (
        found.example.weight[:, index] * found.given
        if output is None
        else found.example.x[[index]] * found.given[output]
    )
    assert products.tolist() == by_hand.tolist()


@given(settled(LESSON))
def test_forward_nothing_of_it_means_anything(settings: DenseSettings) -> None:
    ahead = LESSON.forward(settings)
    assert LESSON.settle(ahead) == (ahead, [])
    assert LESSON.moved(ahead) == "output"
    if settings.pass_ == "forward":
        assert ahead is settings
        own = {"upstream", "gradient", "target", "label", "step"}
        assert not own & LESSON.relevant(settings)
    else:
        assert LESSON.moved(settings) == "step"
        assert "output" not in LESSON.relevant(settings)


def test_two_inputs_and_two_outputs_by_hand() -> None:
    query = {"data": "1_2~3_4", "outputs": "2", "upstream": "typed", "gradient": "10~-1"}
    found = flow_of(**query, **{"pass": "input"})
    first, second = found.example.weight
    assert found.given.tolist() == [10, -1]
    assert found.gradients.input.tolist() == [
        10 * a - b for a, b in zip(first, second, strict=True)
    ]
    assert found.gradients.weight.tolist() == [[10, 20, 30, 40], [-1, -2, -3, -4]]
    assert found.gradients.bias.tolist() == [10, -1]
    assert (first[2], second[2]) == (-2, -1)
    assert written_step(found.trace, 2) == "(−2)·10 + (−1)·(−1) = −19"


def test_a_target_gives_the_gradient_of_the_mean_squared_error() -> None:
    found = flow_of(**{"pass": "weight", "upstream": "target", "target": "1~2~3"})
    np.testing.assert_allclose(found.given, 2 * (found.example.y - np.array([1, 2, 3])) / 3)
    first = flow_of(**{"pass": "weight", "upstream": "target"})
    assert first.target is not None
    assert first.target.tolist() == [1, 0, 0]


def test_of_a_class_it_is_the_probabilities_less_one_at_the_class() -> None:
    found = flow_of(**{"pass": "input", "upstream": "class", "label": "2"})
    shares = found.example.probabilities
    np.testing.assert_allclose(found.given, shares - np.array([0, 0, 1]), atol=1e-15)
    assert found.loss == pytest.approx(-np.log(shares[2]))
    assert [said.endswith(" − 1") for said, _ in words.beside(found, "en")] == [False, False, True]


def test_a_class_that_is_not_there_becomes_one_that_is() -> None:
    asked = {"dense_pass": "input", "dense_upstream": "class", "dense_label": "5"}
    settings, notices = LESSON.parse(asked)
    assert settings.label == 2
    assert [notice.parameter for notice in notices] == ["dense_label"]


CASES: tuple[dict[str, str], ...] = (
    {},
    {"upstream": "class", "label": "2"},
    {"upstream": "target", "map": "random", "channels": "3", "size": "2", "outputs": "6"},
    {"upstream": "typed", "gradient": "1~-2~0.5"},
)


@pytest.mark.parametrize("query", CASES)
def test_both_scripts_print_the_gradients(query: dict[str, str]) -> None:
    found = flow_of(**{"pass": "input", **query})
    theirs: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    with redirect_stdout(StringIO()):
        exec(torch_backward(found), theirs)
        exec(numpy_backward(found), ours)
    pixels = found.gradients.input.reshape(found.example.map.shape)
    close(theirs["x"].grad.numpy(), pixels)
    close(theirs["layer"].weight.grad.numpy(), found.gradients.weight)
    close(theirs["layer"].bias.grad.numpy(), found.gradients.bias)
    close(ours["x_back"], pixels)
    close(ours["w_back"], found.gradients.weight)
    close(ours["bias_back"], found.gradients.bias)
